package com.cdhdashboard.core.figure;

import java.util.ArrayList;
import java.util.List;

/**
 * The small charts of a facetted figure: rows from top to bottom, columns from left to right, all with the same axes.
 * Ticks stand only at the outer edge, and one title there is enough for many; strips name the column above and the row at
 * the right.
 *
 * @param columnTitles one empty text where there are no column facets
 * @param rowTitles one empty text where there are no row facets
 */
public record FacetGrid(List<String> columnTitles, List<String> rowTitles) {
    private static final double GAP = 0.02;
    /** The letters that one line of a title has room for, below all columns together. */
    private static final int LINE = 96;
    /** Up to so many columns or rows each has its title; of more only the middle one, as all say the same. */
    private static final int EACH_TITLED = 2;
    /** The letters that the name of a column or row has room for. */
    private static final int STRIP = 28;

    public FacetGrid {
        columnTitles = List.copyOf(columnTitles);
        rowTitles = List.copyOf(rowTitles);
    }

    public int columns() {
        return columnTitles.size();
    }

    public int rows() {
        return rowTitles.size();
    }

    /** Draws one cell. */
    public interface Cell {
        List<Attributes> draw(int row, int column);
    }

    /** What all cells hold, row by row. */
    public List<Attributes> draw(Cell cell) {
        List<Attributes> drawn = new ArrayList<>();
        for (int row = 0; row < rows(); row++) {
            for (int column = 0; column < columns(); column++) {
                drawn.addAll(cell.draw(row, column));
            }
        }
        return drawn;
    }

    /** What a trace needs to lie in the cell. */
    public Attributes axesOf(int row, int column) {
        String suffix = suffix(row, column);
        return Attributes.of("xaxis", "x" + suffix).with("yaxis", "y" + suffix);
    }

    /** The {@code xref} of a shape that is as wide as the cell; {@link #yReference} is the matching {@code yref}. */
    public String xDomainReference(int row, int column) {
        return "x" + suffix(row, column) + " domain";
    }

    public String yReference(int row, int column) {
        return "y" + suffix(row, column);
    }

    /** The {@code xref} of a shape that is as tall as the cell; {@link #yDomainReference} is the matching {@code yref}. */
    public String xReference(int row, int column) {
        return "x" + suffix(row, column);
    }

    public String yDomainReference(int row, int column) {
        return "y" + suffix(row, column) + " domain";
    }

    /**
     * Adds every axis to the layout, and how many rows and columns there are, so that small screens can stack them.
     * {@code xAxis} and {@code yAxis} are what all have in common.
     */
    public void addAxes(Attributes layout, Attributes xAxis, Attributes yAxis, String xTitle, String yTitle) {
        layout.with("meta", Attributes.of("rows", rows()).with("columns", columns()));
        for (int row = 0; row < rows(); row++) {
            for (int column = 0; column < columns(); column++) {
                String suffix = suffix(row, column);
                boolean bottom = row == rows() - 1;
                boolean left = column == 0;
                Attributes x = copy(xAxis)
                        .with("domain", columnDomain(column))
                        .with("anchor", "y" + suffix)
                        .with("showticklabels", bottom);
                Attributes y = copy(yAxis)
                        .with("domain", rowDomain(row))
                        .with("anchor", "x" + suffix)
                        .with("showticklabels", left);
                if (!suffix.isEmpty()) {
                    match(x, "x");
                    match(y, "y");
                }
                boolean xTitled = bottom && isTitled(column, columns());
                boolean yTitled = left && isTitled(row, rows());
                layout.with("xaxis" + suffix, xTitled ? x.with("title", title(lines(xTitle))) : x);
                layout.with("yaxis" + suffix, yTitled ? y.with("title", title(PlotText.escape(yTitle))) : y);
            }
        }
    }

    private static boolean isTitled(int place, int count) {
        return count <= EACH_TITLED || place == (count - 1) / 2;
    }

    /** Axes of one range are alike anyhow; if they were matched, Plotly would fit the other axes to the last cell alone. */
    private static void match(Attributes axis, String first) {
        if (!axis.toMap().containsKey("range")) {
            axis.with("matches", first);
        }
    }

    /** The strips that name columns and rows. */
    public List<Attributes> strips() {
        List<Attributes> strips = new ArrayList<>();
        for (int column = 0; column < columns(); column++) {
            if (!columnTitles.get(column).isEmpty()) {
                strips.add(strip("column", PlotText.tick(columnTitles.get(column), Math.min(STRIP, LINE / columns())))
                        .with("x", middle(columnDomain(column)))
                        .with("y", 1)
                        .with("xanchor", "center")
                        .with("yanchor", "bottom"));
            }
        }
        for (int row = 0; row < rows(); row++) {
            if (!rowTitles.get(row).isEmpty()) {
                strips.add(strip("row", PlotText.tick(rowTitles.get(row), STRIP))
                        .with("x", 1)
                        .with("y", middle(rowDomain(row)))
                        .with("xanchor", "left")
                        .with("yanchor", "middle")
                        .with("textangle", 90));
            }
        }
        return strips;
    }

    /** The name of one cell, above it. */
    public Attributes title(String text, int row, int column) {
        return strip("panel", PlotText.tick(text, Math.min(STRIP, LINE / columns())))
                .with("x", middle(columnDomain(column)))
                .with("y", rowDomain(row).get(1))
                .with("xanchor", "center")
                .with("yanchor", "bottom");
    }

    /** The share of the width that the column takes, from left to right. */
    public List<Double> columnDomain(int column) {
        return domain(column, columns());
    }

    /** The share of the height that the row takes; figures count heights from below. */
    public List<Double> rowDomain(int row) {
        return domain(rows() - 1 - row, rows());
    }

    private static List<Double> domain(int place, int count) {
        double gap = count > 1 ? Math.min(GAP, 0.25 / count) : 0;
        double size = (1 - gap * (count - 1)) / count;
        double start = place * (size + gap);
        return List.of(start, Math.min(1, start + size));
    }

    private static double middle(List<Double> domain) {
        return (domain.get(0) + domain.get(1)) / 2;
    }

    private String suffix(int row, int column) {
        int place = row * columns() + column;
        return place == 0 ? "" : Integer.toString(place + 1);
    }

    private static Attributes copy(Attributes attributes) {
        return Attributes.none().withAll(attributes);
    }

    private static Attributes title(String text) {
        return Attributes.of("text", text).with("standoff", 8);
    }

    /** A title below a column, in as many lines as keep it off a neighbour and within the figure. */
    private String lines(String title) {
        StringBuilder text = new StringBuilder();
        int room = LINE / Math.min(columns(), EACH_TITLED);
        int used = 0;
        for (String word : title.split(" ", -1)) {
            boolean fits = used == 0 || used + 1 + word.length() <= room;
            text.append(used == 0 ? "" : fits ? " " : "<br>").append(PlotText.escape(word));
            used = fits && used > 0 ? used + 1 + word.length() : word.length();
        }
        return text.toString();
    }

    private static Attributes strip(String of, String text) {
        return Attributes.of("text", text)
                .with("name", of)
                .with("xref", "paper")
                .with("yref", "paper")
                .with("showarrow", false)
                .with("font", Attributes.of("color", Theme.MUTED.reference()).with("size", 12));
    }
}
