package com.cdhdashboard.duckdb.imports.row;

import com.cdhdashboard.core.cube.ValueType;
import com.cdhdashboard.duckdb.Sql;
import com.cdhdashboard.duckdb.imports.column.ColumnSql;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * The times of an interaction in the stages of {@link RowSql}: when its outcome came and, where the files tell, when it was
 * decided.
 *
 * @param defaulted the columns of the first stage
 */
record RowTimes(List<ColumnSql> defaulted, int lateOutcomeDays) {
    private static final String OUTCOME_TIME = Sql.name(Interaction.OUTCOME_TIME);
    private static final String DECISION_TIME = Sql.name(Interaction.DECISION_TIME);

    RowTimes {
        defaulted = List.copyOf(defaulted);
    }

    /** The times as they are read. */
    String read() {
        return each(this::time);
    }

    /** Times that a row cannot have are null, so that nothing is computed from them; a stage, as they are read once. */
    String usable() {
        return each(name -> {
            String time = Sql.name(name);
            return "CASE WHEN " + TimeSql.isUsable(time) + " THEN " + time + " END";
        });
    }

    private String each(UnaryOperator<String> sql) {
        return there().stream()
                .map(name -> sql.apply(name) + " AS " + Sql.name(name))
                .collect(Collectors.joining(", "));
    }

    private List<String> there() {
        return hasDecision()
                ? List.of(Interaction.OUTCOME_TIME, Interaction.DECISION_TIME)
                : List.of(Interaction.OUTCOME_TIME);
    }

    private boolean hasDecision() {
        return defaulted.stream().anyMatch(column -> column.name().equals(Interaction.DECISION_TIME));
    }

    String decisionIsPresent() {
        return hasDecision() ? isPresent(Interaction.DECISION_TIME) : "false";
    }

    /** A row is unusable if its outcome time is missing, or one of its times is there but cannot be used. */
    String unusable() {
        return OUTCOME_TIME + " IS NULL"
                + (hasDecision() ? " OR (" + DECISION_TIME + " IS NULL AND \"decision:present\")" : "");
    }

    String decided() {
        return hasDecision() ? DECISION_TIME : "CAST(NULL AS TIMESTAMP)";
    }

    /** To the microsecond. */
    String late() {
        return hasDecision()
                ? "NOT \"unusable:\" AND epoch_us(" + OUTCOME_TIME + ") - epoch_us(" + DECISION_TIME + ") > "
                        + Duration.ofDays(lateOutcomeDays).toNanos() / 1000
                : "false";
    }

    /** The outcome time as it is read. */
    String outcome() {
        return time(Interaction.OUTCOME_TIME);
    }

    /** Why times that are there cannot be used, as cases. */
    String reasons() {
        return there().stream().map(this::reasons).collect(Collectors.joining("\n"));
    }

    private String reasons(String name) {
        String time = time(name);
        return "WHEN " + time + " IS NULL AND " + isPresent(name) + " THEN " + TimeSql.unreadable(name, typeOf(name))
                + "\nWHEN NOT " + TimeSql.isUsable(time) + " THEN " + TimeSql.unusable(name, time);
    }

    private String time(String name) {
        return TimeSql.timestamp(name, typeOf(name));
    }

    private String isPresent(String name) {
        return TimeSql.isPresent(name, typeOf(name));
    }

    private ValueType typeOf(String name) {
        return defaulted.stream()
                .filter(column -> column.name().equals(name))
                .findFirst()
                .orElseThrow()
                .type();
    }
}
