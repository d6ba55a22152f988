package com.cdhdashboard.duckdb.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.cdhdashboard.core.aggregates.Digest;
import com.cdhdashboard.core.cube.Column;
import com.cdhdashboard.core.cube.RollUp;
import com.cdhdashboard.core.cube.Table;
import com.cdhdashboard.core.ingest.FileSummary;
import com.cdhdashboard.core.metric.Metric;
import com.cdhdashboard.core.metric.Metrics;
import com.cdhdashboard.core.metric.answer.Cautions;
import com.cdhdashboard.core.metric.answer.Question;
import com.cdhdashboard.testdata.TestData;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Aggregates of the older dashboard, in both of its forms, give the totals that it had. */
class AggregatesImportTest {
    private static final String BY_COLUMNS = "columns.json";
    private static final String BY_BYTES = "ipc.json";

    @TempDir
    private Path temp;

    private static String text(String name) throws IOException {
        try (InputStream in = new GZIPInputStream(
                Files.newInputStream(TestData.path("aggregates").resolve(name + ".gz")))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private Path file(String text) throws IOException {
        return Files.writeString(temp.resolve("collected_ih_metrics_data.json"), text);
    }

    private TestingBundles store(String name) throws IOException {
        return new TestingBundles(
                temp.resolve(name), Files.readString(TestData.path("aggregates").resolve("config.toml")));
    }

    @ParameterizedTest
    @ValueSource(strings = {BY_COLUMNS, BY_BYTES})
    void totalsAreThoseOfTheFile(String form) throws IOException {
        JsonNode expected = new ObjectMapper()
                .readTree(TestData.path("aggregates").resolve("expected.json").toFile());
        try (TestingBundles store = store("store")) {
            FileSummary taken = store.take(file(text(form)));
            assertThat(taken.status()).as(taken.toString()).isEqualTo(FileSummary.Status.IMPORTED);
            for (String metric : List.of("engagement", "engagement_sales", "conversion", "experiment")) {
                for (JsonNode channel : expected.get(metric).get("by_channel")) {
                    assertThat(sums(store, metric, channel.get("Channel").asText(), "Positives", "Negatives"))
                            .as(metric + " " + channel)
                            .containsExactly(
                                    channel.get("Positives").asDouble(),
                                    channel.get("Negatives").asDouble());
                }
            }
            assertThat(sums(store, "conversion", "Web", "Revenue").get(0)).isCloseTo(527.89, within(1e-9));
            for (JsonNode channel : expected.get("model_ml_scores").get("by_channel")) {
                List<Double> sums =
                        sums(store, "model_ml_scores", channel.get("Channel").asText(), "Positives", "Negatives");
                assertThat(sums.get(0) + sums.get(1))
                        .isEqualTo(channel.get("Count").asDouble());
            }
            for (JsonNode channel : expected.get("descriptive").get("by_channel")) {
                assertThat(sums(store, "descriptive", channel.get("Channel").asText(), "Propensity_Count"))
                        .containsExactly(channel.get("Propensity_Count").asDouble());
            }
            assertAnswers(store);
        }
    }

    private static List<Double> sums(TestingBundles store, String metric, String channel, String... measures) {
        Table table = store.cubes().rollUp(new RollUp(metric, List.of("Channel"), List.of()));
        List<Object> row = table.rows().stream()
                .filter(one -> channel.equals(one.get(0)))
                .findFirst()
                .orElseThrow();
        return Stream.of(measures)
                .map(measure -> ((Number) row.get(table.indexOf(measure).orElseThrow())).doubleValue())
                .toList();
    }

    private static Metric metric(TestingBundles store, String name) {
        return Metrics.of(store.configuration()).stream()
                .filter(metric -> metric.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static double score(TestingBundles store, String metric, String score) {
        Table table = Question.ofAllScores(metric(store, metric), List.of(), List.of())
                .answer(store.cubes());
        assertThat(table.columns()).extracting(Column::name).contains(score);
        return ((Number) table.rows().get(0).get(table.indexOf(score).orElseThrow())).doubleValue();
    }

    /** Of digests of few rows, all values are there. */
    private static void assertAnswers(TestingBundles store) throws IOException {
        assertQuantilesAreThoseOfTheRows(store);
        assertThat(score(store, "descriptive", "Propensity_Sum")).isCloseTo(176.44506084497658, within(1e-9));
        assertThat(score(store, "descriptive", "Propensity_Median")).isBetween(0.01, 0.1);
        assertThat(score(store, "descriptive", "PropensityPct_Median"))
                .isCloseTo(100 * score(store, "descriptive", "Propensity_Median"), within(1e-9));
        assertThat(score(store, "model_ml_scores", "roc_auc")).isBetween(0.5, 0.9);
        assertThat(Cautions.of(store.cubes(), metric(store, "conversion"), List.of()))
                .first()
                .asString()
                .startsWith(
                        "counted by the Python dashboard: cells without a negative were left out with their revenue");
        assertThat(store.loaded().notes())
                .anySatisfy(
                        note -> assertThat(note).startsWith("these aggregates were counted by the Python dashboard"));
    }

    /** How far the ranks of quantiles are off at most, of sorted values. */
    private static double rankError(double[] sorted, double quantile, double found) {
        long below = DoubleStream.of(sorted).filter(value -> value < found).count();
        long upTo = DoubleStream.of(sorted).filter(value -> value <= found).count();
        return Math.max(0, Math.max(below - quantile * sorted.length, quantile * sorted.length - upTo)) / sorted.length;
    }

    /** The cells of the file are so small that their digests hold every value. */
    private static void assertQuantilesAreThoseOfTheRows(TestingBundles store) throws IOException {
        List<Digest.Weighted> held = new ArrayList<>();
        for (JsonNode column : new ObjectMapper().readTree(text(BY_COLUMNS)).at("/descriptive/columns")) {
            if (column.get("name").asText().equals("Propensity_tdigest")) {
                for (JsonNode digest : column.get("values")) {
                    held.addAll(Digest.read("", bytes(digest)).values());
                }
            }
        }
        assertThat(held).hasSize(3385).extracting(Digest.Weighted::rows).containsOnly(1L);
        double[] sorted =
                held.stream().mapToDouble(Digest.Weighted::value).sorted().toArray();
        assertThat(DoubleStream.of(sorted).sum()).isCloseTo(176.44506084497658, within(1e-9));
        Map.of("Median", 0.5, "p25", 0.25, "p75", 0.75, "p90", 0.9, "p95", 0.95)
                .forEach((score, quantile) -> assertThat(
                                rankError(sorted, quantile, score(store, "descriptive", "Propensity_" + score)))
                        .as(score)
                        .isLessThanOrEqualTo(0.005));
    }

    private static byte[] bytes(JsonNode numbers) {
        byte[] bytes = new byte[numbers.size()];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) numbers.get(i).asInt();
        }
        return bytes;
    }

    /** The digest is that of (i + 0.5) / 100,000 in a random order, so that each value is its own rank. */
    @Test
    void aLargeDigestIsOffByNoMoreThanThePageSays() throws IOException {
        Digest digest =
                Digest.read("", Files.readAllBytes(TestData.path("aggregates").resolve("uniform.tdigest")));
        assertThat(digest.rows()).isEqualTo(100_000);
        List<Digest.Weighted> sorted = digest.values().stream()
                .sorted(Comparator.comparingDouble(Digest.Weighted::value))
                .toList();
        double largest = 0;
        for (int i = 1; i < 400; i++) {
            double quantile = i / 400.0;
            largest = Math.max(largest, Math.abs(at(sorted, quantile * digest.rows()) - quantile));
        }
        assertThat(largest).isBetween(0.003, 0.004);
    }

    /** The value that has so many rows below it. */
    private static double at(List<Digest.Weighted> sorted, double rows) {
        double below = 0;
        for (Digest.Weighted value : sorted) {
            below += value.rows();
            if (below > rows) {
                return value.value();
            }
        }
        throw new AssertionError(rows);
    }

    @Test
    void bothFormsGiveTheSameAndSoDoesABundleOfThem() throws IOException {
        Path bundle = temp.resolve("again.cdhcubes");
        try (TestingBundles columns = store("columns");
                TestingBundles bytes = store("bytes");
                TestingBundles again = store("again")) {
            columns.take(file(text(BY_COLUMNS)));
            bytes.take(file(text(BY_BYTES)));
            bytes.export(bundle);
            again.take(bundle);
            for (Metric metric : Metrics.of(columns.configuration())) {
                Question question = Question.ofAllScores(metric, List.of("Channel"), List.of());
                assertThat(bytes.cubes().schema(metric.name()))
                        .isEqualTo(columns.cubes().schema(metric.name()));
                assertThat(question.answer(again.cubes()).rows())
                        .as(metric.name())
                        .usingRecursiveComparison()
                        .withComparatorForType(AggregatesImportTest::compare, Double.class)
                        .isEqualTo(question.answer(columns.cubes()).rows());
                assertThat(again.cubes().notes(metric.name()))
                        .isEqualTo(columns.cubes().notes(metric.name()));
            }
        }
    }

    private static int compare(Double one, Double other) {
        return Math.abs(one - other) <= 1e-9 * Math.abs(one) ? 0 : Double.compare(one, other);
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                fault(
                        BY_BYTES,
                        "[255,255,255,255,",
                        "[255,255,255,255,300,",
                        "is not as expected: it should be bytes from 0 to 255"),
                fault(
                        BY_BYTES,
                        "[255,255,255,255,",
                        "[255,255,255,255,9,",
                        "its bytes are no Arrow stream that can be read"),
                fault(BY_COLUMNS, "[2,1,20,244,1,4", "[2,1,21,244,1,4", "it should be a t-digest of DataSketches"),
                fault(
                        BY_COLUMNS,
                        "\"datatype\":\"Date\"",
                        "\"datatype\":\"Datetime\"",
                        "it should be of a type that is read, not Datetime"),
                fault(
                        BY_COLUMNS,
                        "\"name\":\"Positives\"",
                        "\"name\":\"Positive\"",
                        "of the file has no column \"Positives\""),
                fault(BY_COLUMNS, "\"name\":\"Channel\"", "\"name\":\"Kanal\"", "is not grouped by \"Channel\""));
    }

    private static Arguments fault(String form, String text, String other, String message) {
        return Arguments.of(form, text, other, message);
    }

    @ParameterizedTest
    @MethodSource("faults")
    void aFaultyFileIsRefusedWhole(String form, String text, String other, String message) throws IOException {
        String plain = text(form).replace(", ", ",").replace(": ", ":");
        assertThat(plain).contains(text);
        try (TestingBundles store = store("store")) {
            FileSummary taken = store.take(file(plain.replace(text, other)));
            assertThat(taken.status()).isEqualTo(FileSummary.Status.FAILED);
            assertThat(taken.message())
                    .hasValueSatisfying(said -> assertThat(said).contains(message));
            assertThat(store.loaded().files()).isZero();
            assertThat(Optional.of(store.cubes().schema("engagement"))).contains(Optional.empty());
        }
    }
}
