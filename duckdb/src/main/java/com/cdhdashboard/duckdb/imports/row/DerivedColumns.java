package com.cdhdashboard.duckdb.imports.row;

import static com.cdhdashboard.duckdb.imports.row.Interaction.ACTION_ID;
import static com.cdhdashboard.duckdb.imports.row.Interaction.DECISION_TIME;
import static com.cdhdashboard.duckdb.imports.row.Interaction.OUTCOME_TIME;
import static com.cdhdashboard.duckdb.imports.row.Interaction.RESPONSE_TIME;

import com.cdhdashboard.core.cube.ValueType;
import com.cdhdashboard.duckdb.Sql;
import com.cdhdashboard.duckdb.imports.column.ColumnSql;
import com.cdhdashboard.duckdb.imports.late.DayZone;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Times read, and what follows from them and from the action: {@code Day} to {@code ResponseTime}, {@code ActionID}. */
public final class DerivedColumns {
    private static final List<String> ACTION = List.of("Issue", "Group", "Name");

    private DerivedColumns() {}

    /** All columns after this stage; those of the stage before pass through unless they are derived anew. */
    public static Map<String, ColumnSql> of(Map<String, ColumnSql> defaulted, DayZone zone) {
        Map<String, ColumnSql> columns = new LinkedHashMap<>();
        defaulted
                .values()
                .forEach(column -> columns.put(
                        column.name(), new ColumnSql(column.name(), column.type(), Sql.name(column.name()))));
        ColumnSql id = columns.get(Interaction.INTERACTION_ID);
        if (id != null && id.type() == ValueType.TEXT) {
            put(columns, id.name(), id.type(), unlessBlank(id.sql()));
        }
        for (String time : List.of(OUTCOME_TIME, DECISION_TIME)) {
            if (defaulted.containsKey(time)) {
                put(columns, time, ValueType.TIMESTAMP, Sql.name(time));
            }
        }
        if (defaulted.containsKey(OUTCOME_TIME)) {
            addTimes(columns, zone, defaulted.containsKey(DECISION_TIME));
        }
        if (defaulted.keySet().containsAll(ACTION)) {
            put(columns, ACTION_ID, ValueType.TEXT, "concat_ws('/', \"Issue\", \"Group\", \"Name\")");
        }
        return columns;
    }

    /** To look for blanks of all kinds takes longer than all the rest, and nearly all ids begin with another character. */
    private static String unlessBlank(String text) {
        return "CASE WHEN (" + text + " >= '!' AND " + text + " < chr(127)) OR " + ArmSql.trimmed(text) + " <> '' THEN "
                + text + " END";
    }

    private static void addTimes(Map<String, ColumnSql> columns, DayZone zone, boolean decided) {
        String outcome = Sql.name(OUTCOME_TIME);
        for (TimePart part : TimePart.values()) {
            put(columns, part.column(), part.type(), part.of(zone.day(outcome)));
        }
        if (decided) {
            String micros = "(epoch_us(" + outcome + ") - epoch_us(" + Sql.name(DECISION_TIME) + "))";
            put(columns, RESPONSE_TIME, ValueType.INTEGER, "CAST(trunc(" + micros + " / 1000000) AS BIGINT)");
        }
    }

    private static void put(Map<String, ColumnSql> columns, String name, ValueType type, String sql) {
        columns.put(name, new ColumnSql(name, type, sql));
    }

    /** The columns of the stage before that the named ones are computed from. */
    static Set<String> inputs(Set<String> names, Map<String, ColumnSql> defaulted) {
        Set<String> inputs = new LinkedHashSet<>();
        for (String name : names) {
            if (TimePart.named(name).isPresent()) {
                inputs.add(OUTCOME_TIME);
            } else if (name.equals(RESPONSE_TIME)) {
                inputs.addAll(List.of(OUTCOME_TIME, DECISION_TIME));
            } else if (name.equals(ACTION_ID)) {
                inputs.addAll(ACTION);
            } else if (defaulted.containsKey(name)) {
                inputs.add(name);
            }
        }
        return inputs;
    }
}
