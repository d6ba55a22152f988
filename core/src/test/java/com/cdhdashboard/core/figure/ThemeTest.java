package com.cdhdashboard.core.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ThemeTest {
    /** WCAG 2.2, success criterion 1.4.3, level AA. */
    private static final double TEXT_CONTRAST = 4.5;

    /** WCAG 2.2, success criterion 1.4.11. */
    private static final double GRAPHICS_CONTRAST = 3;

    @Test
    void everyColourHasItsOwnName() {
        assertThat(Theme.colors()).extracting(ThemeColor::name).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("texts")
    void textsCanBeReadInBothThemes(ThemeColor color) {
        assertContrast(color, TEXT_CONTRAST);
    }

    static List<ThemeColor> texts() {
        return List.of(Theme.TEXT, Theme.MUTED);
    }

    @ParameterizedTest
    @MethodSource("marks")
    void linesAndBarsCanBeSeenInBothThemes(ThemeColor color) {
        assertContrast(color, GRAPHICS_CONTRAST);
    }

    static Stream<ThemeColor> marks() {
        return Stream.concat(
                Theme.categorical().stream(),
                Stream.of(Theme.OTHER, Theme.ON_TARGET, Theme.BELOW_TARGET, Theme.FAR_BELOW_TARGET, Theme.TARGET));
    }

    @Test
    void beyondThePaletteValuesDifferByDashAndPattern() {
        assertThat(SeriesStyle.at(12).color()).isEqualTo(SeriesStyle.at(0).color());
        assertThat(SeriesStyle.at(12)).isNotEqualTo(SeriesStyle.at(0));
        assertThat(Stream.iterate(0, i -> i + 1).limit(48).map(SeriesStyle::at)).doesNotHaveDuplicates();
    }

    @Test
    void scalesRunFromZeroToOne() {
        assertThat(Theme.divergingScale().get(2)).containsExactly(0.5, "var(--chart-div-3)");
        assertThat(Theme.sequentialScale().get(4)).containsExactly(1.0, "var(--chart-seq-5)");
    }

    private static void assertContrast(ThemeColor color, double least) {
        assertThat(contrast(color.light(), Theme.SURFACE.light()))
                .as(color.name() + " on light")
                .isGreaterThanOrEqualTo(least);
        assertThat(contrast(color.dark(), Theme.SURFACE.dark()))
                .as(color.name() + " on dark")
                .isGreaterThanOrEqualTo(least);
    }

    private static double contrast(String one, String other) {
        double lighter = Math.max(luminance(one), luminance(other));
        double darker = Math.min(luminance(one), luminance(other));
        return (lighter + 0.05) / (darker + 0.05);
    }

    private static double luminance(String color) {
        return 0.2126 * channel(color, 1) + 0.7152 * channel(color, 3) + 0.0722 * channel(color, 5);
    }

    private static double channel(String color, int at) {
        double value = Integer.parseInt(color.substring(at, at + 2), 16) / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
}
