package com.cdhdashboard.plotly;

import java.util.List;
import java.util.stream.Stream;

/** The files that the library comes in. Pages load the first, and the other where a figure has a trace of it. */
public enum Part {
    FLAT("plotly.js", List.of("bar", "barpolar", "box", "contour", "funnel", "heatmap", "indicator", "treemap")),
    /** WebGL, as large again as what it is added to. */
    SPATIAL("plotly-spatial.js", List.of("scatter3d"));

    /** What the library draws whatever else is left out. */
    private static final String ALWAYS = "scatter";

    private final String file;
    private final List<String> added;

    Part(String file, List<String> added) {
        this.file = file;
        this.added = added;
    }

    /** The name of the file. */
    public String file() {
        return file;
    }

    /** The traces that it adds to what the library always has. */
    List<String> added() {
        return added;
    }

    /** The types of traces that can be drawn where this part is loaded first. */
    public List<String> types() {
        return this == FLAT ? Stream.concat(Stream.of(ALWAYS), added.stream()).toList() : added;
    }
}
