package com.cdhdashboard.duckdb.imports.cube;

import com.cdhdashboard.core.config.MetricConfig;
import com.cdhdashboard.core.metric.ExperimentMetric;
import com.cdhdashboard.duckdb.Session;
import com.cdhdashboard.duckdb.Sql;
import com.cdhdashboard.duckdb.SqlTemplate;
import com.cdhdashboard.duckdb.imports.late.DimensionDictionary;
import com.cdhdashboard.duckdb.imports.late.LateArrivalBuffer;
import com.cdhdashboard.duckdb.imports.row.ArmSql;
import com.cdhdashboard.duckdb.imports.row.MetricPlan;
import com.cdhdashboard.duckdb.imports.row.RowPlan;
import com.cdhdashboard.duckdb.store.Publication;
import com.cdhdashboard.duckdb.store.PublishedTables;
import java.util.Optional;

/**
 * The subjects that each arm of an experiment has had, of all files. Each is kept once as a salted number, so that it is
 * known again when its rows are long final.
 */
final class ArmSubjects {
    private final Session session;
    private final RowPlan plan;

    ArmSubjects(Session session, RowPlan plan) {
        this.session = session;
        this.plan = plan;
        session.run("CREATE TABLE IF NOT EXISTS arm_subjects"
                + " (metric VARCHAR, experiment VARCHAR, arm VARCHAR, subject UBIGINT)");
    }

    /** Adds those of files that are committed and not published yet, while all their rows are in the buffer. */
    void add() {
        if (plan.tellsSubjectsOfArms()) {
            plan.metrics().forEach(this::add);
        }
    }

    private void add(MetricPlan metric) {
        if (!(metric.metric() instanceof ExperimentMetric experiment)) {
            return;
        }
        MetricConfig.Experiment config = experiment.config();
        Optional<String> name = text(config.experimentName());
        Optional<String> arm = text(config.experimentGroup());
        if (name.isEmpty() || arm.isEmpty()) {
            return;
        }
        session.run(SqlTemplate.of("""
                INSERT INTO arm_subjects
                SELECT *
                FROM (
                    SELECT DISTINCT
                        ${metric} AS metric,
                        ${experiment} AS experiment,
                        ${armKey} AS arm,
                        w."customer" AS subject
                    FROM ${buffer} w
                    ${dictionary}
                    WHERE w."at" IS NOT NULL AND w."customer" IS NOT NULL AND w.${class} IS NOT NULL
                        AND w."file" IN (SELECT id FROM files WHERE committed AND NOT published)
                        AND ${experimentIsNamed} AND ${armIsNamed}
                )
                ANTI JOIN arm_subjects USING (metric, experiment, arm, subject)
                """)
                .with("metric", Sql.text(experiment.name()))
                .with("experiment", name.get())
                .with("armKey", ArmSql.key(arm.get()))
                .with("buffer", LateArrivalBuffer.TABLE)
                .with("dictionary", plan.dictionaryColumns().isEmpty() ? "" : DimensionDictionary.join("w", "l"))
                .with("class", metric.quotedClass())
                .with("experimentIsNamed", named(experiment, config.experimentName(), name.get()))
                .with("armIsNamed", named(experiment, config.experimentGroup(), arm.get()))
                .sql());
    }

    /** As {@link ExperimentMetric} has it: a blank text and the default stand for none. */
    private static String named(ExperimentMetric experiment, String column, String text) {
        String none = Sql.text(experiment.defaults().getOrDefault(column, ""));
        return ArmSql.trimmed(text) + " NOT IN ('', " + none + ")";
    }

    /** A column of the buffer or its dictionary as text; empty where it is not kept. */
    private Optional<String> text(String name) {
        return plan.kept().stream()
                .filter(column -> column.name().equals(name))
                .findFirst()
                .map(column -> "CAST(" + (DimensionDictionary.holds(column.type()) ? "l." : "w.")
                        + LateArrivalBuffer.column(column) + " AS VARCHAR)");
    }

    /** Of each experiment that shares any, how many of its subjects are in more than one arm. */
    Publication.Extra extra() {
        return new Publication.Extra(PublishedTables.SHARED_SUBJECTS, """
                SELECT metric, experiment, count(*) FILTER (arms > 1) AS shared, count(*) AS subjects
                FROM (
                    SELECT metric, experiment, subject, count(*) AS arms
                    FROM arm_subjects
                    GROUP BY metric, experiment, subject
                )
                GROUP BY metric, experiment
                HAVING shared > 0
                """);
    }
}
