package com.cdhdashboard.app.output;

import com.cdhdashboard.core.cube.Column;
import com.cdhdashboard.core.cube.Table;
import com.cdhdashboard.core.cube.Values;
import com.cdhdashboard.core.figure.ShownNumber;
import com.cdhdashboard.core.report.explanation.ScoreCatalogue;
import com.cdhdashboard.core.report.explanation.TableNumbers;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The cells of a table as people read them: an en dash for a score that is not available, {@code (missing)} for a
 * missing group.
 */
public final class CellText {
    private final List<Column> columns;
    private final TableNumbers numbers;

    public CellText(List<Column> columns, ScoreCatalogue scores) {
        this.columns = List.copyOf(columns);
        this.numbers = new TableNumbers(columns, scores);
    }

    public boolean isNumeric(int column) {
        return numbers.isNumeric(column);
    }

    public String text(List<@Nullable Object> row, int column) {
        Object value = row.get(column);
        if (isNumeric(column)) {
            return numbers.of(row, column).text();
        }
        if (columns.get(column).role() == Column.Role.DIMENSION) {
            return Values.shown(value);
        }
        return value == null
                ? ShownNumber.NOT_AVAILABLE
                : value instanceof Table nested ? NestedText.of(nested) : Values.shown(value);
    }

    /** The number format by which a spreadsheet shows the number in a numeric column as this text. */
    public String spreadsheetFormat(List<@Nullable Object> row, int column) {
        return numbers.of(row, column).spreadsheetFormat();
    }
}
