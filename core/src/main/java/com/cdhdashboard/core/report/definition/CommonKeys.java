package com.cdhdashboard.core.report.definition;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Keys that several kinds of report read alike. */
public final class CommonKeys {
    public static final Key COLOR =
            Key.optional("color", Role.DIMENSION, "Colour", "the dimension with one line or bar colour a value");

    public static final Key HEIGHT = Key.optional("height", Role.HEIGHT, "", "the least height of the chart in pixels");

    public static final Key SCALE =
            Key.optional("scale", Role.SCALE, "Y scale", "whether the vertical axis is linear or logarithmic");

    public static final Key LEGEND =
            Key.optional("showlegend", Role.FLAG, "Legend", "whether the colours are explained; true if absent");

    /** What reports over models are about. */
    public static final Key PROPERTY = Key.optional(
            "property", Role.PROPERTY, "Property", "the score that is judged: Propensity or FinalPropensity");

    /** The dimensions of small charts. */
    public static final List<Key> FACETS = List.of(
            Key.optional("facet_row", Role.DIMENSION, "Row facets", "the dimension with one row of charts a value"),
            Key.optional(
                    "facet_column",
                    Role.DIMENSION,
                    "Column facets",
                    "the dimension with one column of charts a value"));

    /** What splits a chart into colours and small charts. */
    public static final List<Key> SPLIT =
            Stream.concat(Stream.of(COLOR), FACETS.stream()).toList();

    private CommonKeys() {}

    public static Key x(boolean required) {
        return new Key("x", Role.DIMENSION, required, "X axis", "the dimension along the horizontal axis");
    }

    /** These keys, one list after the other. */
    @SafeVarargs
    public static List<Key> all(List<Key>... keys) {
        List<Key> all = new ArrayList<>();
        for (List<Key> some : keys) {
            all.addAll(some);
        }
        return all;
    }
}
