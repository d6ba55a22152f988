package com.cdhdashboard.app.output;

import com.cdhdashboard.core.cube.Column;
import com.cdhdashboard.core.cube.Table;
import com.cdhdashboard.core.cube.Values;
import com.cdhdashboard.core.metric.score.Scores;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A table within a cell in a few words: {@code A: Count 1,966, Positives 123; B: …}. Each row gives its first value and
 * the first two numbers there are; JSON has the rest.
 */
public final class NestedText {
    private static final int FIGURES = 2;

    private NestedText() {}

    public static String of(Table nested) {
        CellText texts = new CellText(nested.columns(), Scores::find);
        return nested.rows().stream()
                .map(row -> row(nested.columns(), texts, row))
                .collect(Collectors.joining("; "));
    }

    private static String row(List<Column> columns, CellText texts, List<@Nullable Object> row) {
        List<String> figures = new ArrayList<>();
        for (int i = 1; i < row.size() && figures.size() < FIGURES; i++) {
            if (row.get(i) != null && texts.isNumeric(i)) {
                figures.add(columns.get(i).name() + " " + texts.text(row, i));
            }
        }
        return Values.label(row.get(0)) + (figures.isEmpty() ? "" : ": " + String.join(", ", figures));
    }
}
