package com.cdhdashboard.app.view;

import com.cdhdashboard.app.output.NestedText;
import com.cdhdashboard.core.cube.Column;
import com.cdhdashboard.core.cube.Table;
import com.cdhdashboard.core.cube.ValueType;
import com.cdhdashboard.core.cube.Values;
import com.cdhdashboard.core.metric.Score;
import com.cdhdashboard.core.report.ScoreCatalogue;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** How the values of one column are written; chosen once for the whole column, so that decimals align. */
public final class ColumnFormat {
    private static final String STANDARD_ERROR = "StdErr";
    private static final double NORMAL_95 = 1.96;
    private static final int INDEX_DECIMALS = 3;

    private enum Style {
        TEXT,
        WORDS,
        COUNT,
        PERCENT,
        PROBABILITY,
        DECIMAL
    }

    private final Style style;
    private final int decimals;

    private ColumnFormat(Style style, int decimals) {
        this.style = style;
        this.decimals = decimals;
    }

    /** The format that fits the column's meaning and the precision of its values. */
    private static ColumnFormat of(Table table, int index, ScoreCatalogue scores) {
        Column column = table.columns().get(index);
        if (column.type() == ValueType.INTEGER && column.role() != Column.Role.DIMENSION) {
            return new ColumnFormat(Style.COUNT, 0);
        }
        if (column.type() != ValueType.NUMBER) {
            return new ColumnFormat(column.role() == Column.Role.SCORE ? Style.WORDS : Style.TEXT, 0);
        }
        Score.Format format = scores.find(column.name()).map(Score::format).orElse(Score.Format.NUMBER);
        return number(format, table, index);
    }

    private static ColumnFormat number(Score.Format format, Table table, int index) {
        return switch (format) {
            case PERCENT -> percent(table.columns().get(index).name(), table);
            case P_VALUE -> new ColumnFormat(Style.PROBABILITY, 3);
            case INDEX -> new ColumnFormat(Style.DECIMAL, INDEX_DECIMALS);
            case COUNT -> new ColumnFormat(Style.DECIMAL, 0);
            case MONEY, NUMBER, RATIO, TEXT, TABLE -> new ColumnFormat(Style.DECIMAL, whole(table, index) ? 0 : 2);
        };
    }

    private static ColumnFormat percent(String name, Table table) {
        int justified = NumberText.percentDecimals(halfWidth(table));
        return new ColumnFormat(Style.PERCENT, name.equals(STANDARD_ERROR) ? Math.min(4, justified + 1) : justified);
    }

    private static boolean whole(Table table, int index) {
        return table.rows().stream()
                .map(row -> row.get(index))
                .allMatch(value ->
                        !(value instanceof Number number) || number.doubleValue() == Math.rint(number.doubleValue()));
    }

    /** The median half-width of the intervals of the table's rates; 0 where the table has no standard errors. */
    private static double halfWidth(Table table) {
        OptionalInt errors = table.indexOf(STANDARD_ERROR);
        if (errors.isEmpty()) {
            return 0;
        }
        double[] sorted = table.rows().stream()
                .map(row -> row.get(errors.getAsInt()))
                .filter(Number.class::isInstance)
                .mapToDouble(value -> ((Number) value).doubleValue())
                .filter(value -> value > 0)
                .sorted()
                .toArray();
        return sorted.length == 0 ? 0 : NORMAL_95 * sorted[sorted.length / 2];
    }

    public boolean numeric() {
        return style != Style.TEXT && style != Style.WORDS;
    }

    /** The text of a cell; an en dash for a score that is not available, {@code (missing)} for a missing group. */
    public String text(@Nullable Object value) {
        if (style == Style.TEXT) {
            return Values.shown(value);
        }
        if (style == Style.WORDS && value != null) {
            return value instanceof Table nested ? NestedText.of(nested) : value.toString();
        }
        return value instanceof Number number && Double.isFinite(number.doubleValue())
                ? number(number)
                : NumberText.NONE;
    }

    private String number(Number number) {
        double value = number.doubleValue();
        return switch (style) {
            case COUNT -> NumberText.count(number.longValue());
            case PERCENT -> NumberText.percent(value, decimals);
            case PROBABILITY -> NumberText.probability(value);
            case DECIMAL, TEXT, WORDS -> NumberText.decimals(value, decimals);
        };
    }

    /** All formats of a table, in the order of its columns. */
    public static List<ColumnFormat> all(Table table, ScoreCatalogue scores) {
        ColumnFormat[] formats = new ColumnFormat[table.columns().size()];
        Arrays.setAll(formats, index -> of(table, index, scores));
        return List.of(formats);
    }
}
