package com.cdhdashboard.core.report.chart;

import static com.cdhdashboard.core.report.TestingReports.date;
import static com.cdhdashboard.core.report.TestingReports.day;
import static com.cdhdashboard.core.report.TestingReports.draw;
import static com.cdhdashboard.core.report.TestingReports.in;
import static com.cdhdashboard.core.report.TestingReports.json;
import static com.cdhdashboard.core.report.TestingReports.report;
import static com.cdhdashboard.core.report.TestingReports.text;
import static com.cdhdashboard.core.report.TestingReports.texts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.cdhdashboard.core.config.ReportConfig;
import com.cdhdashboard.core.cube.Column;
import com.cdhdashboard.core.report.Control;
import com.cdhdashboard.core.report.ReportView;
import com.cdhdashboard.core.report.TestingReports.Engagement;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LineChartTest {
    private static final ReportConfig CTR_BY_DAY =
            report("engagement", "line", "x", "Day", "y", "CTR", "color", "Channel");

    @Test
    void fewXValuesAreGroupedBarsWithWilsonWhiskers() {
        JsonNode figure = json(draw(twoDays(), CTR_BY_DAY));

        JsonNode web = figure.at("/data/1");
        assertThat(web.at("/type").asText()).isEqualTo("bar");
        assertThat(web.at("/name").asText()).isEqualTo("Web");
        assertThat(texts(web.at("/x"))).containsExactly("2024-12-20", "2024-12-21");
        assertThat(web.at("/y/0").asDouble()).isEqualTo(0.025);
        // Wilson 95 % of 50 in 2000: 0.0190144 to 0.0328068.
        assertThat(0.025 - web.at("/error_y/arrayminus/0").asDouble()).isCloseTo(0.0190144, within(1e-7));
        assertThat(0.025 + web.at("/error_y/array/0").asDouble()).isCloseTo(0.0328068, within(1e-7));
        assertThat(web.at("/hovertext/0").asText())
                .isEqualTo("20 Dec 2024<br><b>Web</b>: 2.5 % (1.9 to 3.3 %), n = 2,000".replace(" %", "\u00a0%"));
        assertThat(figure.at("/layout/barmode").asText()).isEqualTo("group");
        assertThat(figure.at("/layout").has("scattermode"))
                .as("it would draw zero onto axes that begin elsewhere")
                .isFalse();
        assertThat(figure.at("/layout/xaxis/type").asText()).isEqualTo("date");
        assertThat(figure.at("/layout/legend/itemclick").asText()).isEqualTo("toggle");
        assertThat(figure.at("/layout/legend/itemdoubleclick").asText()).isEqualTo("toggleothers");
    }

    @Test
    void manyXValuesAreLinesWithBandsBehindThem() {
        Engagement data = new Engagement(day(), text("Channel"));
        for (int i = 0; i < 40; i++) {
            data.cell(10 + i, 1000, date("2024-11-01").plusDays(i), "Web");
        }

        JsonNode figure = json(draw(data, CTR_BY_DAY));

        assertThat(figure.at("/data")).hasSize(2);
        JsonNode band = figure.at("/data/0");
        assertThat(band.at("/fill").asText()).isEqualTo("toself");
        assertThat(band.at("/fillcolor").asText()).isEqualTo("var(--chart-1-band)");
        assertThat(band.at("/x")).hasSize(80);
        JsonNode line = figure.at("/data/1");
        assertThat(line.at("/mode").asText()).isEqualTo("lines+markers");
        assertThat(line.at("/legendgroup").asText())
                .isEqualTo(band.at("/legendgroup").asText());
        assertThat(figure.at("/layout/hovermode").asText()).isEqualTo("x unified");
    }

    @Test
    void theReaderMayAskForLinesWhereBarsAreTheRule() {
        ReportView view = draw(twoDays(), CTR_BY_DAY, Map.of("form", "line"));

        assertThat(json(view).at("/data/1/type").asText()).isEqualTo("scatter");
        assertThat(control(view, "form").chosen()).isEqualTo("line");
    }

    @Test
    void aDayWithoutDataIsAGapInLineAndBand() {
        Engagement data = new Engagement(day(), text("Channel"))
                .cell(1, 100, date("2024-12-20"), "Web")
                .cell(1, 100, date("2024-12-20"), "Email")
                .cell(1, 100, date("2024-12-21"), "Email")
                .cell(1, 100, date("2024-12-22"), "Web")
                .cell(1, 100, date("2024-12-22"), "Email");

        JsonNode figure = json(draw(data, CTR_BY_DAY, Map.of("form", "line")));

        JsonNode web = figure.at("/data/3");
        assertThat(web.at("/name").asText()).isEqualTo("Web");
        assertThat(web.at("/y/1").isNull()).isTrue();
        assertThat(web.at("/connectgaps").asBoolean(true)).isFalse();
        // Two outlines of two points each, with a break between them.
        assertThat(texts(figure.at("/data/2/x")))
                .containsExactly("2024-12-20", "2024-12-20", "null", "2024-12-22", "2024-12-22");
    }

    @Test
    void facetsShareAxesAndOnlyOuterAxesHaveTitles() {
        ReportConfig report =
                report("engagement", "line", "x", "Day", "y", "CTR", "facet_row", "Channel", "facet_column", "Issue");
        Engagement data = new Engagement(day(), text("Channel"), text("Issue"));
        for (String channel : List.of("Email", "Web")) {
            for (String issue : List.of("Cards", "Loans")) {
                data.cell(3, 100, date("2024-12-20"), channel, issue);
            }
        }

        JsonNode layout = json(draw(data, report)).at("/layout");

        assertThat(layout.at("/xaxis4/matches").asText()).isEqualTo("x");
        assertThat(layout.at("/yaxis4/matches").asText()).isEqualTo("y");
        assertThat(layout.at("/xaxis/title").isMissingNode()).isTrue();
        assertThat(layout.at("/xaxis3/title/text").asText()).isEqualTo("Day");
        assertThat(layout.at("/yaxis/title/text").asText()).isEqualTo("Click-through rate");
        assertThat(layout.at("/yaxis2/title").isMissingNode()).isTrue();
        assertThat(layout.at("/annotations").findValuesAsText("text"))
                .containsExactly("Cards", "Loans", "Email", "Web");
    }

    @Test
    void aFacetWithoutDataHasItsAxes() {
        ReportConfig report =
                report("engagement", "line", "x", "Day", "y", "CTR", "facet_row", "Channel", "facet_column", "Issue");
        Engagement data = new Engagement(day(), text("Channel"), text("Issue"))
                .cell(3, 100, date("2024-12-20"), "Email", "Cards")
                .cell(3, 100, date("2024-12-20"), "Web", "Loans");

        JsonNode traces = json(draw(data, report)).at("/data");

        assertThat(traces.findValuesAsText("xaxis")).containsExactly("x", "x2", "x3", "x4");
        assertThat(traces.at("/1/y/0").isNull()).isTrue();
    }

    @Test
    void moreSmallChartsThanATelephoneCanDrawAreLeftOut() {
        Engagement data = new Engagement(text("Group"), text("Channel"), text("Issue"));
        for (int i = 0; i < 84; i++) {
            data.cell(i, 100, "all", "channel " + i % 12, "issue " + i % 7);
        }

        ReportView view = draw(
                data,
                report(
                        "engagement",
                        "line",
                        "x",
                        "Group",
                        "y",
                        "CTR",
                        "facet_row",
                        "Channel",
                        "facet_column",
                        "Issue"));

        assertThat(json(view).at("/layout/meta/columns").asInt()).isEqualTo(6);
        assertThat(json(view).at("/layout/meta/rows").asInt()).isEqualTo(5);
        assertThat(view.notes())
                .contains(
                        "The chart shows the 5 largest of 12 values of Channel, without channel 3, channel 4, channel 5,"
                                + " channel 6, channel 7, channel 8, channel 9; the table has all. Filter to see others.");
    }

    @ParameterizedTest
    @CsvSource({
        "facet_column, 6, 6, 1, 0",
        "facet_column, 7, 4, 2, 7",
        "facet_column, 20, 5, 4, 20",
        "facet_row, 12, 1, 12, 0",
        "facet_row, 13, 5, 3, 13",
        "facet_column, 400, 6, 5, 30"
    })
    void manySmallChartsFillRowsLikeWords(String key, int values, int columns, int rows, int titles) {
        Engagement data = new Engagement(text("Group"), text("Channel"));
        for (int i = 0; i < values; i++) {
            data.cell(50, 1000 + i, "all", "C" + i);
        }

        ReportView view = draw(data, report("engagement", "line", "x", "Group", "y", "CTR", key, "Channel"));

        JsonNode layout = json(view).at("/layout");
        assertThat(layout.at("/meta/columns").asInt()).isEqualTo(columns);
        assertThat(layout.at("/meta/rows").asInt()).isEqualTo(rows);
        List<String> names = layout.at("/annotations").findValuesAsText("name");
        assertThat(names.stream().filter("panel"::equals)).hasSize(titles);
        assertThat(view.notes().stream()
                        .anyMatch(note -> note.contains("30 largest of 400 values of Channel; the table has all.")))
                .isEqualTo(values == 400);
    }

    @Test
    void anIntervalOfATinyGroupDoesNotFlattenTheOthers() {
        Engagement data = new Engagement(text("Channel")).cell(0, 3, "Email").cell(50, 2000, "Web");

        ReportView view = draw(data, report("engagement", "line", "x", "Channel", "y", "CTR"));

        // 1.3 times the upper end of Web, 3.28 %; that of Email is 56 %.
        assertThat(json(view).at("/layout/yaxis/range/1").asDouble()).isCloseTo(0.0426, within(1e-4));
        assertThat(view.notes())
                .contains("Intervals of small groups run beyond the axis, where small triangles stand; the hovers have"
                        + " their ends.");
        JsonNode marks = json(view).at("/data/1");
        assertThat(texts(marks.at("/x"))).containsExactly("Email");
        assertThat(texts(marks.at("/marker/symbol"))).containsExactly("triangle-up");
        assertThat(json(view).at("/data/0/hovertext/0").asText()).contains("(0 to 56\u00a0%)");
    }

    @Test
    void wideIntervalsOfTheLiftEndAtTheAxisToo() {
        Engagement data = new Engagement(day());
        for (int i = 0; i < 16; i++) {
            data.arms(
                    new long[] {30 + i, 1000},
                    new long[] {i == 5 ? 1 : 20, 1000},
                    date("2024-12-01").plusDays(i));
        }

        JsonNode figure = json(draw(data, report("engagement", "line", "x", "Day", "y", "Lift")));

        // The day with one click in its control arm has a lift of 34, up to 250.
        assertThat(figure.at("/layout/yaxis/range/1").asDouble()).isBetween(34.0, 50.0);
        assertThat(texts(figure.at("/data/2/x"))).containsExactly("2024-12-06");
        assertThat(figure.at("/data/1/hovertext/5").asText()).contains("3,400");
    }

    @ParameterizedTest
    @CsvSource({"4, 3, bar, true", "7, 12, bar, true", "8, 1, scatter, false", "16, 4, scatter, false"})
    void aCourseOfTimeIsALineAndFewPointsAreBars(int days, int channels, String type, boolean whiskers) {
        Engagement data = new Engagement(day(), text("Channel"));
        for (int i = 0; i < days * channels; i++) {
            data.cell(50, 1000, date("2024-12-01").plusDays(i / channels), "C" + i % channels);
        }

        JsonNode figure = json(draw(data, CTR_BY_DAY));

        JsonNode last = figure.at("/data/" + (figure.at("/data").size() - 1));
        assertThat(last.at("/type").asText()).isEqualTo(type);
        assertThat(last.has("error_y")).isEqualTo(whiskers);
    }

    @ParameterizedTest
    @CsvSource({"1, 2", "6, 12", "7, 7"})
    void theBandsOfMoreThanSixLinesAreLeftToTheHovers(int channels, int traces) {
        Engagement data = new Engagement(day(), text("Channel"));
        for (int i = 0; i < 30 * channels; i++) {
            data.cell(i % 3, 9, date("2024-12-01").plusDays(i / channels), "C" + i % channels);
        }

        ReportView view = draw(data, CTR_BY_DAY);

        assertThat(json(view).at("/data")).hasSize(traces);
        assertThat(view.notes().get(0))
                .isEqualTo(
                        channels > 6
                                ? "There is no room for so many whiskers or bands; the 95 % intervals (Wilson) are in the"
                                        + " hovers and in the table."
                                : "Whiskers and bands are 95 % intervals (Wilson).");
    }

    @ParameterizedTest
    @CsvSource({"5, 1, 3", "8, 4, 0", "20, 12, -1"})
    void manyWhiskersAreThinAndTooManyAreLeftToTheHovers(int groups, int channels, int width) {
        Engagement data = new Engagement(text("Group"), text("Channel"));
        for (int i = 0; i < groups * channels; i++) {
            data.cell(50, 1000, "G" + i / channels, "C" + i % channels);
        }

        ReportView view = draw(data, report("engagement", "line", "x", "Group", "y", "CTR", "color", "Channel"));

        assertThat(json(view).at("/data/0/error_y/width").asInt(-1)).isEqualTo(width);
        assertThat(view.notes().get(0))
                .isEqualTo(
                        width < 0
                                ? "There is no room for so many whiskers or bands; the 95 % intervals (Wilson) are in the"
                                        + " hovers and in the table."
                                : "Whiskers and bands are 95 % intervals (Wilson).");
    }

    @Test
    void monthsAreATimeAxisWithReadableTicks() {
        Engagement data = new Engagement(text("Month")).cell(1, 10, "2024-11").cell(1, 10, "2025-01");

        JsonNode figure = json(draw(data, report("engagement", "line", "x", "Month", "y", "CTR")));

        assertThat(texts(figure.at("/data/0/x"))).containsExactly("2024-11-01", "2025-01-01");
        assertThat(figure.at("/data/0/xperiod").asText()).isEqualTo("M1");
        assertThat(figure.at("/layout/xaxis/tickformat").asText()).isEqualTo("%b %Y");
    }

    @Test
    void quartersAreCategories() {
        Engagement data = new Engagement(text("Quarter")).cell(1, 10, "2024_Q4").cell(1, 10, "2025_Q1");

        JsonNode axis = json(draw(data, report("engagement", "line", "x", "Quarter", "y", "CTR")))
                .at("/layout/xaxis");

        assertThat(axis.at("/type").asText()).isEqualTo("category");
        assertThat(texts(axis.at("/categoryarray"))).containsExactly("2024_Q4", "2025_Q1");
    }

    @Test
    void missingAndEmptyValuesAreGroupsOfTheirOwn() {
        Engagement data = new Engagement(text("Channel"))
                .cell(1, 10, "")
                .cell(1, 10, "Web")
                .cell(1, 10, (Object) null);

        JsonNode figure = json(draw(data, report("engagement", "line", "x", "Channel", "y", "CTR")));

        assertThat(texts(figure.at("/data/0/x"))).containsExactly("(empty)", "Web", "(missing)");
    }

    @Test
    void markupInValuesIsShownAsText() {
        Engagement data = new Engagement(day(), text("Channel"))
                .cell(1, 10, date("2024-12-20"), "<a href=\"x\">A & B</a>")
                .cell(1, 10, date("2024-12-20"), "Web");

        JsonNode figure = json(draw(data, CTR_BY_DAY));

        assertThat(figure.at("/data/0/name").asText()).isEqualTo("&lt;a href=\"x\"&gt;A &amp; B&lt;/a&gt;");
        assertThat(figure.at("/data/0/hovertext/0").asText())
                .contains("<b>&lt;a href=\"x\"&gt;A &amp; B&lt;/a&gt;</b>");
    }

    @Test
    void seriesBeyondTwelveAreSummedUpAsOther() {
        Engagement data = new Engagement(day(), text("Channel"));
        for (int i = 0; i < 15; i++) {
            data.cell(1, 100 + i, date("2024-12-20"), String.format("C%02d", i));
        }

        ReportView view = draw(data, CTR_BY_DAY);

        JsonNode series = json(view).at("/data");
        assertThat(series).hasSize(13);
        assertThat(series.at("/0/name").asText()).isEqualTo("C03");
        assertThat(series.at("/12/name").asText()).isEqualTo("other (3)");
        // The three smallest: 3 positives of 100 + 101 + 102.
        assertThat(series.at("/12/y/0").asDouble()).isEqualTo(3 / 303.0);
        assertThat(series.at("/12/marker/color").asText()).isEqualTo("var(--chart-other)");
        assertThat(view.notes())
                .contains("3 smaller values of Channel are drawn together as \"other\"; the table has all.");
        assertThat(view.table().rows()).hasSize(15);
    }

    @Test
    void aValueKeepsItsColourWhateverIsFiltered() {
        ReportView all = draw(twoDays(), CTR_BY_DAY);
        ReportView filtered = draw(twoDays(), CTR_BY_DAY, in("Channel", "Web"));

        assertThat(json(filtered).at("/data/0/marker/color").asText())
                .isEqualTo(json(all).at("/data/1/marker/color").asText())
                .isEqualTo("var(--chart-2)");
    }

    @Test
    void theFilterActsBeforeScoresAreComputed() {
        ReportView view = draw(twoDays(), report("engagement", "line", "x", "Day", "y", "CTR"), in("Channel", "Email"));

        assertThat(json(view).at("/data/0/y/0").asDouble()).isEqualTo(0.1);
    }

    @Test
    void theTableHasTheGroupingFirstAndEveryScore() {
        ReportView view = draw(twoDays(), CTR_BY_DAY);

        assertThat(view.table().columns().stream().map(Column::name))
                .startsWith("Day", "Channel", "Count", "Positives")
                .contains("Lift_P_Val");
        assertThat(view.table().rows()).hasSize(4);
    }

    @Test
    void liftHasAZeroLineAndKatzIntervals() {
        ReportView view = draw(arms(), report("engagement", "line", "x", "Channel", "y", "Lift"));

        JsonNode figure = json(view);
        assertThat(figure.at("/layout/yaxis/zeroline").asBoolean()).isTrue();
        assertThat(figure.at("/layout/yaxis/rangemode").isMissingNode()).isTrue();
        assertThat(figure.at("/data/0/y/0").asDouble()).isCloseTo(0.5, within(1e-12));
        assertThat(figure.at("/data/0/error_y/array/0").asDouble()).isCloseTo(1.6233 - 0.5, within(1e-4));
        assertThat(view.notes()).containsExactly("Whiskers and bands are 95 % intervals (Katz).");
    }

    @Test
    void aGroupWithoutAControlArmIsAGapAndNotZero() {
        Engagement data = arms().arms(new long[] {5, 50}, new long[] {0, 0}, "Web");

        JsonNode figure = json(draw(data, report("engagement", "line", "x", "Channel", "y", "Lift")));

        assertThat(figure.at("/data/0/y/1").isNull()).isTrue();
    }

    @Test
    void significanceIsShownWithTheBandOfChanceAndItsPValue() {
        ReportView view = draw(arms(), report("engagement", "line", "x", "Channel", "y", "Lift_Z_Score"));

        JsonNode figure = json(view);
        assertThat(figure.at("/layout/shapes/0/y0").asDouble()).isEqualTo(-1.96);
        assertThat(figure.at("/layout/shapes/0/fillcolor").asText()).isEqualTo("var(--chart-neutral-band)");
        assertThat(figure.at("/data/0/hovertext/0").asText())
                .endsWith("Lift z-score</b>: z = 1.43, p = 0.152, n = 2,000");
        assertThat(view.notes())
                .containsExactly("The grey band (|z| &lt; 1.96) holds what chance alone gives 19 times out of 20;"
                                .replace("&lt;", "<")
                        + " of 1 comparison expect about 0.1 outside of it without any effect.");
    }

    @Test
    void aScoreThatNoGroupHasGivesTheReasonAndTheRows() {
        ReportView view = draw(twoDays(), report("engagement", "line", "x", "Channel", "y", "Lift"));

        assertThat(view.figure()).isEmpty();
        assertThat(view.reason())
                .contains(
                        "Lift is not available in any of the 2 groups: there is none unless both arms have interactions"
                                + " and the control arm has a positive response.");
        assertThat(view.table().rows()).hasSize(2);
    }

    @Test
    void aLogarithmicAxisLeavesOutWhatHasNoPlaceOnIt() {
        Engagement data = new Engagement(text("Channel")).cell(0, 10, "Email").cell(5, 10, "Web");

        JsonNode figure =
                json(draw(data, report("engagement", "line", "x", "Channel", "y", "CTR"), Map.of("scale", "log")));

        assertThat(figure.at("/layout/yaxis/type").asText()).isEqualTo("log");
        assertThat(figure.at("/data/0/y/0").isNull()).isTrue();
    }

    @Test
    void aLogarithmicAxisIsNotDrawnForValuesBelowZero() {
        Engagement data = new Engagement(text("Channel")).arms(new long[] {1, 100}, new long[] {5, 100}, "Web");

        ReportView view = draw(data, report("engagement", "line", "x", "Channel", "y", "Lift"), Map.of("scale", "log"));

        assertThat(json(view).at("/layout/yaxis/type").asText()).isEqualTo("linear");
        assertThat(view.notes()).contains("A logarithmic axis has no place for values below zero; the axis is linear.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"facet_row", "facet_column", "x"})
    void oneDimensionMayHaveTwoRoles(String role) {
        ReportView view = draw(twoDays(), CTR_BY_DAY, Map.of(role, "Channel"));

        assertThat(json(view).at("/data")).hasSize(2);
    }

    @Test
    void rowsWithoutADayAreInTheTableOnly() {
        Engagement data = new Engagement(day()).cell(1, 10, date("2024-12-20")).cell(1, 10, (Object) null);

        ReportView view = draw(data, report("engagement", "line", "x", "Day", "y", "CTR"));

        assertThat(json(view).at("/data/0/x")).hasSize(1);
        assertThat(view.table().rows()).hasSize(2);
        assertThat(view.notes()).contains("Rows without a Day have no place on the time axis; they are in the table.");
    }

    @Test
    void facetRowsMakeTheChartHigher() {
        Engagement data = new Engagement(text("Channel"), text("Issue"));
        for (int i = 0; i < 5; i++) {
            data.cell(1, 10, "Web", "I" + i);
        }
        ReportConfig report = report("engagement", "line", "x", "Channel", "y", "CTR", "facet_row", "Issue");

        assertThat(json(draw(data, report)).at("/layout/height").asInt()).isEqualTo(1150);
    }

    static Engagement twoDays() {
        return new Engagement(day(), text("Channel"))
                .cell(50, 2000, date("2024-12-20"), "Web")
                .cell(10, 100, date("2024-12-20"), "Email")
                .cell(60, 2000, date("2024-12-21"), "Web")
                .cell(20, 100, date("2024-12-21"), "Email");
    }

    private static Engagement arms() {
        return new Engagement(text("Channel")).arms(new long[] {30, 1000}, new long[] {20, 1000}, "Email");
    }

    private static Control control(ReportView view, String name) {
        return view.controls().stream()
                .filter(control -> control.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
