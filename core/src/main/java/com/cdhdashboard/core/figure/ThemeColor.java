package com.cdhdashboard.core.figure;

/**
 * A colour with one value on light pages and one on dark pages.
 *
 * @param name of the CSS property, such as {@code --chart-1}
 * @param light as CSS writes it
 * @param dark as CSS writes it
 */
public record ThemeColor(String name, String light, String dark) {
    public ThemeColor {
        if (!name.startsWith("--chart-")) {
            throw new IllegalArgumentException("names of chart colours start with --chart-: " + name);
        }
    }

    /** How a figure writes the colour. */
    public String reference() {
        return "var(" + name + ")";
    }
}
