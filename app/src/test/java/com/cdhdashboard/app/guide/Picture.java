package com.cdhdashboard.app.guide;

import java.util.List;

/**
 * A picture of a part of a page.
 *
 * @param name of its file, without the ending; of a report it begins with family and type
 * @param path the page, with its choices
 * @param clicked what is clicked on before, if anything
 * @param shown what is in the picture, with all between; nothing: what the window shows
 */
record Picture(String name, String path, List<String> clicked, List<String> shown) {
    private static final String CARDS = ".kpis";
    private static final String CHART = ".chart-card";

    Picture {
        clicked = List.copyOf(clicked);
        shown = List.copyOf(shown);
    }

    /** A chart with its controls. */
    static Picture chart(String name, String path) {
        return new Picture(name, path, List.of(), List.of(CHART));
    }

    /** A chart with its controls and the cards above. */
    static Picture chartWithCards(String name, String path) {
        return new Picture(name, path, List.of(), List.of(CARDS, CHART));
    }

    /** The whole of what a window shows. */
    static Picture window(String name, String path) {
        return new Picture(name, path, List.of(), List.of());
    }

    /** A table. */
    static Picture table(String name, String path) {
        return new Picture(name, path, List.of(), List.of("#data"));
    }

    /** What a click opens. */
    static Picture opened(String name, String path, String clicked, String shown) {
        return new Picture(name, path, List.of(clicked), List.of(shown));
    }

    boolean part() {
        return !shown.isEmpty();
    }

    String file() {
        return name + ".webp";
    }
}
