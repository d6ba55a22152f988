package com.cdhdashboard.core.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The areas of a treemap, each below its parent. Not thread safe. */
public final class TreemapAreas {
    /** What stands for all values that have no area of their own; it is none itself, so that nobody goes into it. */
    public static final String OTHERS = "\u0000other";

    private static final String ROOT = "all";
    /** Levels that are drawn at once, whatever is in them; the others come up as one goes into an area. */
    private static final int LEVELS = 4;

    /** More levels are drawn at once as long as they have no more areas together. */
    private static final int FEW = 60;

    private final List<Integer> depths = new ArrayList<>();
    private final List<String> ids = new ArrayList<>();
    private final List<String> parents = new ArrayList<>();
    private final List<String> labels = new ArrayList<>();
    private final List<Double> sizes = new ArrayList<>();
    private final List<@Nullable Double> colors = new ArrayList<>();
    private final List<String> texts = new ArrayList<>();
    private final List<String> hovers = new ArrayList<>();

    /**
     * What there is of an area.
     *
     * @param path the labels of its groups from the outside in, its own last; none for the area that holds all others
     * @param color undefined for an area without one
     */
    public record Area(List<String> path, String label, double size, double color, String text, String hover) {
        public Area {
            path = List.copyOf(path);
        }
    }

    public void add(Area area) {
        List<String> path = area.path();
        ids.add(id(path));
        depths.add(path.size());
        parents.add(path.isEmpty() ? "" : id(path.subList(0, path.size() - 1)));
        labels.add(PlotText.tick(area.label()));
        sizes.add(area.size());
        colors.add(Double.isFinite(area.color()) ? area.color() : null);
        texts.add(area.text());
        hovers.add(area.hover());
    }

    public int count() {
        return ids.size();
    }

    public List<@Nullable Double> colors() {
        return colors;
    }

    /** Unique within the figure: every value is preceded by its length, so that no two paths read the same. */
    private static String id(List<String> path) {
        return path.stream()
                .map(label -> label.equals(OTHERS) ? "/other" : "/" + label.length() + ":" + label)
                .collect(Collectors.joining("", ROOT, ""));
    }

    /** How many levels have few areas together. */
    private int levelsOfFew(int levels) {
        for (int depth = levels; depth > 0; depth--) {
            int deepest = depth;
            if (depths.stream().filter(each -> each <= deepest).count() <= FEW) {
                return depth + 1;
            }
        }
        return 1;
    }

    /** The trace of so many levels below the outermost. */
    public Attributes trace(int levels, Attributes marker) {
        return Attributes.of("type", "treemap")
                .with("ids", ids)
                .with("labels", labels)
                .with("parents", parents)
                .with("values", sizes)
                .with("branchvalues", "total")
                .with("maxdepth", Math.max(Math.min(Math.max(2, levels + 1), LEVELS), levelsOfFew(levels)))
                .with("text", texts)
                .with("texttemplate", "<b>%{label}</b><br>%{text}")
                .with("hovertext", hovers)
                .with("hovertemplate", "%{hovertext}<extra></extra>")
                .with("tiling", Attributes.of("pad", 2))
                .with("marker", marker);
    }
}
