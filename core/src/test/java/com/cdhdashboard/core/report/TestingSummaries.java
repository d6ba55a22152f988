package com.cdhdashboard.core.report;

import com.cdhdashboard.core.config.MetricConfig;
import com.cdhdashboard.core.config.ReportConfig;
import com.cdhdashboard.core.cube.Column;
import com.cdhdashboard.core.cube.CubeSchema;
import com.cdhdashboard.core.cube.Filter;
import com.cdhdashboard.core.error.Position;
import com.cdhdashboard.core.metric.Metric;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Data of a metric with summaries: cells of values that are summed up when they are asked for. */
public final class TestingSummaries {
    private final MetricConfig config;
    private final List<Column> dimensions;
    private final List<String> numeric;
    private final List<List<@Nullable Object>> cells = new ArrayList<>();
    private final InMemoryCubes cubes = new InMemoryCubes();

    private TestingSummaries(MetricConfig config, List<String> numeric, Column... dimensions) {
        this.config = config;
        this.numeric = numeric;
        this.dimensions = List.of(dimensions);
    }

    /** Scored responses. */
    public static TestingSummaries models(boolean useTDigest, Column... dimensions) {
        MetricConfig config = new MetricConfig.ModelScores(
                common("model_ml_scores", dimensions),
                new MetricConfig.Responses(List.of("Clicked"), List.of("Impression")),
                useTDigest);
        return new TestingSummaries(config, List.of("Propensity", "FinalPropensity", "Name"), dimensions);
    }

    /** Described columns: Propensity, which holds numbers, and Outcome, which does not. */
    public static TestingSummaries described(boolean useTDigest, Column... dimensions) {
        MetricConfig config = new MetricConfig.Descriptive(
                common("descriptive", dimensions), List.of("Propensity", "Outcome"), useTDigest);
        return new TestingSummaries(config, List.of("Propensity"), dimensions);
    }

    private static MetricConfig.Common common(String name, Column... dimensions) {
        return new MetricConfig.Common(
                name,
                new Position("test.toml", 1, 1),
                Arrays.stream(dimensions).map(Column::name).toList(),
                Optional.empty(),
                List.of());
    }

    public MetricConfig config() {
        return config;
    }

    /** The scores of positive and negative responses of a cell; FinalPropensity is the opposite of Propensity. */
    public TestingSummaries scores(double[] positives, double[] negatives, @Nullable Object... values) {
        List<@Nullable Object> cell = new ArrayList<>(Arrays.asList(values));
        cell.addAll(List.of((long) positives.length, (long) negatives.length));
        cell.add(SummarizedRows.scored(positives, negatives));
        cell.add(SummarizedRows.scored(opposite(positives), opposite(negatives)));
        cell.add(SummarizedRows.shown(List.of(List.of("A"), List.of("B"))));
        cells.add(cell);
        return this;
    }

    private static double[] opposite(double[] scores) {
        return Arrays.stream(scores).map(score -> 1 - score).toArray();
    }

    /** A cell of so many rows, with these values of Propensity. */
    public TestingSummaries values(long rows, double[] propensities, @Nullable Object... values) {
        List<@Nullable Object> cell = new ArrayList<>(Arrays.asList(values));
        cell.addAll(List.of(rows, (long) propensities.length, rows));
        cell.add(SummarizedRows.of(propensities));
        cell.add(SummarizedRows.of(propensities));
        cells.add(cell);
        return this;
    }

    public InMemoryCubes cubes() {
        Metric metric = TestingReports.metric(config);
        return cubes.add(
                new CubeSchema(
                        metric.name(),
                        dimensions,
                        metric.measures(),
                        metric.summaries().stream()
                                .filter(summary -> numeric.contains(summary.column()))
                                .toList()),
                cells);
    }

    public ReportView draw(ReportConfig report, Map<String, String> choices, Filter... filters) {
        return TestingReports.reports(cubes(), List.of(config), report)
                .view(new ReportRequest("r", choices, List.of(filters)));
    }
}
