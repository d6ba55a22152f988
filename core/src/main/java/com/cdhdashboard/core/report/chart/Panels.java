package com.cdhdashboard.core.report.chart;

import com.cdhdashboard.core.cube.Column;
import com.cdhdashboard.core.cube.DimensionTitle;
import com.cdhdashboard.core.figure.Attributes;
import com.cdhdashboard.core.figure.AxisScale;
import com.cdhdashboard.core.figure.Drill;
import com.cdhdashboard.core.figure.FacetGrid;
import com.cdhdashboard.core.figure.Layouts;
import com.cdhdashboard.core.report.data.ChartNotes;
import com.cdhdashboard.core.report.data.ScoredRows;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The small charts of a figure: one for each value of its row facet and of its column facet, the largest of them. Where
 * there are facets of one dimension only, and too many for one row or column, they fill rows like words fill lines.
 */
public final class Panels {
    private static final int MOST_ROWS = 12;
    private static final int MOST_COLUMNS = 6;
    /** More of them take a telephone minutes to draw. */
    private static final int MOST_PANELS = 30;

    private static final int LEAST_WRAPPED = 4;
    /** The small chart that is none, behind the last; nothing has its value. */
    private static final Facet NOBODY = new Facet("", new Object(), Drill.NONE);

    private static final int HEIGHT = 460;
    private static final int ROW_HEIGHT = 230;
    private static final int STRIP = 26;

    private final Facets facets;
    private final List<Facet> rows;
    private final List<Facet> columns;
    /** The charts in reading order, where they fill rows; else none. */
    private final List<Facet> wrapped;

    private Panels(Facets facets, List<Facet> rows, List<Facet> columns, List<Facet> wrapped) {
        this.facets = facets;
        this.rows = rows;
        this.columns = columns;
        this.wrapped = wrapped;
    }

    static Panels of(Facets facets, ScoredRows rows, ChartNotes notes) {
        List<String> dimensions = facets.dimensions();
        int room = facets.row().isPresent() ? MOST_ROWS : MOST_COLUMNS;
        if (dimensions.size() == 1 && rows.distinct(dimensions.get(0)).size() > room) {
            return wrapped(facets, values(Optional.of(dimensions.get(0)), rows, notes, MOST_PANELS));
        }
        List<Facet> columns = values(facets.column(), rows, notes, MOST_COLUMNS);
        int most = Math.min(MOST_ROWS, MOST_PANELS / columns.size());
        return new Panels(facets, values(facets.row(), rows, notes, most), columns, List.of());
    }

    private static Panels wrapped(Facets facets, List<Facet> values) {
        int columns = LEAST_WRAPPED;
        for (int more = columns + 1; more <= MOST_COLUMNS; more++) {
            columns = holes(values.size(), more) <= holes(values.size(), columns) ? more : columns;
        }
        Facet none = new Facet("", null, Drill.NONE);
        return new Panels(
                facets,
                Collections.nCopies((values.size() + columns - 1) / columns, none),
                Collections.nCopies(columns, none),
                values);
    }

    private static int holes(int values, int columns) {
        return (columns - values % columns) % columns;
    }

    private static List<Facet> values(Optional<String> dimension, ScoredRows rows, ChartNotes notes, int most) {
        if (dimension.isEmpty()) {
            return List.of(new Facet("", null, Drill.NONE));
        }
        Column column = rows.column(dimension.get());
        List<Facet> facets = new ArrayList<>();
        notes.largest(rows, column.name(), most)
                .forEach(value ->
                        facets.add(new Facet(AxisScale.text(column, value), value, Drill.NONE.is(column, value))));
        return facets;
    }

    boolean isSingle() {
        return rows.size() * columns.size() == 1;
    }

    FacetGrid grid() {
        return new FacetGrid(
                columns.stream().map(Facet::text).toList(),
                rows.stream().map(Facet::text).toList());
    }

    /** The values that a row of one small chart has in {@link Facets#dimensions}. */
    List<@Nullable Object> key(int row, int column) {
        List<@Nullable Object> key = new ArrayList<>();
        at(row, column).forEach(facet -> key.add(facet.value()));
        return key;
    }

    /** What the rows of one small chart have in common. */
    Drill drill(int row, int column) {
        return at(row, column).stream().map(Facet::drill).reduce(Drill.NONE, Drill::and);
    }

    /** The colours within one small chart. */
    List<Hue> hues(List<Hue> hues, int row, int column) {
        return hues.stream().map(hue -> hue.within(drill(row, column))).toList();
    }

    private List<Facet> at(int row, int column) {
        if (!wrapped.isEmpty()) {
            int place = row * columns.size() + column;
            return List.of(place < wrapped.size() ? wrapped.get(place) : NOBODY);
        }
        return Stream.of(
                        facets.row().map(dimension -> rows.get(row)),
                        facets.column().map(dimension -> columns.get(column)))
                .flatMap(Optional::stream)
                .toList();
    }

    /** The layout that all small charts share, without axes; a legend stands above them where there is a dimension it names. */
    Attributes layout(OptionalInt leastHeight, Optional<String> legend) {
        int height = Math.max(leastHeight.orElse(HEIGHT), rows.size() > 1 ? ROW_HEIGHT * rows.size() : 0);
        boolean strips = facets.column().isPresent() || !wrapped.isEmpty();
        Attributes layout = Layouts.base(height)
                .with("margin", Layouts.margin(strips || legend.isPresent() ? STRIP : 10, 24, 8, 8))
                .with("showlegend", legend.isPresent());
        legend.ifPresent(dimension -> layout.with(
                "legend", Layouts.legend(DimensionTitle.of(dimension), 1 + (strips ? STRIP : 6) / (double) height)));
        List<Attributes> strip = wrapped.isEmpty() ? grid().strips() : titles();
        return strip.isEmpty() ? layout : layout.with("annotations", strip);
    }

    private List<Attributes> titles() {
        List<Attributes> titles = new ArrayList<>();
        for (int place = 0; place < wrapped.size(); place++) {
            titles.add(grid().title(wrapped.get(place).text(), place / columns.size(), place % columns.size()));
        }
        return titles;
    }

    /** A value of a facet dimension and its text. */
    private record Facet(String text, @Nullable Object value, Drill drill) {}
}
