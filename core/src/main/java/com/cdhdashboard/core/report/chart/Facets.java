package com.cdhdashboard.core.report.chart;

import com.cdhdashboard.core.report.definition.Settings;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/** The dimensions of the rows and columns of small charts. */
public record Facets(Optional<String> row, Optional<String> column) {
    public static final Facets NONE = new Facets(Optional.empty(), Optional.empty());

    public static Facets of(Settings settings) {
        return new Facets(settings.text("facet_row"), settings.text("facet_column"));
    }

    public List<String> dimensions() {
        List<String> dimensions = new ArrayList<>();
        row.ifPresent(dimensions::add);
        column.ifPresent(dimensions::add);
        return dimensions;
    }

    /** What a chart with these is grouped by, each once: by column, row and then by further dimensions. */
    public List<String> grouping(List<String> before, Optional<String> color) {
        List<String> dimensions = new ArrayList<>(before);
        column.ifPresent(dimensions::add);
        row.ifPresent(dimensions::add);
        color.ifPresent(dimensions::add);
        return distinct(dimensions);
    }

    static List<String> distinct(List<String> names) {
        return List.copyOf(new LinkedHashSet<>(names));
    }
}
