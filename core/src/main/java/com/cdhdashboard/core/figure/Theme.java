package com.cdhdashboard.core.figure;

import java.util.ArrayList;
import java.util.List;

/**
 * Every colour figures use, with its value in both themes; style sheets are to define exactly these.
 *
 * <p>The twelve categorical colours extend the set of Okabe and Ito ("Color Universal Design", 2008), which readers with
 * a colour vision deficiency can tell apart, in an order that keeps neighbours distinct in lightness. The sequential
 * scale runs along the lightness of one hue, the diverging scale from orange over grey to blue.
 */
public final class Theme {
    public static final ThemeColor TEXT = new ThemeColor("--chart-text", "#1f2937", "#e5e7eb");
    public static final ThemeColor MUTED = new ThemeColor("--chart-muted", "#5b6472", "#a3adba");
    public static final ThemeColor GRID = new ThemeColor("--chart-grid", "#e5e7eb", "#2d3643");
    public static final ThemeColor AXIS = new ThemeColor("--chart-axis", "#9aa3af", "#5b6675");
    public static final ThemeColor SURFACE = new ThemeColor("--chart-surface", "#ffffff", "#1b2330");
    public static final ThemeColor NEUTRAL_BAND =
            new ThemeColor("--chart-neutral-band", "rgba(100,116,139,0.14)", "rgba(148,163,184,0.16)");
    public static final ThemeColor OTHER = new ThemeColor("--chart-other", "#8b94a1", "#8a94a3");
    public static final ThemeColor OTHER_BAND =
            new ThemeColor("--chart-other-band", "rgba(139,148,161,0.18)", "rgba(138,148,163,0.22)");
    public static final ThemeColor ON_TARGET = new ThemeColor("--chart-on-target", "#0b8f5a", "#3ecf8e");
    public static final ThemeColor BELOW_TARGET = new ThemeColor("--chart-below-target", "#c77700", "#f0a83c");
    public static final ThemeColor FAR_BELOW_TARGET = new ThemeColor("--chart-far-below-target", "#c2410c", "#ff7849");
    public static final ThemeColor TARGET = new ThemeColor("--chart-target", "#b91c1c", "#f87171");

    private static final List<ThemeColor> CATEGORICAL = List.of(
            categorical(1, "#0072b2", "#4ea8de"),
            categorical(2, "#d55e00", "#ff8b3d"),
            categorical(3, "#009e73", "#34d1a1"),
            categorical(4, "#cc79a7", "#e79ac4"),
            categorical(5, "#b58900", "#f0c419"),
            categorical(6, "#2f95cc", "#9bd6f5"),
            categorical(7, "#7b3294", "#c58be0"),
            categorical(8, "#8c510a", "#d8a15c"),
            categorical(9, "#1b7837", "#7fd17f"),
            categorical(10, "#c51b7d", "#ff6fb5"),
            categorical(11, "#35608d", "#8ba6d9"),
            categorical(12, "#6b705c", "#c2c5aa"));

    private static final List<ThemeColor> CATEGORICAL_BANDS = List.of(
            band(1, "0,114,178", "78,168,222"),
            band(2, "213,94,0", "255,139,61"),
            band(3, "0,158,115", "52,209,161"),
            band(4, "204,121,167", "231,154,196"),
            band(5, "181,137,0", "240,196,25"),
            band(6, "47,149,204", "155,214,245"),
            band(7, "123,50,148", "197,139,224"),
            band(8, "140,81,10", "216,161,92"),
            band(9, "27,120,55", "127,209,127"),
            band(10, "197,27,125", "255,111,181"),
            band(11, "53,96,141", "139,166,217"),
            band(12, "107,112,92", "194,197,170"));

    private static final List<ThemeColor> SEQUENTIAL = List.of(
            new ThemeColor("--chart-seq-1", "#eef7f1", "#17302a"),
            new ThemeColor("--chart-seq-2", "#bfe3cd", "#1d5243"),
            new ThemeColor("--chart-seq-3", "#7cc4a0", "#2a7a5f"),
            new ThemeColor("--chart-seq-4", "#3a9a72", "#47a981"),
            new ThemeColor("--chart-seq-5", "#0b6b49", "#8ee0b8"));

    private static final List<ThemeColor> DIVERGING = List.of(
            new ThemeColor("--chart-div-1", "#b35806", "#f1a340"),
            new ThemeColor("--chart-div-2", "#f1b36b", "#9a6422"),
            new ThemeColor("--chart-div-3", "#eef0f2", "#2b3442"),
            new ThemeColor("--chart-div-4", "#7fb2d6", "#2f6f9f"),
            new ThemeColor("--chart-div-5", "#1f5f99", "#6bb6ee"));

    private Theme() {}

    /** All colours, each once, in the order a style sheet lists them. */
    public static List<ThemeColor> colors() {
        List<ThemeColor> all = new ArrayList<>(List.of(
                TEXT,
                MUTED,
                GRID,
                AXIS,
                SURFACE,
                NEUTRAL_BAND,
                OTHER,
                OTHER_BAND,
                ON_TARGET,
                BELOW_TARGET,
                FAR_BELOW_TARGET,
                TARGET));
        all.addAll(CATEGORICAL);
        all.addAll(CATEGORICAL_BANDS);
        all.addAll(SEQUENTIAL);
        all.addAll(DIVERGING);
        return List.copyOf(all);
    }

    static List<ThemeColor> categorical() {
        return CATEGORICAL;
    }

    static List<ThemeColor> categoricalBands() {
        return CATEGORICAL_BANDS;
    }

    /** A Plotly colour scale from low to high. */
    public static List<List<Object>> sequentialScale() {
        return scale(SEQUENTIAL);
    }

    /** A Plotly colour scale whose middle belongs to the score's centre. */
    public static List<List<Object>> divergingScale() {
        return scale(DIVERGING);
    }

    /** A Plotly colour scale of five steps from low to high, which tell ranges apart where areas lie far from each other. */
    public static List<List<Object>> steppedScale() {
        List<List<Object>> scale = new ArrayList<>();
        int steps = SEQUENTIAL.size();
        for (int i = 0; i < steps; i++) {
            String color = SEQUENTIAL.get(i).reference();
            scale.add(List.of((double) i / steps, color));
            scale.add(List.of((double) (i + 1) / steps, color));
        }
        return List.copyOf(scale);
    }

    private static List<List<Object>> scale(List<ThemeColor> stops) {
        List<List<Object>> scale = new ArrayList<>(stops.size());
        for (int i = 0; i < stops.size(); i++) {
            scale.add(List.of((double) i / (stops.size() - 1), stops.get(i).reference()));
        }
        return List.copyOf(scale);
    }

    private static ThemeColor categorical(int number, String light, String dark) {
        return new ThemeColor("--chart-" + number, light, dark);
    }

    private static ThemeColor band(int number, String light, String dark) {
        return new ThemeColor("--chart-" + number + "-band", "rgba(" + light + ",0.18)", "rgba(" + dark + ",0.22)");
    }
}
