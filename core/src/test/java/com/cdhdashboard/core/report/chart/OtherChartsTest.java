package com.cdhdashboard.core.report.chart;

import static com.cdhdashboard.core.report.TestingReports.date;
import static com.cdhdashboard.core.report.TestingReports.day;
import static com.cdhdashboard.core.report.TestingReports.draw;
import static com.cdhdashboard.core.report.TestingReports.json;
import static com.cdhdashboard.core.report.TestingReports.report;
import static com.cdhdashboard.core.report.TestingReports.text;
import static com.cdhdashboard.core.report.TestingReports.texts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.cdhdashboard.core.config.ReportConfig;
import com.cdhdashboard.core.report.ReportView;
import com.cdhdashboard.core.report.TestingReports;
import com.cdhdashboard.core.report.TestingReports.Engagement;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class OtherChartsTest {
    @Nested
    class PolarBars {
        private final ReportConfig report =
                report("engagement", "bar_polar", "r", "CTR", "theta", "Group", "color", "Issue");

        @Test
        void eachColourIsATraceAndTheRadiusIsWrittenAsTheScoreIs() {
            Engagement data = new Engagement(text("Group"), text("Issue"))
                    .cell(1, 10, "Cards", "Grow")
                    .cell(2, 10, "Loans", "Grow")
                    .cell(3, 10, "Loans", "Keep");

            JsonNode figure = json(draw(data, report));

            assertThat(figure.at("/data")).hasSize(2);
            assertThat(figure.at("/data/0/type").asText()).isEqualTo("barpolar");
            assertThat(texts(figure.at("/layout/polar/angularaxis/ticktext"))).containsExactly("Cards", "Loans");
            assertThat(figure.at("/data/1/r/0").asDouble()).isEqualTo(0.3);
            assertThat(figure.at("/layout/polar/radialaxis/tickformat").asText())
                    .isEqualTo(".1~%");
            assertThat(figure.at("/layout/showlegend").asBoolean()).isTrue();
        }

        @Test
        void barsOfOneAngleStandSideBySideAndAreNotStacked() {
            Engagement data = new Engagement(text("Group"), text("Issue"))
                    .cell(1, 10, "Cards", "Grow")
                    .cell(2, 10, "Loans", "Grow")
                    .cell(3, 10, "Loans", "Keep");

            JsonNode figure = json(draw(data, report));

            assertThat(figure.at("/layout/polar/barmode").asText()).isEqualTo("overlay");
            assertThat(texts(figure.at("/data/0/theta"))).containsExactly("0.0", "214.2");
            assertThat(texts(figure.at("/data/0/width"))).containsExactly("103.2", "51.6");
            assertThat(texts(figure.at("/data/1/theta"))).containsExactly("265.8");
        }

        @Test
        void aCountIsNotWrittenAsPercent() {
            Engagement data = new Engagement(text("Group"), text("Issue")).cell(1, 10, "Cards", "Grow");

            JsonNode figure = json(draw(data, report, Map.of("r", "Count", "showlegend", "false")));

            assertThat(figure.at("/layout/polar/radialaxis/tickformat").asText())
                    .isEqualTo(",~f");
            assertThat(figure.at("/layout/showlegend").asBoolean()).isFalse();
        }
    }

    @Nested
    class Gauges {
        private final Engagement data = new Engagement(text("Channel"), text("Placement"))
                .cell(16, 1000, "Mobile", "Top")
                .cell(9, 1000, "Web", "Side")
                .cell(15, 1000, "Web", "Top");

        @Test
        void byTwoDimensionsThereIsAGaugeForEveryGroupAndNoHole() {
            JsonNode figure = json(draw(data, gauges(List.of("Channel", "Placement"), Map.of())));

            List<String> titles = new ArrayList<>();
            figure.at("/data")
                    .forEach(gauge -> titles.add(gauge.at("/title/text").asText()));
            assertThat(titles)
                    .extracting(title -> title.substring(0, title.indexOf("<br>")))
                    .containsExactly("<b>Mobile · Top</b>", "<b>Web · Side</b>", "<b>Web · Top</b>");
            assertThat(figure.at("/data/0/domain/x/1").asDouble())
                    .isLessThan(figure.at("/data/1/domain/x/0").asDouble());
            assertThat(figure.at("/data/1/domain/x/1").asDouble())
                    .isLessThan(figure.at("/data/2/domain/x/0").asDouble());
            assertThat(figure.at("/layout/annotations").isMissingNode()).isTrue();
        }

        @Test
        void allGaugesShareOneAxisThatHoldsTheTargets() {
            JsonNode figure = json(draw(data, gauges(List.of("Channel", "Placement"), Map.of("Web_Top", 0.02))));

            for (JsonNode gauge : figure.at("/data")) {
                assertThat(gauge.at("/gauge/axis/range/0").asDouble()).isZero();
                assertThat(gauge.at("/gauge/axis/range/1").asDouble()).isCloseTo(0.022, within(1e-12));
            }
        }

        @Test
        void theColourTellsHowFarTheTargetIsAway() {
            Map<String, Object> targets = new LinkedHashMap<>();
            targets.put("Mobile_Top", 0.016);
            targets.put("Web_Side", 0.01201);
            targets.put("Web_Top", 0.02);

            JsonNode figure = json(draw(data, gauges(List.of("Channel", "Placement"), targets)));

            assertThat(figure.at("/data/0/gauge/bar/color").asText()).isEqualTo("var(--chart-on-target)");
            assertThat(figure.at("/data/1/gauge/bar/color").asText()).isEqualTo("var(--chart-far-below-target)");
            assertThat(figure.at("/data/2/gauge/bar/color").asText()).isEqualTo("var(--chart-below-target)");
            assertThat(figure.at("/data/2/gauge/threshold/value").asDouble()).isEqualTo(0.02);
            assertThat(figure.at("/data/2/title/text").asText())
                    .isEqualTo(
                            "<b>Web · Top</b><br><span style=\"font-size:11px\">−0.5\u00a0pp to target 2.00\u00a0%</span><br>"
                                    + "<span style=\"font-size:11px\">n = 1,000</span>");
            assertThat(figure.at("/layout/annotations/0/text").asText().replaceAll("<[^>]*>", ""))
                    .isEqualTo("┃ target\u2003■ on target or above\u2003■ up to a quarter below\u2003■ further below");
        }

        @Test
        void withoutATargetThereIsNeitherMarkNorDifference() {
            JsonNode gauge =
                    json(draw(data, gauges(List.of("Channel"), Map.of()))).at("/data/0");

            assertThat(gauge.at("/gauge/threshold").isMissingNode()).isTrue();
            assertThat(gauge.at("/mode").asText()).isEqualTo("gauge+number");
            assertThat(gauge.at("/title/text").asText())
                    .isEqualTo("<b>Mobile</b><br><span style=\"font-size:11px\">n = 1,000</span>");
        }

        @Test
        void aTargetOfNoGroupIsSaid() {
            assertThat(draw(data, gauges(List.of("Channel"), Map.of("Webb", 0.1)))
                            .notes())
                    .containsExactly("No gauge for the target of Webb: there is no such group.");
        }

        private static ReportConfig gauges(List<String> groupBy, Map<String, ?> targets) {
            return report("engagement", "gauge", groupBy, "value", "CTR", "reference", targets);
        }
    }

    @Nested
    class Treemaps {
        private final Engagement data = new Engagement(text("Channel"), text("Issue"))
                .arms(new long[] {30, 1000}, new long[] {20, 1000}, "Web", "Grow")
                .arms(new long[] {10, 100}, new long[] {1, 100}, "Web", "Keep")
                .arms(new long[] {5, 100}, new long[] {5, 100}, null, "Keep");

        @Test
        void parentsAreComputedFromTheirOwnSums() {
            JsonNode trace = json(draw(
                            data, report("engagement", "treemap", List.of("Channel", "Issue"), "color", "Lift")))
                    .at("/data/0");

            int web = texts(trace.at("/ids")).indexOf("all/3:Web");
            // (40/1100) / (21/1100) - 1, and not a mean of the lifts 0.5 and 9.
            assertThat(trace.at("/marker/colors/" + web).asDouble()).isCloseTo(40.0 / 21 - 1, within(1e-12));
            assertThat(trace.at("/values/" + web).asDouble()).isEqualTo(2200);
            assertThat(trace.at("/branchvalues").asText()).isEqualTo("total");
        }

        @Test
        void missingValuesHaveTheirOwnArea() {
            JsonNode trace = json(draw(
                            data, report("engagement", "treemap", List.of("Channel", "Issue"), "color", "CTR")))
                    .at("/data/0");

            assertThat(texts(trace.at("/labels"))).containsExactly("All", "Web", "(missing)", "Grow", "Keep", "Keep");
            assertThat(texts(trace.at("/parents")))
                    .containsExactly("", "all", "all", "all/3:Web", "all/3:Web", "all/9:(missing)");
        }

        @Test
        void theScaleOfSumsIsThatOfTheInnermostAreas() {
            JsonNode marker = json(draw(
                            data, report("engagement", "treemap", List.of("Channel", "Issue"), "color", "Count")))
                    .at("/data/0/marker");

            assertThat(marker.at("/cmin").asDouble()).isEqualTo(200);
            assertThat(marker.at("/cmax").asDouble()).isEqualTo(2000);
        }

        @Test
        void tooManyAreasEndOneLevelEarlier() {
            Engagement many = new Engagement(text("Channel"), text("Name"));
            for (int i = 0; i < 3001; i++) {
                many.cell(1, 10, "Web", "N" + i);
            }

            ReportView view = draw(many, report("engagement", "treemap", List.of("Channel", "Name"), "color", "CTR"));

            assertThat(texts(json(view).at("/data/0/labels"))).containsExactly("All", "Web");
            assertThat(view.notes())
                    .containsExactly(
                            "The areas end at Channel: the next level, Action name, has 3,001 groups. The table has all.");
            assertThat(view.table().rows()).hasSize(3001);
        }

        /** Together they are more than any area, beside which all of these would be pale. */
        @Test
        void theOtherAreasHaveNoPlaceInTheScaleOfSums() {
            Engagement many = new Engagement(text("Name"));
            for (int i = 0; i < 3001; i++) {
                many.cell(1, 10 + i % 500, "N" + i);
            }

            ReportView view = draw(many, report("engagement", "treemap", List.of("Name"), "color", "Count"));

            JsonNode trace = json(view).at("/data/0");
            assertThat(texts(trace.at("/labels"))).contains("other (2,601)");
            assertThat(trace.at("/marker/cmax").asDouble()).isEqualTo(509);
        }

        @Test
        void theScaleOfLiftIsCentredOnZero() {
            JsonNode marker = json(draw(data, report("engagement", "treemap", List.of("Issue"), "color", "Lift")))
                    .at("/data/0/marker");

            assertThat(marker.at("/cmin").asDouble())
                    .isEqualTo(-marker.at("/cmax").asDouble());
            assertThat(marker.at("/colorscale/2/1").asText()).isEqualTo("var(--chart-div-3)");
        }
    }

    @Nested
    class HeatMaps {
        private final ReportConfig report = report("engagement", "heatmap", "x", "Month", "y", "Group", "color", "CTR");

        @Test
        void combinationsWithoutRowsAreGapsAndMonthsKeepTheirPlace() {
            Engagement data = new Engagement(text("Month"), text("Group"))
                    .cell(1, 10, "2024-11", "Cards")
                    .cell(2, 10, "2025-01", "Cards")
                    .cell(3, 10, "2025-01", "Loans");

            JsonNode figure = json(draw(data, report));

            JsonNode trace = figure.at("/data/0");
            assertThat(texts(figure.at("/layout/xaxis/ticktext"))).containsExactly("Nov 2024", "Dec 2024", "Jan 2025");
            assertThat(texts(trace.at("/z/0"))).containsExactly("0.1", "null", "0.2");
            assertThat(texts(trace.at("/z/1"))).containsExactly("null", "null", "0.3");
            assertThat(trace.at("/hoverongaps").asBoolean(true)).isFalse();
            assertThat(trace.at("/texttemplate").asText()).isEqualTo("%{text}");
            assertThat(trace.at("/text/0/0").asText()).isEqualTo("10\u00a0%");
        }

        /** However many rows each has: a course has no holes. */
        @Test
        void ofManyDaysTheLatestAreDrawn() {
            Engagement data = new Engagement(day(), text("Group"));
            for (int day = 0; day < 100; day++) {
                data.cell(1, 1000 - day, LocalDate.of(2024, 1, 1).plusDays(day), "Cards");
            }

            ReportView drawing = draw(data, report, Map.of("y", "Day", "x", "Group"));

            JsonNode days = json(drawing).at("/data/0/y");
            assertThat(days).hasSize(60);
            assertThat(days.get(0).asText()).isEqualTo("2024-02-10");
            assertThat(days.get(59).asText()).isEqualTo("2024-04-09");
            assertThat(drawing.notes())
                    .contains(
                            "The chart shows the latest 60 of 100 values of Day; the table has all. Choose a longer step"
                                    + " or another period to see others.");
        }

        @Test
        void aSmallCountIsNotWrittenAsPercent() {
            Engagement data = new Engagement(text("Month"), text("Group")).cell(1, 10, "2024-11", "Cards");

            JsonNode trace =
                    json(draw(data, report, Map.of("color", "Negatives"))).at("/data/0");

            assertThat(trace.at("/text/0/0").asText()).isEqualTo("9");
            assertThat(trace.at("/colorbar/tickformat").asText()).isEqualTo(",~f");
        }

        @Test
        void theScaleOfZScoresIsCentredOnZero() {
            Engagement data = new Engagement(text("Month"), text("Group"))
                    .arms(new long[] {30, 1000}, new long[] {20, 1000}, "2024-11", "Cards");

            JsonNode trace =
                    json(draw(data, report, Map.of("color", "Lift_Z_Score"))).at("/data/0");

            assertThat(trace.at("/zmax").asDouble()).isCloseTo(1.4322297, within(1e-7));
            assertThat(trace.at("/zmin").asDouble())
                    .isEqualTo(-trace.at("/zmax").asDouble());
        }

        @Test
        void numbersLeaveTheCellsWhereThereIsNoRoom() {
            Engagement data = new Engagement(text("Month"), text("Group"));
            for (int i = 0; i < 20; i++) {
                data.cell(1, 10, "2024-11", "G" + i);
            }
            JsonNode turned = json(draw(data, report, Map.of("x", "Group", "y", "Month")));

            assertThat(turned.at("/data/0/texttemplate").isMissingNode()).isTrue();
            assertThat(json(draw(data, report)).at("/layout/height").asInt()).isEqualTo(670);
        }
    }

    @Nested
    class Scatters {
        private final ReportConfig report = report(
                "engagement",
                "scatter",
                "x",
                "Count",
                "y",
                "CTR",
                "size",
                "Positives",
                "color",
                "Issue",
                "animation_frame",
                "Month",
                "animation_group",
                "Group",
                "log_x",
                "true");

        private final Engagement data = new Engagement(text("Month"), text("Issue"), text("Group"))
                .cell(10, 100, "2025-01", "Grow", "Cards")
                .cell(0, 1000, "2025-01", "Keep", "Loans")
                .cell(1, 10, "2024-12", "Grow", "Cards");

        @Test
        void framesAreSortedAndHoldEveryColour() {
            JsonNode figure = json(draw(data, report));

            assertThat(figure.at("/frames").findValuesAsText("name")).contains("2024-12", "2025-01");
            assertThat(figure.at("/frames/0/name").asText()).isEqualTo("2024-12");
            assertThat(figure.at("/frames/0/data")).hasSize(2);
            assertThat(figure.at("/frames/0/data/1/x")).isEmpty();
            assertThat(figure.at("/data/0/x/0").asDouble()).isEqualTo(10);
            assertThat(figure.at("/data/0/ids/0").asText()).isEqualTo("Grow/Cards");
            assertThat(texts(figure.at("/layout/sliders/0/steps/0/args/0"))).containsExactly("2024-12");
            assertThat(figure.at("/layout/updatemenus/0/buttons/0/args/0").isNull())
                    .isTrue();
        }

        @Test
        void theRangesSpanAllFramesWithRoomAround() {
            JsonNode range = json(draw(data, report)).at("/layout/xaxis/range");

            assertThat(range.at("/0").asDouble()).isCloseTo(1 - 0.16, within(1e-12));
            assertThat(range.at("/1").asDouble()).isCloseTo(3 + 0.16, within(1e-12));
        }

        @Test
        void bubblesOfNoSizeAreDrawnSmallAndSaid() {
            ReportView view = draw(data, report);

            assertThat(json(view).at("/frames/1/data/1/marker/size/0").asDouble())
                    .isZero();
            assertThat(view.notes())
                    .containsExactly("Bubbles without a Positives above zero are drawn at the smallest size.");
        }

        @Test
        void valuesThatALogarithmicAxisCannotShowAreLeftOutAndSaid() {
            ReportView view = draw(data, report, Map.of("log_y", "true"));

            assertThat(view.notes())
                    .contains("1 group has no place on the axes, as a score is not available or not above zero on a"
                            + " logarithmic axis; the table has all.");
        }

        @Test
        void whereNoGroupHasAPlaceTheReasonIsSaid() {
            ReportView view = draw(data, report, Map.of("y", "Lift"));

            assertThat(view.reason())
                    .contains("Lift is not available in any of the 3 groups: there is none unless both arms have"
                            + " interactions and the control arm has a positive response.");
        }

        @Test
        void whereALogarithmicAxisShowsNothingTheReasonSaysSo() {
            Engagement none = new Engagement(text("Month"), text("Issue"), text("Group"))
                    .cell(0, 100, "2025-01", "Grow", "Cards");

            assertThat(draw(none, report, Map.of("log_y", "true")).reason())
                    .contains(
                            "No group has a place on both axes: Interactions and Click-through rate must be available together,"
                                    + " and above zero on a logarithmic axis. Make the axes linear or clear a filter.");
        }
    }

    @Test
    void everyKindSaysWhenNoRowsAreLeft() {
        Engagement data = new Engagement(day(), text("Channel")).cell(1, 10, date("2024-12-20"), "Web");
        List<ReportConfig> reports = List.of(
                report("engagement", "line", "x", "Day", "y", "CTR"),
                report("engagement", "generic"),
                report("engagement", "bar_polar", "r", "CTR", "theta", "Day", "color", "Channel"),
                report("engagement", "gauge", List.of("Channel"), "value", "CTR"),
                report("engagement", "treemap", List.of("Channel"), "color", "CTR"),
                report("engagement", "heatmap", "x", "Day", "y", "Channel", "color", "CTR"),
                report(
                        "engagement",
                        "scatter",
                        "x",
                        "Count",
                        "y",
                        "CTR",
                        "size",
                        "Count",
                        "color",
                        "Channel",
                        "animation_frame",
                        "Day",
                        "animation_group",
                        "Channel"));
        for (ReportConfig report : reports) {
            ReportView view = draw(data, report, TestingReports.in("Channel", "Fax"));

            assertThat(view.figure()).as(report.type()).isEmpty();
            assertThat(view.reason())
                    .as(report.type())
                    .contains("No rows match: Channel = Fax. Clear or widen a filter.");
            assertThat(draw(data, report).figure()).as(report.type()).isPresent();
        }
    }
}
