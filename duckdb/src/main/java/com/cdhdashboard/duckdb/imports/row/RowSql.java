package com.cdhdashboard.duckdb.imports.row;

import com.cdhdashboard.core.cube.ValueType;
import com.cdhdashboard.duckdb.Sql;
import com.cdhdashboard.duckdb.SqlTemplate;
import com.cdhdashboard.duckdb.SqlTypes;
import com.cdhdashboard.duckdb.imports.column.ColumnSql;
import com.cdhdashboard.duckdb.imports.column.SourceColumn;
import com.cdhdashboard.duckdb.imports.late.DimensionDictionary;
import com.cdhdashboard.duckdb.imports.late.LateArrivalBuffer;
import com.cdhdashboard.duckdb.summary.SummaryNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The plan for prepared rows of interactions as one query over a query {@code source}, stage by stage: defaults put in,
 * filtered, times read, columns derived, columns calculated. Names with a colon are the query's own, which no
 * dimension may have, see {@link #OWN}. Columns kept beside the ones of the plan:
 *
 * <ul>
 *   <li>{@code key}: a number of the interaction id, the action and the rank; rows of one key are one interaction; null
 *       for a row without an id, which is one by itself
 *   <li>{@code outcome}: a number of the outcome, to count repeats; two of 20 outcomes are alike once in 20 million times
 *   <li>{@code file}: id of the file
 *   <li>{@code at}, {@code decided}: outcome and decision time; {@code at} is null for a row whose times cannot be used
 *   <li>{@code late}: whether the outcome came too late for its interaction; the row is then an interaction of its own,
 *       decided when it came, with a key that only its repeats share
 *   <li>{@code remarks}: which values of the row were no finite numbers, see {@link Remarks}
 *   <li>{@code role:…}: what the row is to each metric, see {@link OutcomeClass}
 *   <li>{@code event}: 128 bits of the conversion event, salted; null where the row has none or does not convert
 *   <li>{@code customer}: 64 bits of the customer's id, salted; null where the row has none
 *   <li>{@code labels}: the number of its entry in the {@link DimensionDictionary}, where that has columns
 * </ul>
 */
public final class RowSql implements PreparedRows {
    /** Columns that are added to the ones of the files; none of those that are counted by may be called so. */
    static final Set<String> OWN = Set.of(
            "file:id",
            "remarks:",
            "decision:present",
            "unusable:",
            "key:",
            "outcome:",
            "at:",
            "decided:",
            "late:",
            SummaryNames.CELL);

    private static final Set<String> TIMES = Set.of(Interaction.OUTCOME_TIME, Interaction.DECISION_TIME);
    private final RowPlan plan;
    private final InteractionIds ids;
    private final RowTimes times;

    public RowSql(RowPlan plan, String salt, int lateOutcomeDays) {
        this.plan = plan;
        this.ids = new InteractionIds(plan.metrics(), salt);
        this.times = new RowTimes(plan.defaulted(), lateOutcomeDays);
    }

    @Override
    public Map<SourceColumn, ValueType> read() {
        return plan.read();
    }

    @Override
    public Set<String> times() {
        return TIMES;
    }

    @Override
    public Set<String> required() {
        return Set.of(Interaction.OUTCOME_TIME);
    }

    @Override
    public List<String> columns() {
        List<String> columns = new ArrayList<>(List.of(
                "\"key\" UBIGINT",
                "\"outcome\" UINTEGER",
                "\"file\" INTEGER",
                "\"at\" TIMESTAMP",
                "\"decided\" TIMESTAMP",
                "\"late\" BOOLEAN",
                Remarks.DEFINITION,
                "\"event\" UHUGEINT",
                "\"customer\" UBIGINT"));
        classes().forEach(role -> columns.add(Sql.name(role.name()) + " UTINYINT"));
        if (!dictionaryColumns().isEmpty()) {
            columns.add(DimensionDictionary.NUMBER + " UBIGINT");
        }
        plan.values()
                .forEach(column -> columns.add(LateArrivalBuffer.column(column) + " " + SqlTypes.name(column.type())));
        return columns;
    }

    @Override
    public List<ColumnSql> dictionaryColumns() {
        return plan.dictionaryColumns();
    }

    @Override
    public String query() {
        String remarks = Remarks.of(plan.numbersRead(), 0);
        return SqlTemplate.of("""
                ${filtered},
                timed AS (
                    SELECT * REPLACE (${times}), ${decisionIsPresent} AS "decision:present"
                    FROM passed
                ),
                usable AS (
                    SELECT * REPLACE (${usableTimes})
                    FROM timed
                ),
                derived AS (
                    SELECT
                        "file:id",
                        ${unusable} AS "unusable:",
                        "remarks:",
                        ${derived}
                    FROM usable
                ),
                calculated AS (
                    SELECT
                        "file:id",
                        ${key} AS "key:",
                        "Outcome" AS "outcome:",
                        CASE WHEN NOT "unusable:" THEN "OutcomeTime" END AS "at:",
                        ${decided} AS "decided:",
                        ${late} AS "late:",
                        "remarks:",
                        ${calculated}
                    FROM derived
                )
                SELECT
                    CASE WHEN "late:" THEN ${lateKey} ELSE "key:" END AS "key",
                    CAST(hash("outcome:") >> 32 AS UINTEGER) AS "outcome",
                    "file:id" AS "file",
                    "at:" AS "at",
                    CASE WHEN "late:" THEN "at:" ELSE "decided:" END AS "decided",
                    "late:" AS "late",
                    "remarks:" | ${calculatedRemarks} AS "remarks",
                    ${event} AS "event",
                    ${customer} AS "customer",
                    ${kept}
                FROM calculated
                """)
                .with(
                        "filtered",
                        filtered("source", PreparedRows.FILE + " AS \"file:id\",\n" + remarks + " AS \"remarks:\""))
                .with("times", times.read())
                .with("decisionIsPresent", times.decisionIsPresent())
                .with("usableTimes", times.usable())
                .with("unusable", times.unusable())
                .with("derived", Stages.columns(plan.derived()))
                .with("key", ids.key())
                .with("decided", times.decided())
                .with("late", times.late())
                .with("calculated", Stages.columns(plan.calculated()))
                .with("lateKey", InteractionIds.LATE_KEY)
                .with(
                        "calculatedRemarks",
                        Remarks.of(plan.numbersCalculated(), plan.numbersRead().size()))
                .with("event", plan.event() ? ids.event() : "CAST(NULL AS UHUGEINT)")
                .with("customer", plan.customer() ? ids.customer() : "CAST(NULL AS UBIGINT)")
                .with("kept", String.join(",\n", kept()))
                .sql();
    }

    @Override
    public String unusableRows() {
        return SqlTemplate.of("""
                ${filtered},
                judged AS (
                    SELECT
                        ${row},
                        CASE
                            ${reasons}
                            WHEN ${outcomeTime} IS NULL THEN ${missing}
                        END AS "reason:",
                        to_json(passed) AS "content:"
                    FROM passed
                )
                SELECT *
                FROM judged
                WHERE "reason:" IS NOT NULL
                ORDER BY 1
                """)
                .with("filtered", filtered("numbered", PreparedRows.ROW))
                .with("row", PreparedRows.ROW)
                .with("reasons", times.reasons())
                .with("outcomeTime", times.outcome())
                .with("missing", Sql.text(Interaction.OUTCOME_TIME + " is missing"))
                .sql();
    }

    /** What rows of two imports must have in common, in lines; the types of columns that are kept as they are may widen. */
    public Stream<String> common() {
        return Stream.of(
                        Stream.of(
                                "inputs: " + plan.inputs(),
                                "filter: " + plan.filter().orElse("")),
                        plan.calculated().stream()
                                .filter(column -> !column.sql().equals(Sql.name(column.name())))
                                .map(column -> "calculated: " + column.name() + " = " + column.sql()),
                        plan.kept().stream().map(column -> PlanLines.KEPT + column.name()),
                        classes().stream().map(role -> "role: " + role.name() + " = " + role.sql()),
                        Stream.of("key: " + ids.key()),
                        Stream.of("event: " + (plan.event() ? ids.event() : "none")),
                        Stream.of("customer: " + (plan.hasLists() ? ids.customer() : "none")),
                        Stream.of(PlanLines.KEPT + "the subjects of arms").filter(line -> plan.tellsSubjectsOfArms()))
                .flatMap(lines -> lines);
    }

    private String filtered(String source, String own) {
        return Stages.filtered(source, own, plan.defaulted(), plan.filter());
    }

    private List<String> kept() {
        List<String> columns = new ArrayList<>();
        classes().forEach(column -> columns.add(column.sql() + " AS " + Sql.name(column.name())));
        if (!dictionaryColumns().isEmpty()) {
            columns.add(DimensionDictionary.number(
                            dictionaryColumns().stream().map(ColumnSql::name).map(Sql::name))
                    + " AS " + DimensionDictionary.NUMBER);
        }
        Stream.concat(plan.values().stream(), dictionaryColumns().stream())
                .forEach(column -> columns.add(kept(column) + " AS " + LateArrivalBuffer.column(column)));
        return columns;
    }

    private String kept(ColumnSql column) {
        return plan.numbersCalculated().contains(column) ? Remarks.finite(column.sql()) : column.sql();
    }

    private List<MetricPlan.ClassColumn> classes() {
        return plan.metrics().stream().map(MetricPlan::classColumn).distinct().toList();
    }
}
