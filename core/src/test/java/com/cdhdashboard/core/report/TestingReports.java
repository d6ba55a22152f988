package com.cdhdashboard.core.report;

import com.cdhdashboard.core.config.AssistantSettings;
import com.cdhdashboard.core.config.Branding;
import com.cdhdashboard.core.config.Chat;
import com.cdhdashboard.core.config.Configuration;
import com.cdhdashboard.core.config.FileSelection;
import com.cdhdashboard.core.config.FileType;
import com.cdhdashboard.core.config.InteractionHistory;
import com.cdhdashboard.core.config.MetricConfig;
import com.cdhdashboard.core.config.Preparation;
import com.cdhdashboard.core.config.ReportConfig;
import com.cdhdashboard.core.config.UserInterface;
import com.cdhdashboard.core.config.Variant;
import com.cdhdashboard.core.cube.Column;
import com.cdhdashboard.core.cube.CubeSchema;
import com.cdhdashboard.core.cube.Filter;
import com.cdhdashboard.core.cube.ValueType;
import com.cdhdashboard.core.cube.Values;
import com.cdhdashboard.core.customer.NoCustomers;
import com.cdhdashboard.core.error.Position;
import com.cdhdashboard.core.figure.Figure;
import com.cdhdashboard.core.metric.Metric;
import com.cdhdashboard.core.metric.Metrics;
import com.cdhdashboard.core.report.configured.ConfiguredReports;
import com.cdhdashboard.core.report.definition.Capability;
import com.cdhdashboard.core.report.fit.ModelFits;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A configuration with one engagement and one conversion metric, data for both, and shorthands to ask for reports. */
public final class TestingReports {
    public static final List<String> GLOBAL_FILTERS = List.of("Channel");

    private static final ObjectMapper JSON = new ObjectMapper();

    private TestingReports() {}

    /** The first metric of a configuration that such a report can show. */
    public static String metric(Configuration configuration, Capability row) {
        return configuration.metrics().stream()
                .map(MetricConfig::name)
                .filter(name -> name.startsWith(row.family().prefix()))
                .findFirst()
                .orElseThrow();
    }

    public static MetricConfig engagement(String... groupBy) {
        return new MetricConfig.Engagement(
                common("engagement", List.of("CTR", "Lift"), groupBy),
                new MetricConfig.Responses(List.of("Clicked"), List.of("Impression")),
                "Control");
    }

    public static MetricConfig conversion(String... groupBy) {
        return new MetricConfig.Conversion(
                common("conversion", List.of("ConversionRate", "Revenue"), groupBy),
                new MetricConfig.Responses(List.of("Conversion"), List.of("Impression")));
    }

    private static MetricConfig.Common common(String name, List<String> scores, String... groupBy) {
        return new MetricConfig.Common(
                name, new Position("test.toml", 1, 1), List.of(groupBy), Optional.empty(), scores);
    }

    /** A report whose keys stand one below the other from line 10 on, {@code type} first. */
    public static ReportConfig report(String metric, String type, List<String> groupBy, Object... keysAndValues) {
        Map<String, Object> settings = new LinkedHashMap<>();
        Map<String, Position> positions = new LinkedHashMap<>();
        positions.put("", new Position("test.toml", 9, 1));
        positions.put("type", new Position("test.toml", 10, 1));
        for (int i = 0; i < keysAndValues.length; i += 2) {
            settings.put((String) keysAndValues[i], keysAndValues[i + 1]);
            positions.put((String) keysAndValues[i], new Position("test.toml", 11 + i / 2, 1));
        }
        return new ReportConfig("r", metric, type, "[TEST] A report", groupBy, List.of(), settings, positions);
    }

    public static ReportConfig report(String metric, String type, Object... keysAndValues) {
        return report(metric, type, List.of(), keysAndValues);
    }

    public static Configuration configuration(List<MetricConfig> metrics, ReportConfig... reports) {
        Preparation preparation = new Preparation(Map.of(), Optional.empty(), Optional.empty());
        return new Configuration(
                new Branding("Test", "1", Optional.empty()),
                new UserInterface(false, 180_000, 8, false),
                new InteractionHistory(
                        new FileSelection(FileType.PEGA_DS_EXPORT, "*.zip", ".*", false, false, false),
                        preparation,
                        30),
                Optional.empty(),
                GLOBAL_FILTERS,
                metrics,
                List.of(reports),
                new Variant("test", "", false),
                new Chat("", Map.of()),
                AssistantSettings.DEFAULT);
    }

    public static ConfiguredReports reports(InMemoryCubes cubes, List<MetricConfig> metrics, ReportConfig... reports) {
        Configuration configuration = configuration(metrics, reports);
        return new ConfiguredReports(
                configuration, Metrics.of(configuration), cubes, new NoCustomers(), new ModelFits());
    }

    public static Metric metric(MetricConfig config) {
        return Metrics.of(configuration(List.of(config))).get(0);
    }

    /** Draws the only report of an engagement metric over these data. */
    public static ReportView draw(Engagement data, ReportConfig report, Filter... filters) {
        return draw(data, report, Map.of(), filters);
    }

    public static ReportView draw(
            Engagement data, ReportConfig report, Map<String, String> choices, Filter... filters) {
        ConfiguredReports reports = reports(data.cubes(), List.of(data.config()), report);
        return reports.view(new ReportRequest("r", choices, List.of(filters)));
    }

    public static JsonNode json(ReportView view) {
        return view.figure()
                .map(TestingReports::json)
                .orElseThrow(
                        () -> new AssertionError("no figure: " + view.reason().orElse("no reason")));
    }

    public static JsonNode json(Figure figure) {
        return JSON.valueToTree(figure);
    }

    /** The elements of an array as text. */
    public static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(element -> texts.add(element.asText()));
        return texts;
    }

    public static List<@Nullable Object> row(@Nullable Object... values) {
        return Arrays.asList(values);
    }

    public static Filter in(String dimension, String... labels) {
        return Filter.In.of(
                dimension, Arrays.stream(labels).map(Values::parseLabel).toList());
    }

    public static Column text(String name) {
        return Column.dimension(name, ValueType.TEXT);
    }

    public static Column day() {
        return Column.dimension("Day", ValueType.DATE);
    }

    public static LocalDate date(String text) {
        return LocalDate.parse(text);
    }

    /** Cells of an engagement metric: dimensions, then test and control arm. */
    public static final class Engagement {
        private final List<Column> dimensions;
        private final List<List<@Nullable Object>> cells = new ArrayList<>();

        public Engagement(Column... dimensions) {
            this.dimensions = List.of(dimensions);
        }

        public MetricConfig config() {
            return engagement(dimensions.stream().map(Column::name).toArray(String[]::new));
        }

        /** A cell without arms. */
        public Engagement cell(long positives, long count, @Nullable Object... values) {
            return add(List.of(positives, count - positives, 0L, 0L, 0L, 0L), values);
        }

        /** A cell with a test and a control arm, each as positives of a count. */
        public Engagement arms(long[] test, long[] control, @Nullable Object... values) {
            return add(
                    List.of(
                            test[0] + control[0],
                            test[1] - test[0] + control[1] - control[0],
                            test[0],
                            test[1] - test[0],
                            control[0],
                            control[1] - control[0]),
                    values);
        }

        private Engagement add(List<Long> measures, @Nullable Object... values) {
            List<@Nullable Object> cell = new ArrayList<>(Arrays.asList(values));
            cell.addAll(measures);
            cells.add(cell);
            return this;
        }

        public InMemoryCubes cubes() {
            return addTo(new InMemoryCubes());
        }

        public InMemoryCubes addTo(InMemoryCubes cubes) {
            return cubes.add(
                    new CubeSchema("engagement", dimensions, metric(config()).measures()), cells);
        }
    }

    /** Cells of a conversion metric: positives, negatives, revenue and conversions behind the dimensions. */
    public static final class Conversion {
        private final List<Column> dimensions;
        private final List<List<@Nullable Object>> cells = new ArrayList<>();

        public Conversion(Column... dimensions) {
            this.dimensions = List.of(dimensions);
        }

        public MetricConfig config() {
            return conversion(dimensions.stream().map(Column::name).toArray(String[]::new));
        }

        public Conversion cell(
                long positives, long count, double revenue, double conversions, @Nullable Object... values) {
            List<@Nullable Object> cell = new ArrayList<>(Arrays.asList(values));
            cell.addAll(List.of(positives, count - positives, revenue, conversions));
            cells.add(cell);
            return this;
        }

        public InMemoryCubes addTo(InMemoryCubes cubes) {
            return cubes.add(
                    new CubeSchema("conversion", dimensions, metric(config()).measures()), cells);
        }
    }
}
