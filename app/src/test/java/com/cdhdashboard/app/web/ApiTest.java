package com.cdhdashboard.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.cdhdashboard.app.fixture.FixtureWorkspace;
import com.cdhdashboard.app.output.Json;
import com.cdhdashboard.core.schema.JsonSchema;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApiTest {
    private static Site site;

    @BeforeAll
    static void start(@TempDir Path folder) {
        site = new Site(FixtureWorkspace.withData(), folder, 1000);
    }

    @AfterAll
    static void stop() {
        site.close();
    }

    @Test
    void aMetricIsAnArrayOfGroupsWithEveryScore() {
        JsonNode answer = site.json("/api/v1/metrics/engagement?group_by=Channel");
        assertThat(answer.isArray()).isTrue();
        assertThat(answer).hasSize(6);
        List<String> names = new ArrayList<>();
        answer.get(0).fieldNames().forEachRemaining(names::add);
        assertThat(names)
                .containsExactly(
                        "Channel",
                        "Count",
                        "Positives",
                        "Negatives",
                        "CTR",
                        "StdErr",
                        "CTR_Low",
                        "CTR_High",
                        "Lift",
                        "Lift_Low",
                        "Lift_High",
                        "Lift_Z_Score",
                        "Lift_P_Val");
        JsonNode row = answer.get(0);
        assertThat(row.get("CTR").doubleValue())
                .isEqualTo(row.get("Positives").doubleValue() / row.get("Count").doubleValue());
    }

    @Test
    void onlyTheScoresAskedAreAnswered() {
        JsonNode row = site.json("/api/v1/metrics/engagement?group_by=Channel&scores=CTR,Count&scores=Lift")
                .get(0);
        List<String> names = new ArrayList<>();
        row.fieldNames().forEachRemaining(names::add);
        assertThat(names).containsExactly("Channel", "Count", "CTR", "Lift");
    }

    @Test
    void theListOfMetricsHasDimensionsPropertiesAndScores() {
        JsonNode metric = site.json("/api/v1/metrics").get(0);
        List<String> names = new ArrayList<>();
        metric.fieldNames().forEachRemaining(names::add);
        assertThat(names).containsExactly("name", "family", "dimensions", "properties", "scores", "has_data");
        assertThat(metric.get("properties")).isEmpty();
    }

    @Test
    void missingIsNullEmptyIsEmptyAndDatesAreIso() {
        JsonNode channels = site.json("/api/v1/metrics/engagement?group_by=Channel");
        assertThat(channels.findValuesAsText("Channel")).contains("", "null", "Web");
        assertThat(channels.findValues("Channel").stream().anyMatch(JsonNode::isNull))
                .isTrue();
        JsonNode days = site.json("/api/v1/metrics/conversion?group_by=Day");
        assertThat(days.get(0).get("Day").textValue()).isEqualTo("2024-12-01");
    }

    @Test
    void whatIsNotAvailableIsNullAndNeverNaN() {
        HttpResponse<String> answer = site.get("/api/v1/metrics/engagement?filter.Channel=Fax");
        assertThat(answer.body()).contains("\"CTR\":null", "\"Count\":0").doesNotContain("NaN");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "group_by=Channel&filter.Channel=Web|1",
                "group_by=Channel&filter.Channel=Web&filter.Channel=Email|2",
                "group_by=Channel&filter.Channel.not=Web|5",
                "group_by=Channel&filter.Channel=%28missing%29&filter.Channel=%28empty%29|2",
                "group_by=Day&filter.Day.from=2024-12-03&filter.Day.to=2024-12-05|3",
                "group_by=Day&filter.Day.from=2024-12-05&filter.Day.to=2024-12-03|3",
                "group_by=Day&period=all|42",
                "group_by=Day&period=last7|7",
                "group_by=Day&period=month|11",
                "group_by=Day,Channel&filter.Day.to=2024-12-01|6",
                "group_by=%22Day%22,%20Channel&filter.Day.to=2024-12-01|6",
                "group_by=Day&group_by=Channel&filter.Day.to=2024-12-01|6",
                "group_by=WeekOfPeriod&period=last7&compare=previous|2",
                "group_by=MonthOfPeriod&period=last7&compare=previous|3",
                "group_by=DayOfPeriod&filter.DayOfPeriod=3&period=last7&compare=previous|2",
                "filter.Period=2024-12-29..2025-01-04&period=last7&compare=previous|1",
                "filter.Channel=Web|1"
            })
    void filtersAndGroupsAreThoseOfTheAddress(String query, int rows) {
        assertThat(site.json("/api/v1/metrics/engagement?" + query)).hasSize(rows);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/api/v1/metrics/engagment|404|engagement",
                "/api/v1/metrics/engagement?group_by=Chanel|400|Channel",
                "/api/v1/metrics/engagement?group_by=%22Channel|400|group_by: a quote in it is not closed: \"Channel",
                "/api/v1/metrics/engagement?format=xml|400|\"xml\" is not a format; there are json, csv, object",
                "/api/v1/metrics/engagement?Channel=Web|400|\"Channel\" is not a parameter of a metric; there are group_by, scores, property, period, compare, format and filter.DIMENSION",
                "/api/v1/metrics/engagement?scores=CTRR|400|\"CTRR\" is not a score of metric \"engagement\"; did you mean \"CTR\"? There are: Count, Positives, Negatives, CTR, StdErr, CTR_Low, CTR_High, Lift, Lift_Low, Lift_High, Lift_Z_Score, Lift_P_Val.",
                "/api/v1/metrics/engagement?scores=%22CTR|400|scores: a quote in it is not closed: \"CTR",
                "/api/v1/metrics/engagement?property=Propensity|400|metric \"engagement\" has no properties to choose from; leave out the property.",
                "/api/v1/metrics/engagement?period=last7&compare.from=%2B999999999-12-31|400|\"+999999999-12-31\" in compare.from is no day of the years 1 to 9999",
                "/api/v1/reports/absent|404|there is no report \"absent\"",
                "/api/v1/reports/empty?format=figure|400|report \"empty\" has no figure: No rows match: Channel = Fax. Clear the filter.",
                "/api/v1/nothing|404|There is no page at this address."
            })
    void mistakesAreSaidAsJson(String path, int status, String message) {
        assertThat(site.get(path).statusCode()).isEqualTo(status);
        assertThat(site.json(path).at("/error/message").textValue()).contains(message);
    }

    @Test
    void editorsFetchTheSchemaOfConfigurations() {
        HttpResponse<String> answer = site.get("/configuration/schema.json");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/schema+json; charset=utf-8");
        assertThat(answer.body()).isEqualTo(Json.indented(JsonSchema.of()));
    }

    @Test
    void aReportIsJsonCsvOrFigure() {
        JsonNode report = site.json("/api/v1/reports/ctr_daily?x=Channel&filter.Channel=Web");
        assertThat(report.at("/rows")).hasSize(42);
        assertThat(report.at("/controls/0/chosen").textValue()).isEqualTo("Channel");
        assertThat(report).isEqualTo(site.json("/reports/ctr_daily.json?x=Channel&filter.Channel=Web"));
        assertThat(site.json("/api/v1/reports/ctr_daily?format=figure")
                        .at("/data/0/type")
                        .textValue())
                .isEqualTo("scatter");
        assertThat(site.get("/api/v1/reports/long_table?format=csv").body())
                .startsWith("Name,Count,CTR\r\nOffer 0,0,0.01\r\n");
    }

    @Test
    void aDownloadHoldsAllRowsInTheOrderOfThePageAndNoFormulas() {
        String csv = site.get("/reports/long_table.csv?sort=-Count&page=3").body();
        assertThat(csv.lines()).hasSize(501);
        assertThat(csv.lines().skip(1).findFirst()).contains("Offer 321,999,0.035");
        HttpResponse<String> hostile = site.get("/reports/hostile.csv");
        assertThat(hostile.body()).contains("\"'=HYPERLINK(\"\"http://x\"\")\",3,-0.5\r\n,1,\r\n");
        assertThat(hostile.headers().firstValue("Content-Disposition"))
                .contains("attachment; filename=\"img-src-x-onerror-alert-1-fixed-10-script-b-3-5-2025-01-11.csv\"");
    }

    @Test
    void aWorkbookHoldsTextsAsTexts(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("hostile.xlsx");
        try (InputStream in =
                URI.create(site.url() + "/reports/hostile.xlsx").toURL().openStream()) {
            Files.copy(in, file);
        }
        String text = part(file, "xl/worksheets/sheet1.xml") + part(file, "xl/sharedStrings.xml");
        assertThat(text).contains("=HYPERLINK(").doesNotContain("<f>");
    }

    private static String part(Path file, String name) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile());
                InputStream in = zip.getInputStream(zip.getEntry(name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/index.json",
                "/import.json",
                "/dashboard.json",
                "/reports.json",
                "/reports/empty.json",
                "/api/v1/status",
                "/api/v1/metrics",
                "/api/v1/reports"
            })
    void everyPageHasAJsonTwin(String path) {
        HttpResponse<String> answer = site.get(path);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/json");
        assertThat(site.json(path).isContainerNode()).isTrue();
    }
}
