package com.cdhdashboard.core.report.comparison;

import com.cdhdashboard.core.figure.Attributes;
import com.cdhdashboard.core.figure.FacetGrid;
import com.cdhdashboard.core.report.comparison.Comparisons.Comparison;
import java.util.List;

/** How comparisons are drawn along the horizontal axis. */
interface ComparisonMarks {
    /** A comparison on its line, with the text shown on hover. */
    record Mark(String line, Comparison comparison, String hover) {}

    boolean canDraw(Comparison comparison);

    Verdict verdict(Comparison comparison);

    /** All marks of one verdict in one small chart. */
    Attributes trace(Verdict verdict, List<Mark> marks);

    /** What lies behind the marks of one small chart. */
    List<Attributes> shapes(FacetGrid grid, int row, int column);

    /** The horizontal axis, of which so many stand side by side. */
    Attributes axis(int columns);

    String axisTitle();

    /** A sentence or two on how to read the chart. */
    String explanation(List<Comparison> drawn);
}
