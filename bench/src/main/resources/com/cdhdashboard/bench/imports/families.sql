-- The numbers of families.toml as one would write them by hand: from the view "exported", the rows as they are in the
-- files, to one table for each metric, with a row for each cell. Nothing is kept for later imports or checked,
-- scores are not thinned, so that questions take longer, and quantiles of cells cannot be put together.

SET preserve_insertion_order = false;

-- 1. Prepare: names without prefixes, defaults, times, calculated columns, and the filter.
CREATE TEMP TABLE prepared AS
SELECT
    hash(pxInteractionID, pyIssue, pyGroup, pyName, pxRank) AS interaction,
    pySubjectID AS subject,
    pyOutcome AS outcome,
    strptime(pxOutcomeTime, '%Y%m%dT%H%M%S.%g GMT') AS outcome_time,
    strptime(pxDecisionTime, '%Y%m%dT%H%M%S.%g GMT') AS decision_time,
    pyChannel AS channel,
    coalesce(nullif(PlacementType, ''), 'N/A') AS placement_type,
    coalesce(nullif(PropensitySource, ''), 'N/A') AS propensity_source,
    pyIssue AS issue,
    pyGroup AS "group",
    pyName AS name,
    pxRank AS rank,
    ModelControlGroup AS model_control_group,
    coalesce(nullif(ExperimentName, ''), 'N/A') AS experiment_name,
    coalesce(nullif(ExperimentGroup, ''), 'N/A') AS experiment_group,
    coalesce(nullif(ConversionEventID, ''), pyName) AS event,
    coalesce(Revenue, 0) AS revenue,
    pyPropensity AS propensity,
    coalesce(FinalPropensity, 0) AS final_propensity,
    coalesce(pxPriority, 0) AS priority,
    pyPropensity * 1000 AS propensity_per_mille,
    CAST(outcome_time AS DATE) AS day
FROM exported
WHERE pyChannel IS NOT NULL AND pyOutcome <> 'Ignored';

-- 2. One interaction, one row: the earliest positive one, else the earliest negative one; of equal outcomes the earliest.
CREATE TEMP MACRO turn(positive, time) AS epoch_ms(time) + CASE WHEN positive THEN 0 ELSE 1000000000000000 END;

CREATE TEMP TABLE unrepeated AS
SELECT min_by(rowid, outcome_time) AS row
FROM prepared
GROUP BY interaction, outcome;

CREATE TEMP TABLE chosen AS
SELECT
    min_by(rowid, turn(outcome = 'Clicked', outcome_time))
        FILTER (outcome IN ('Clicked', 'Impression', 'Pending')) AS response,
    min_by(rowid, turn(outcome = 'Conversion', outcome_time))
        FILTER (outcome IN ('Conversion', 'Impression', 'Pending', 'Clicked')) AS conversion
FROM prepared
GROUP BY interaction;

CREATE TEMP TABLE responses AS
SELECT prepared.*, outcome = 'Clicked' AS clicked
FROM prepared SEMI JOIN chosen ON prepared.rowid = chosen.response;

-- 3. Count: engagement, conversion and experiments.
CREATE TABLE engagement AS
SELECT day, channel, placement_type, propensity_source, issue, "group", model_control_group,
    count(*) FILTER (clicked) AS positives, count(*) FILTER (NOT clicked) AS negatives
FROM responses
GROUP BY ALL;

CREATE TABLE engagement_sales AS
SELECT date_trunc('month', day) AS month, channel, "group", name, model_control_group,
    count(*) FILTER (clicked) AS positives, count(*) FILTER (NOT clicked) AS negatives
FROM responses
WHERE issue = 'Sales' AND rank <= 2
GROUP BY ALL;

CREATE TABLE conversion AS
SELECT day, channel, placement_type, issue, "group",
    count(*) FILTER (outcome = 'Conversion') AS positives, count(*) FILTER (outcome <> 'Conversion') AS negatives,
    sum(revenue) AS revenue
FROM prepared SEMI JOIN chosen ON prepared.rowid = chosen.conversion
GROUP BY ALL;

CREATE TABLE experiment AS
SELECT year(day) AS year, channel, experiment_name, experiment_group,
    count(*) FILTER (clicked) AS positives, count(*) FILTER (NOT clicked) AS negatives
FROM responses
WHERE NOT starts_with(experiment_name, 'Cadence')
GROUP BY ALL;

-- 4. Model scores: hardly two rows of a cell have one score, so each is kept, with its class.
CREATE TABLE model_ml_scores AS
SELECT day, channel, propensity_source, issue, "group", clicked, propensity, final_propensity
FROM responses;

-- 5. Lists that customers were shown on one day: how different they are, and how surprising.
CREATE TABLE lists AS
WITH shown AS (
    SELECT day, channel, propensity_source, issue, "group", CAST(decision_time AS DATE) AS decided, subject,
        list(DISTINCT name) AS names
    FROM responses
    WHERE subject IS NOT NULL AND name IS NOT NULL
    GROUP BY ALL
), sizes AS (
    SELECT day, channel, propensity_source, issue, "group", count(*) AS lists
    FROM shown
    GROUP BY ALL
), items AS (
    SELECT * EXCLUDE (decided, subject, names, size), count(*) AS with_it, sum(1 / sqrt(size)) AS w, sum(1 / size) AS share
    FROM (SELECT *, len(names) AS size, unnest(names) AS name FROM shown)
    GROUP BY ALL
)
SELECT day, channel, propensity_source, issue, "group", lists,
    1 - (sum(w * w) - any_value(lists)) / nullif(any_value(lists * (lists - 1)), 0) AS personalization,
    sum(share * log2(lists / with_it)) / any_value(lists) AS novelty
FROM items JOIN sizes USING (day, channel, propensity_source, issue, "group")
GROUP BY ALL;

-- 6. Columns: five numbers described in each cell, of all rows that repeat no other.
CREATE TABLE descriptive AS
WITH described AS (
    SELECT day, channel, propensity_source, issue, "group", outcome,
        unnest(['Propensity', 'FinalPropensity', 'Priority', 'ResponseTime', 'PropensityPerMille']) AS property,
        unnest([propensity, final_propensity, priority, epoch_ms(outcome_time - decision_time) // 1000, propensity_per_mille])
            AS value
    FROM prepared SEMI JOIN unrepeated ON prepared.rowid = unrepeated.row
)
SELECT * EXCLUDE (value), count(value) AS "count", sum(value) AS "sum", min(value) AS "min", max(value) AS "max",
    var_samp(value) AS variance, quantile_cont(value, [0.25, 0.5, 0.75, 0.9, 0.95]) AS quantiles
FROM described
GROUP BY ALL;
