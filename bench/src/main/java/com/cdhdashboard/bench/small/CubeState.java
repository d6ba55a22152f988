package com.cdhdashboard.bench.small;

import com.cdhdashboard.bench.process.Workbench;
import com.cdhdashboard.core.check.ConfigurationCheck;
import com.cdhdashboard.core.config.Configuration;
import com.cdhdashboard.core.config.read.ConfigurationReader;
import com.cdhdashboard.core.cube.Column;
import com.cdhdashboard.core.cube.CubeReader;
import com.cdhdashboard.core.cube.Filter;
import com.cdhdashboard.core.cube.Table;
import com.cdhdashboard.core.cube.Values;
import com.cdhdashboard.core.customer.NoCustomers;
import com.cdhdashboard.core.metric.Metric;
import com.cdhdashboard.core.metric.answer.MetricQueries;
import com.cdhdashboard.core.metric.answer.Question;
import com.cdhdashboard.core.report.ReportRequest;
import com.cdhdashboard.core.report.configured.ConfiguredReports;
import com.cdhdashboard.core.report.fit.ModelFits;
import com.cdhdashboard.duckdb.store.PublishedStore;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** The store of the page measurements, opened, and a report over it. */
@State(Scope.Benchmark)
public class CubeState {
    static final String DATA = "cdhdashboard.bench.data";
    static final String CONFIGURATION = "cdhdashboard.bench.configuration";

    private static final String METRIC = "engagement";
    private static final String REPORT = "daily_ctr_by_action";
    private static final String SERIES = "Name";
    private static final int MOST_SERIES = 10;

    /** Everything that stands after the store is opened. */
    private record Opened(
            PublishedStore store,
            Metric metric,
            MetricQueries queries,
            ConfiguredReports drawing,
            ReportRequest line) {}

    private Optional<Opened> opened = Optional.empty();

    @Setup(Level.Trial)
    public void open() {
        Configuration configuration = ConfigurationCheck.check(
                        ConfigurationReader.read(Path.of(System.getProperty(CONFIGURATION))))
                .configuration();
        PublishedStore store = Workbench.store(Path.of(System.getProperty(DATA)));
        MetricQueries queries = MetricQueries.of(configuration);
        CubeReader remembered = new RememberedCubes(store.cubes());
        opened = Optional.of(new Opened(
                store,
                queries.metric(METRIC),
                queries,
                new ConfiguredReports(configuration, queries.metrics(), remembered, new NoCustomers(), new ModelFits()),
                new ReportRequest(REPORT, Map.of("form", "line"), List.of(tenSeries(remembered)))));
    }

    private static Filter tenSeries(CubeReader cubes) {
        List<Optional<String>> names = cubes.values(METRIC, SERIES, List.of()).stream()
                .limit(MOST_SERIES)
                .map(count -> Values.text(count.value()))
                .toList();
        return Filter.In.of(SERIES, names);
    }

    private Opened opened() {
        return opened.orElseThrow();
    }

    /** Rolls the cube up to days and channels, and scores each group. */
    Table scores() {
        Opened now = opened();
        return now.queries()
                .query(
                        Question.ofAllScores(now.metric(), List.of("Day", "Channel"), List.of()),
                        now.store().cubes());
    }

    /** Rolls the cube up to its own cells: nothing is summed, everything is read. */
    Table allCells() {
        Opened now = opened();
        List<String> all = now.store().cubes().schema(METRIC).orElseThrow().dimensions().stream()
                .map(Column::name)
                .toList();
        return now.queries()
                .query(
                        Question.ofAllScores(now.metric(), all, List.of()),
                        now.store().cubes());
    }

    /** Draws the report from rows that are already there. */
    Object figure() {
        Opened now = opened();
        return now.drawing().view(now.line()).figure().orElseThrow();
    }

    @TearDown(Level.Trial)
    public void close() {
        opened().store().close();
    }
}
