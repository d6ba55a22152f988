package com.cdhdashboard.duckdb.imports.cube;

import com.cdhdashboard.core.metric.ConversionMetric;
import com.cdhdashboard.core.metric.EngagementMetric;
import com.cdhdashboard.core.metric.Metric;
import com.cdhdashboard.core.metric.arm.LooseName;
import com.cdhdashboard.core.metric.score.Responses;
import com.cdhdashboard.duckdb.Sql;
import com.cdhdashboard.duckdb.imports.late.LateArrivalBuffer;
import com.cdhdashboard.duckdb.imports.row.ArmSql;
import com.cdhdashboard.duckdb.imports.row.OutcomeClass;
import java.util.List;

/**
 * A measure of a cell.
 *
 * @param sql over groups of resolved rows: {@code role}, {@code n} rows, {@code revenue}, whether {@code in_event}
 */
record CellMeasure(String name, String type, String sql) {
    private static final String POSITIVE = "role = " + OutcomeClass.POSITIVE;
    private static final String NEGATIVE = "role = " + OutcomeClass.NEGATIVE;

    /** The measures that a metric's cells hold; conversions in events are added from the events themselves. */
    static List<CellMeasure> of(Metric metric) {
        return switch (metric.family()) {
            case ENGAGEMENT -> engagement((EngagementMetric) metric);
            case CONVERSION -> conversion();
            case MODEL_ML_SCORES, EXPERIMENT ->
                List.of(count(Responses.POSITIVES, POSITIVE), count(Responses.NEGATIVES, NEGATIVE));
            case DESCRIPTIVE, CLV ->
                throw new IllegalArgumentException(metric.name() + " does not count interactions by their outcome");
        };
    }

    private static List<CellMeasure> conversion() {
        return List.of(
                count(Responses.POSITIVES, POSITIVE),
                count(Responses.NEGATIVES, NEGATIVE),
                new CellMeasure(ConversionMetric.REVENUE, "DOUBLE", "coalesce(fsum(revenue), 0)"),
                new CellMeasure(
                        ConversionMetric.CONVERSIONS,
                        "DOUBLE",
                        "CAST(coalesce(sum(n) FILTER (" + POSITIVE + " AND NOT in_event), 0) AS DOUBLE)"));
    }

    private static List<CellMeasure> engagement(EngagementMetric metric) {
        String arm = "CAST(" + LateArrivalBuffer.column(EngagementMetric.ARM_COLUMN) + " AS VARCHAR)";
        String control =
                ArmSql.key(arm) + " = " + Sql.text(LooseName.key(metric.config().controlGroup()));
        String test = "coalesce(" + ArmSql.trimmed(arm) + ", '') <> '' AND NOT " + control;
        return List.of(
                count(Responses.POSITIVES, POSITIVE),
                count(Responses.NEGATIVES, NEGATIVE),
                count(EngagementMetric.TEST_POSITIVES, POSITIVE + " AND " + test),
                count(EngagementMetric.TEST_NEGATIVES, NEGATIVE + " AND " + test),
                count(EngagementMetric.CONTROL_POSITIVES, POSITIVE + " AND " + control),
                count(EngagementMetric.CONTROL_NEGATIVES, NEGATIVE + " AND " + control));
    }

    private static CellMeasure count(String name, String condition) {
        return new CellMeasure(name, "BIGINT", "CAST(coalesce(sum(n) FILTER (" + condition + "), 0) AS BIGINT)");
    }

    /** The sum of the measure over cells. */
    String sum() {
        String column = Sql.name(name);
        return (type.equals("BIGINT") ? "CAST(sum(" + column + ") AS BIGINT)" : "fsum(" + column + ")") + " AS "
                + column;
    }
}
