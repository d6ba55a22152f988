package com.cdhdashboard.core.report.explanation;

import com.cdhdashboard.core.cube.Column;
import com.cdhdashboard.core.cube.ValueType;
import com.cdhdashboard.core.figure.Format;
import com.cdhdashboard.core.figure.ShownNumber;
import com.cdhdashboard.core.metric.score.Score;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The numbers in the cells of a table as people read them, by {@link RowNumbers} and what their columns mean. */
public final class TableNumbers {
    private final List<Optional<Place>> places = new ArrayList<>();

    /** The number between the ends of an interval, by column; itself where it has none. */
    private record Place(Format format, int number, int low, int high, boolean parameter) {}

    public TableNumbers(List<Column> columns, ScoreCatalogue scores) {
        List<String> names = columns.stream().map(Column::name).toList();
        IntStream.range(0, columns.size())
                .forEach(index -> places.add(place(columns.get(index), index, names, scores)));
    }

    private static Optional<Place> place(Column column, int index, List<String> names, ScoreCatalogue scores) {
        boolean whole = column.type() == ValueType.INTEGER;
        if (column.role() == Column.Role.DIMENSION || (!whole && column.type() != ValueType.NUMBER)) {
            return Optional.empty();
        }
        Format format = whole
                ? Format.COUNT
                : scores.find(column.name())
                        .map(Score::format)
                        .filter(Format::isNumber)
                        .orElse(Format.NUMBER);
        return RowNumbers.ends(column.name())
                .filter(ends -> names.containsAll(List.of(ends.number(), ends.low(), ends.high())))
                .findFirst()
                .map(ends -> new Place(
                        format,
                        names.indexOf(ends.number()),
                        names.indexOf(ends.low()),
                        names.indexOf(ends.high()),
                        false))
                .or(() -> Optional.of(new Place(
                        format, index, -1, -1, RowNumbers.isParameter(column.name()) && names.contains("estimate"))));
    }

    /** Whether the column holds numbers that measure something; the values of a dimension are names. */
    public boolean isNumeric(int column) {
        return places.get(column).isPresent();
    }

    /** The number in a cell of a numeric column; not available where it has none. */
    public ShownNumber of(List<@Nullable Object> row, int column) {
        Place place = places.get(column).orElseThrow();
        if (place.parameter()) {
            return ShownNumber.parameter(number(row, column));
        }
        ShownNumber decides =
                ShownNumber.of(number(row, place.number()), place.format(), halfWidth(row, place.low(), place.high()));
        return place.number() == column
                ? decides
                : decides.form() == ShownNumber.Form.ABSENT
                        ? ShownNumber.of(number(row, column), place.format())
                        : decides.with(number(row, column));
    }

    private static double halfWidth(List<@Nullable Object> row, int low, int high) {
        return low < 0 ? Double.NaN : (number(row, high) - number(row, low)) / 2;
    }

    private static double number(List<@Nullable Object> row, int column) {
        return row.get(column) instanceof Number number ? number.doubleValue() : Double.NaN;
    }
}
