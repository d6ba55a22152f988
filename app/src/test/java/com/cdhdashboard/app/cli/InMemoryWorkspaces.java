package com.cdhdashboard.app.cli;

import com.cdhdashboard.app.Workspace;
import com.cdhdashboard.app.configuration.ConfigurationPlace;
import com.cdhdashboard.app.trial.Trials;
import com.cdhdashboard.assistant.provider.Models;
import com.cdhdashboard.core.config.AssistantSettings;
import com.cdhdashboard.core.config.Branding;
import com.cdhdashboard.core.config.Chat;
import com.cdhdashboard.core.config.Configuration;
import com.cdhdashboard.core.config.FileSelection;
import com.cdhdashboard.core.config.FileType;
import com.cdhdashboard.core.config.InteractionHistory;
import com.cdhdashboard.core.config.LoadedConfiguration;
import com.cdhdashboard.core.config.MetricConfig;
import com.cdhdashboard.core.config.Preparation;
import com.cdhdashboard.core.config.ReportConfig;
import com.cdhdashboard.core.config.UserInterface;
import com.cdhdashboard.core.config.Variant;
import com.cdhdashboard.core.cube.Column;
import com.cdhdashboard.core.cube.CubeReader;
import com.cdhdashboard.core.cube.CubeSchema;
import com.cdhdashboard.core.cube.Filter;
import com.cdhdashboard.core.cube.RollUp;
import com.cdhdashboard.core.cube.Table;
import com.cdhdashboard.core.cube.ValueCount;
import com.cdhdashboard.core.cube.ValueType;
import com.cdhdashboard.core.customer.NoCustomers;
import com.cdhdashboard.core.error.Position;
import com.cdhdashboard.core.error.Problem;
import com.cdhdashboard.core.figure.Figure;
import com.cdhdashboard.core.ingest.FileSummary;
import com.cdhdashboard.core.ingest.ImportProgress;
import com.cdhdashboard.core.ingest.ImportRequest;
import com.cdhdashboard.core.ingest.ImportSummary;
import com.cdhdashboard.core.ingest.Importer;
import com.cdhdashboard.core.ingest.LoadedData;
import com.cdhdashboard.core.metric.Metric;
import com.cdhdashboard.core.metric.Metrics;
import com.cdhdashboard.core.report.DashboardRequest;
import com.cdhdashboard.core.report.DashboardView;
import com.cdhdashboard.core.report.FilterChoice;
import com.cdhdashboard.core.report.KpiCard;
import com.cdhdashboard.core.report.ReportEntry;
import com.cdhdashboard.core.report.ReportRequest;
import com.cdhdashboard.core.report.ReportView;
import com.cdhdashboard.core.report.Reports;
import com.cdhdashboard.core.report.RowsBehind;
import com.cdhdashboard.core.snapshot.Configured;
import com.cdhdashboard.core.snapshot.Snapshot;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A workspace of one metric and one report with fixed answers, which writes down what it was asked. */
final class InMemoryWorkspaces implements Workspaces, Workspace {
    final List<Object> asked = new ArrayList<>();
    List<Problem> problems = List.of();
    Optional<String> reason = Optional.empty();
    FileSummary.Status status = FileSummary.Status.IMPORTED;

    @Override
    public LoadedConfiguration check(ConfigurationSource source) {
        asked.add(source);
        return new LoadedConfiguration(configuration(), problems);
    }

    @Override
    public OpenWorkspace open(ConfigurationSource source, Path data) {
        asked.add(source);
        asked.add(data);
        return new OpenWorkspace() {
            @Override
            public Workspace workspace() {
                return InMemoryWorkspaces.this;
            }

            @Override
            public ConfigurationPlace place() {
                return ConfigurationPlace.packaged("test", data);
            }

            @Override
            public void close() {
                asked.add("closed");
            }
        };
    }

    @Override
    public Trials trials() {
        return Trials.NONE;
    }

    @Override
    public RunningServer serve(List<OpenWorkspace> open, ServerAddress address, Models models) {
        asked.add(address);
        return new RunningServer() {
            @Override
            public String url() {
                return "http://" + address.host() + ":" + address.port();
            }

            @Override
            public void await() {
                asked.add("awaited");
            }

            @Override
            public void close() {
                asked.add("server closed");
            }
        };
    }

    @Override
    public Configured configured() {
        return Configured.of(new LoadedConfiguration(configuration(), problems));
    }

    private static Configuration configuration() {
        MetricConfig.Common common = new MetricConfig.Common(
                "engagement", new Position("t.toml", 1, 1), List.of("Channel"), Optional.empty(), List.of("CTR"));
        MetricConfig metric = new MetricConfig.Engagement(
                common, new MetricConfig.Responses(List.of("Clicked"), List.of("Impression")), "Control");
        return new Configuration(
                new Branding("Test", "1", Optional.empty()),
                new UserInterface(false, 0, 0, false),
                new InteractionHistory(
                        new FileSelection(FileType.PEGA_DS_EXPORT, "**/*.zip", "(.*)", false, false, false),
                        new Preparation(Map.of(), Optional.empty(), Optional.empty()),
                        30),
                Optional.empty(),
                List.of(),
                List.of(metric),
                List.of(),
                new Variant("Test", "", false),
                new Chat("", Map.of()),
                AssistantSettings.DEFAULT);
    }

    private static List<Metric> metrics() {
        return Metrics.of(configuration());
    }

    @Override
    public Snapshot now() {
        return new Snapshot(
                "1", configured(), reports(), cubes(), LoadedData.NOTHING, new NoCustomers(), LoadedData.NOTHING);
    }

    @Override
    public Importer importer() {
        return (request, listener) -> {
            asked.add(request);
            Duration elapsed = Duration.ofSeconds(10);
            listener.progressed(new ImportProgress("Reading", 1, 2, 150_000, 50, 100, elapsed));
            return summary(request, elapsed);
        };
    }

    @Override
    public Importer holdingsImporter() {
        return importer();
    }

    private ImportSummary summary(ImportRequest request, Duration elapsed) {
        List<FileSummary> files = new ArrayList<>();
        for (Path path : request.paths()) {
            files.add(new FileSummary(path.toString(), status, 10, 1, 2, 3, 4, Optional.empty()));
        }
        return new ImportSummary(
                files, List.of("2 metrics are off"), Optional.of(Path.of("rejected.ndjson")), elapsed, false);
    }

    private CubeReader cubes() {
        return new CubeReader() {
            @Override
            public String dataVersion() {
                return "1";
            }

            @Override
            public Optional<CubeSchema> schema(String metric) {
                return Optional.of(new CubeSchema(
                        metric,
                        List.of(
                                Column.dimension("Channel", ValueType.TEXT),
                                Column.dimension("Name, or so", ValueType.TEXT)),
                        metrics().get(0).measures()));
            }

            @Override
            public Table rollUp(RollUp rollUp) {
                asked.add(rollUp);
                List<Column> columns = new ArrayList<>();
                rollUp.groupBy().forEach(name -> columns.add(Column.dimension(name, ValueType.TEXT)));
                columns.addAll(metrics().get(0).measures());
                List<Object> row = new ArrayList<>(rollUp.groupBy());
                row.addAll(List.of(25L, 75L, 20L, 60L, 5L, 15L));
                return new Table(columns, List.of(row));
            }

            @Override
            public Table scoreCounts(RollUp rollUp) {
                throw new UnsupportedOperationException("these cubes hold no summaries");
            }

            @Override
            public Table histogram(RollUp rollUp, double[] edges) {
                throw new UnsupportedOperationException("these cubes hold no summaries");
            }

            @Override
            public List<ValueCount> values(String metric, String dimension, List<Filter> filters) {
                return List.of();
            }
        };
    }

    private Reports reports() {
        return new Reports() {
            @Override
            public List<ReportEntry> entries() {
                return List.of(new ReportEntry("ctr", Optional.empty(), "", "engagement", Optional.empty()));
            }

            @Override
            public ReportView draft(ReportConfig report, List<Filter> filters) {
                throw new UnsupportedOperationException("commands have no drafts");
            }

            @Override
            public void cancel(long fitting) {}

            @Override
            public void startAgain() {}

            @Override
            public ReportView view(ReportRequest request) {
                return await(request);
            }

            @Override
            public ReportView await(ReportRequest request) {
                asked.add(request);
                return report(request.key());
            }

            @Override
            public Optional<RowsBehind> behind(ReportRequest request, Table row) {
                return Optional.empty();
            }

            @Override
            public DashboardView dashboard(DashboardRequest request) {
                return new DashboardView(List.of(), List.of());
            }

            @Override
            public List<FilterChoice> globalFilters(List<Filter> filters) {
                return List.of();
            }

            @Override
            public List<FilterChoice> filters(String metric, List<Filter> filters) {
                return List.of();
            }
        };
    }

    private ReportView report(String key) {
        KpiCard card = new KpiCard(
                "CTR",
                "5.00 %",
                Optional.of("Count 100"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "clicks per offer",
                Optional.empty());
        Table table = new Table(
                List.of(Column.dimension("Channel", ValueType.TEXT), Column.score("CTR")),
                List.of(Arrays.asList("Web", 0.05), Arrays.asList(null, null)));
        Map<String, Object> layout = new LinkedHashMap<>();
        layout.put("height", 640L);
        Optional<Figure> figure = reason.isPresent() ? Optional.empty() : Optional.of(new Figure(List.of(), layout));
        return new ReportView(
                key,
                "Click-through rate",
                List.of(),
                List.of(card),
                table,
                figure,
                reason,
                List.of("2 of 9 series"),
                Optional.empty());
    }
}
