package com.cdhdashboard.core.report.definition;

import com.cdhdashboard.core.config.Family;
import com.cdhdashboard.core.report.definition.Capability.Groups;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The capability table: which kind of report a family can be shown with and which keys it reads. Checks, drawing and
 * controls all follow it, so what passes the checks can be drawn.
 */
public final class Capabilities {
    private static final List<Capability> TABLE =
            Stream.of(Family.values()).flatMap(Capabilities::rows).toList();

    private Capabilities() {}

    public static List<Capability> table() {
        return TABLE;
    }

    public static List<Capability> of(Family family) {
        return TABLE.stream().filter(row -> row.family() == family).toList();
    }

    public static Optional<Capability> find(Family family, String type) {
        return of(family).stream().filter(row -> row.kind().type().equals(type)).findFirst();
    }

    private static Stream<Capability> rows(Family family) {
        return switch (family) {
            case ENGAGEMENT, CONVERSION -> rates(family);
            case MODEL_ML_SCORES -> models();
            case DESCRIPTIVE -> described();
            case EXPERIMENT -> experiments();
            case CLV -> CustomerCapabilities.rows();
        };
    }

    private static Stream<Capability> models() {
        Family family = Family.MODEL_ML_SCORES;
        return Stream.of(
                row(family, ReportKind.LINE, Groups.UNUSED, modelAxes(true)),
                row(family, ReportKind.TREEMAP, new Groups(true, 1, 8), onProperty(treemap())),
                row(family, ReportKind.HEATMAP, Groups.UNUSED, onProperty(heatMap())),
                row(family, ReportKind.SCATTER, Groups.UNUSED, onProperty(scatter())),
                row(family, ReportKind.GENERIC, Groups.UNUSED, modelAxes(false)));
    }

    private static Stream<Capability> described() {
        Family family = Family.DESCRIPTIVE;
        return Stream.of(
                row(family, ReportKind.LINE, Groups.UNUSED, columnAxes(true)),
                row(family, ReportKind.BOXPLOT, Groups.UNUSED, boxes()),
                row(family, ReportKind.HISTOGRAM, Groups.UNUSED, histogram()),
                row(family, ReportKind.HEATMAP, Groups.UNUSED, columnHeatMap()),
                row(family, ReportKind.FUNNEL, Groups.UNUSED, funnel()),
                row(family, ReportKind.GENERIC, Groups.UNUSED, columnAxes(false)));
    }

    private static Stream<Capability> experiments() {
        return Stream.of(
                row(Family.EXPERIMENT, ReportKind.COMPARISON, Groups.UNUSED, comparison()),
                row(Family.EXPERIMENT, ReportKind.HEATMAP, Groups.UNUSED, heatMap()),
                row(Family.EXPERIMENT, ReportKind.GENERIC, Groups.UNUSED, axes(false)));
    }

    private static Stream<Capability> rates(Family family) {
        return Stream.of(
                row(family, ReportKind.LINE, Groups.UNUSED, axes(true)),
                row(family, ReportKind.BAR_POLAR, Groups.UNUSED, polar()),
                row(family, ReportKind.GAUGE, new Groups(true, 1, 2), gauge()),
                row(family, ReportKind.TREEMAP, new Groups(true, 1, 8), treemap()),
                row(family, ReportKind.HEATMAP, Groups.UNUSED, heatMap()),
                row(family, ReportKind.SCATTER, Groups.UNUSED, scatter()),
                row(family, ReportKind.GENERIC, Groups.UNUSED, axes(false)));
    }

    private static Capability row(Family family, ReportKind kind, Groups groups, List<Key> keys) {
        return new Capability(kind, family, groups, keys);
    }

    private static List<Key> axes(boolean required) {
        List<Key> keys = new ArrayList<>();
        keys.add(x(required));
        keys.add(new Key("y", Role.SCORE, required, "Y axis", "the score along the vertical axis"));
        keys.addAll(split());
        keys.addAll(look());
        keys.add(Key.optional("cards", Role.DIMENSION, "Cards", "the dimension with one card above the chart a value"));
        keys.addAll(fixed());
        return keys;
    }

    private static List<Key> modelAxes(boolean required) {
        List<Key> keys = new ArrayList<>();
        keys.add(x(required));
        keys.add(new Key("y", Role.SCORE, required, "Y axis", "the score along the vertical axis"));
        keys.addAll(split());
        keys.add(Key.optional("view", Role.VIEW, "View", "whether the score or a curve behind it is drawn"));
        keys.add(property());
        keys.addAll(look());
        keys.addAll(fixed());
        return keys;
    }

    private static List<Key> columnAxes(boolean required) {
        List<Key> keys = new ArrayList<>();
        keys.add(x(required));
        keys.add(new Key("y", Role.PROPERTY, required, "Column", "the column described"));
        keys.add(new Key("score", Role.SCORE, required, "Score", "the score of the column along the vertical axis"));
        keys.addAll(split());
        keys.addAll(look());
        keys.addAll(fixed());
        return keys;
    }

    private static List<Key> boxes() {
        List<Key> keys = new ArrayList<>();
        keys.add(x(true));
        keys.add(Key.required("y", Role.PROPERTY, "Column", "the column described"));
        keys.addAll(split());
        keys.add(height());
        return keys;
    }

    private static List<Key> histogram() {
        List<Key> keys = new ArrayList<>();
        keys.add(Key.required("x", Role.PROPERTY, "Column", "the column described"));
        keys.addAll(split().subList(1, 3));
        keys.add(Key.optional("clip", Role.FLAG, "Middle 98 %", "whether the lowest and highest 1 % are left out"));
        keys.add(Key.optional("share", Role.FLAG, "Shares", "whether bars are shares of their chart, not counts"));
        keys.add(Key.optional("scale", Role.SCALE, "Y scale", "whether the vertical axis is linear or logarithmic"));
        keys.add(height());
        return keys;
    }

    private static List<Key> funnel() {
        List<Key> keys = new ArrayList<>();
        keys.add(Key.required("x", Role.DIMENSION, "", "the dimension of the stages, such as Outcome"));
        keys.add(Key.required("stages", Role.STAGES, "", "the list of stages, first to last"));
        keys.addAll(split());
        keys.add(height());
        return keys;
    }

    private static List<Key> columnHeatMap() {
        return List.of(
                Key.required("x", Role.DIMENSION, "Columns", "the dimension of the columns"),
                Key.required("y", Role.DIMENSION, "Rows", "the dimension of the rows"),
                Key.required("property", Role.PROPERTY, "Column", "the column described"),
                Key.required("score", Role.SCORE, "Score", "the score of the column that colours the cells"));
    }

    private static Key x(boolean required) {
        return new Key("x", Role.DIMENSION, required, "X axis", "the dimension along the horizontal axis");
    }

    private static Key property() {
        return Key.optional(
                "property", Role.PROPERTY, "Property", "the score that is judged: Propensity or FinalPropensity");
    }

    private static List<Key> onProperty(List<Key> keys) {
        List<Key> all = new ArrayList<>(keys);
        all.add(property());
        return all;
    }

    private static List<Key> split() {
        return List.of(
                Key.optional("color", Role.DIMENSION, "Colour", "the dimension with one line or bar colour a value"),
                Key.optional("facet_row", Role.DIMENSION, "Row facets", "the dimension with one row of charts a value"),
                Key.optional(
                        "facet_column",
                        Role.DIMENSION,
                        "Column facets",
                        "the dimension with one column of charts a value"));
    }

    private static List<Key> look() {
        return List.of(
                Key.optional("form", Role.FORM, "Form", "whether lines or bars are drawn"),
                Key.optional("scale", Role.SCALE, "Y scale", "whether the vertical axis is linear or logarithmic"));
    }

    private static List<Key> fixed() {
        return List.of(Key.optional("log_y", Role.FLAG, "", "an older way to write scale = \"log\""), height());
    }

    private static Key height() {
        return Key.optional("height", Role.HEIGHT, "", "the least height of the chart in pixels");
    }

    private static List<Key> comparison() {
        return List.of(
                Key.optional("x", Role.COMPARED, "Compared by", "z_score, or an odds ratio such as g_odds_ratio_stat"),
                Key.optional("y", Role.DIMENSION, "Rows", "the dimension with one group of rows a value"),
                Key.optional("facet_row", Role.DIMENSION, "Row facets", "the dimension with one row of charts a value"),
                Key.optional(
                        "facet_column",
                        Role.DIMENSION,
                        "Column facets",
                        "the dimension with one column of charts a value"),
                Key.optional("height", Role.HEIGHT, "", "the least height of the chart in pixels"));
    }

    private static List<Key> polar() {
        return List.of(
                Key.required("r", Role.SCORE, "Length", "the score that is the length of a bar"),
                Key.required("theta", Role.DIMENSION, "Angle", "the dimension around the circle"),
                Key.required("color", Role.DIMENSION, "Colour", "the dimension with one colour a value"),
                Key.optional("showlegend", Role.FLAG, "Legend", "whether the colours are explained; true if absent"));
    }

    private static List<Key> gauge() {
        return List.of(
                Key.required("value", Role.SCORE, "Value", "the score on the gauges"),
                Key.optional(
                        "reference", Role.TARGETS, "", "a table of targets by group, the group's values joined by _"));
    }

    private static List<Key> treemap() {
        return List.of(Key.required("color", Role.SCORE, "Colour", "the score that colours the areas"));
    }

    private static List<Key> heatMap() {
        return List.of(
                Key.required("x", Role.DIMENSION, "Columns", "the dimension of the columns"),
                Key.required("y", Role.DIMENSION, "Rows", "the dimension of the rows"),
                Key.required("color", Role.SCORE, "Colour", "the score that colours the cells"));
    }

    private static List<Key> scatter() {
        return List.of(
                Key.required("x", Role.SCORE, "X axis", "the score along the horizontal axis"),
                Key.required("y", Role.SCORE, "Y axis", "the score along the vertical axis"),
                Key.required("size", Role.SCORE, "Size", "the score that is the area of a bubble"),
                Key.required("color", Role.DIMENSION, "Colour", "the dimension with one colour a value"),
                Key.required(
                        "animation_frame", Role.DIMENSION, "Frames", "the dimension that the animation steps through"),
                Key.required("animation_group", Role.DIMENSION, "Bubbles", "the dimension with one bubble a value"),
                Key.optional("log_x", Role.FLAG, "Logarithmic X", "whether the horizontal axis is logarithmic"),
                Key.optional("log_y", Role.FLAG, "Logarithmic Y", "whether the vertical axis is logarithmic"));
    }
}
