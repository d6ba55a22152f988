package com.cdhdashboard.duckdb.imports.row;

import com.cdhdashboard.core.cube.ValueType;
import com.cdhdashboard.core.metric.Metric;
import com.cdhdashboard.core.metric.answer.UncountedOutcomes;
import com.cdhdashboard.duckdb.Sql;
import com.cdhdashboard.duckdb.imports.column.ColumnSql;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Two texts of rows whose outcome no metric lists: the outcome and the channel, each behind an equals sign, or an empty
 * text where the row has none. Of all other rows they are null, so that they make no new combinations of texts.
 */
public final class UncountedColumns {
    public static final String OUTCOME = "uncounted:outcome";
    public static final String CHANNEL = "uncounted:channel";

    /** The column that tells channels, where the files have it. */
    static final String CHANNEL_SOURCE = "Channel";

    private UncountedColumns() {}

    /** The texts over the stage before the calculated columns; none where no metric lists outcomes. */
    static List<ColumnSql> of(List<Metric> metrics, Map<String, ColumnSql> calculated) {
        Set<String> listed = UncountedOutcomes.listed(metrics);
        ColumnSql found = calculated.get(Interaction.OUTCOME);
        if (listed.isEmpty() || found == null) {
            return List.of();
        }
        String outcome = text(found);
        String counts = "coalesce(" + outcome + " IN ("
                + listed.stream().map(Sql::text).collect(Collectors.joining(", ")) + "), false)";
        String channel = Optional.ofNullable(calculated.get(CHANNEL_SOURCE))
                .map(UncountedColumns::text)
                .orElse("NULL");
        return List.of(text(OUTCOME, counts, outcome), text(CHANNEL, counts, channel));
    }

    private static ColumnSql text(String name, String counts, String value) {
        return new ColumnSql(
                name, ValueType.TEXT, "CASE WHEN NOT " + counts + " THEN coalesce('=' || " + value + ", '') END");
    }

    private static String text(ColumnSql column) {
        return "CAST((" + column.sql() + ") AS VARCHAR)";
    }
}
