package com.cdhdashboard.duckdb.imports.row;

import com.cdhdashboard.core.metric.ConversionMetric;
import com.cdhdashboard.duckdb.Sql;
import java.util.List;
import java.util.stream.Collectors;

/**
 * By which numbers the buffer tells interactions, events and customers apart, over the calculated stage of {@link RowSql}. Their text
 * is part of the plan that a store remembers.
 */
final class InteractionIds {
    /** A row without a key repeats nothing, late or not. */
    static final String LATE_KEY = "CASE WHEN \"key:\" IS NOT NULL THEN hash(\"key:\", \"outcome:\", \"at:\") END";

    private final List<MetricPlan> metrics;
    private final String salt;

    InteractionIds(List<MetricPlan> metrics, String salt) {
        this.metrics = List.copyOf(metrics);
        this.salt = salt;
    }

    /** Two of ten million interactions are alike once in 370,000 times, two of a billion once in 37. */
    String key() {
        String id = Sql.name(Interaction.INTERACTION_ID);
        String text = "CAST(" + id + " AS VARCHAR)";
        // To trim takes longer than all the rest, and what does not begin with a blank needs none
        return "CASE WHEN " + text + " >= '!' OR trim(" + text + ") <> '' THEN hash(" + id
                + ", \"Issue\", \"Group\", \"Name\", \"Rank\") END";
    }

    /**
     * An event of no customer is told from one of a customer without a name by a character that is in no name. Only rows
     * that convert belong to one.
     */
    String event() {
        String converts = metrics.stream()
                .filter(metric -> metric.metric() instanceof ConversionMetric)
                .map(metric -> metric.classColumn().sql() + " = " + OutcomeClass.POSITIVE)
                .distinct()
                .collect(Collectors.joining(" OR "));
        return "CASE WHEN (" + converts
                + ") AND coalesce(CAST(\"ConversionEventID\" AS VARCHAR), '') <> '' THEN md5_number(concat_ws(chr(31), "
                + Sql.text(salt)
                + ", coalesce(CAST(\"SubjectID\" AS VARCHAR), chr(30)), \"ConversionEventID\")) END";
    }

    /** As {@code md5_number_lower} has it, which takes four times as long. */
    String customer() {
        return "CASE WHEN coalesce(CAST(\"SubjectID\" AS VARCHAR), '') <> '' THEN CAST(md5_number(concat_ws(chr(31), "
                + Sql.text(salt) + ", \"SubjectID\")) >> 64 AS UBIGINT) END";
    }
}
