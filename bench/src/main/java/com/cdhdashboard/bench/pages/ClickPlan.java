package com.cdhdashboard.bench.pages;

import com.cdhdashboard.app.route.Section;
import com.cdhdashboard.app.route.TableState;
import com.cdhdashboard.app.route.Urls;
import com.cdhdashboard.app.route.ViewState;
import com.cdhdashboard.core.config.Configuration;
import com.cdhdashboard.core.cube.Column;
import com.cdhdashboard.core.cube.CubeReader;
import com.cdhdashboard.core.cube.Filter;
import com.cdhdashboard.core.cube.ValueCount;
import com.cdhdashboard.core.cube.Values;
import com.cdhdashboard.core.customer.NoCustomers;
import com.cdhdashboard.core.metric.Metric;
import com.cdhdashboard.core.metric.Metrics;
import com.cdhdashboard.core.report.Control;
import com.cdhdashboard.core.report.ReportEntry;
import com.cdhdashboard.core.report.ReportRequest;
import com.cdhdashboard.core.report.configured.ConfiguredReports;
import com.cdhdashboard.core.report.fit.ModelFits;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/**
 * Seeded random clicks that the data can answer: every report, each choice its controls offer, filters on values there
 * are. Group-bys of the API have up to two dimensions, as more give long tables that no page shows.
 */
final class ClickPlan {
    private static final int MOST_FILTERS = 3;

    /** What can be chosen of a report. */
    private record Choosable(ReportEntry entry, List<Control> controls) {}

    private final List<Choosable> reports = new ArrayList<>();
    private final Map<String, Metric> metrics = new LinkedHashMap<>();
    private final Map<String, Map<String, List<Optional<String>>>> values = new LinkedHashMap<>();
    private final List<String> globalFilters;

    ClickPlan(Configuration configuration, CubeReader cubes) {
        globalFilters = configuration.globalFilters();
        List<Metric> all = Metrics.of(configuration);
        ConfiguredReports configured =
                new ConfiguredReports(configuration, all, cubes, new NoCustomers(), new ModelFits());
        for (ReportEntry entry : configured.entries()) {
            reports.add(new Choosable(
                    entry,
                    configured
                            .view(new ReportRequest(entry.key(), Map.of(), List.of()))
                            .controls()));
        }
        for (Metric metric : all) {
            metrics.put(metric.name(), metric);
            Map<String, List<Optional<String>>> byDimension = new LinkedHashMap<>();
            for (Column dimension : cubes.schema(metric.name()).orElseThrow().dimensions()) {
                byDimension.put(
                        dimension.name(),
                        cubes.values(metric.name(), dimension.name(), List.of()).stream()
                                .map(ValueCount::value)
                                .map(Values::text)
                                .toList());
            }
            values.put(metric.name(), byDimension);
        }
    }

    /** Clicks of which no two ask for the same; fewer than asked for where there are no more. */
    List<Click> distinct(int count, long seed) {
        Random random = new Random(seed);
        Set<Click> clicks = new LinkedHashSet<>();
        for (int tries = 0; clicks.size() < count && tries < 10 * count; tries++) {
            clicks.add(click(random));
        }
        return List.copyOf(clicks);
    }

    private Click click(Random random) {
        return switch (random.nextInt(10)) {
            case 0, 1 -> page(random);
            case 2, 3, 4 -> report(random);
            case 5, 6, 7 -> filterChange(random);
            default -> api(random);
        };
    }

    private Click page(Random random) {
        String path = switch (random.nextInt(6)) {
            case 0 -> Urls.HOME;
            case 1 -> Urls.IMPORT;
            default -> {
                String metric = pick(List.copyOf(values.keySet()), random);
                yield Urls.dashboard(state(Map.of(), filters(metric, globalFilters, random)));
            }
        };
        return new Click(Click.Kind.PAGE, path);
    }

    private Click report(Random random) {
        Choosable report = pick(reports, random);
        Map<String, String> choices = new LinkedHashMap<>();
        for (Control control : report.controls()) {
            if (!control.options().isEmpty() && random.nextInt(3) == 0) {
                choices.put(control.name(), pick(control.options(), random).value());
            }
        }
        return new Click(
                Click.Kind.REPORT, Urls.report(Section.REPORTS, report.entry().key(), state(choices, List.of())));
    }

    private Click filterChange(Random random) {
        ReportEntry entry = pick(reports, random).entry();
        List<Filter> filters = filters(entry.metric(), dimensions(entry.metric()), random);
        return new Click(Click.Kind.FILTER, Urls.report(Section.REPORTS, entry.key(), state(Map.of(), filters)));
    }

    private Click api(Random random) {
        if (random.nextInt(3) == 0) {
            ReportEntry entry = pick(reports, random).entry();
            String filters = query(entry.metric(), random);
            return new Click(Click.Kind.API, Urls.API + "/reports/" + entry.key() + "?" + filters);
        }
        Metric metric = pick(List.copyOf(metrics.values()), random);
        Set<String> groupBy = new LinkedHashSet<>();
        groupBy.add(pick(groupable(metric), random));
        groupBy.add(pick(groupable(metric), random));
        String path = Urls.API + "/metrics/" + metric.name() + "?group_by=" + String.join(",", groupBy);
        String property = metric.properties().isEmpty() ? "" : "&property=" + pick(metric.properties(), random);
        return new Click(Click.Kind.API, path + property + "&" + query(metric.name(), random));
    }

    private List<String> groupable(Metric metric) {
        return dimensions(metric.name()).stream()
                .filter(dimension -> !metric.comparedDimension().equals(Optional.of(dimension)))
                .toList();
    }

    private String query(String metric, Random random) {
        return state(Map.of(), filters(metric, dimensions(metric), random)).query();
    }

    private static ViewState state(Map<String, String> choices, List<Filter> filters) {
        return new ViewState(choices, filters, TableState.FIRST);
    }

    private List<String> dimensions(String metric) {
        return List.copyOf(values.getOrDefault(metric, Map.of()).keySet());
    }

    /** One to three filters on different dimensions, each on up to three values. */
    private List<Filter> filters(String metric, List<String> dimensions, Random random) {
        Map<String, Filter> filters = new LinkedHashMap<>();
        int count = 1 + random.nextInt(MOST_FILTERS);
        for (int i = 0; i < count; i++) {
            String dimension = pick(dimensions, random);
            List<Optional<String>> all = values.getOrDefault(metric, Map.of()).getOrDefault(dimension, List.of());
            Set<Optional<String>> chosen = new LinkedHashSet<>();
            for (int j = random.nextInt(3); j >= 0 && !all.isEmpty(); j--) {
                chosen.add(pick(all, random));
            }
            if (!chosen.isEmpty()) {
                filters.put(dimension, Filter.In.of(dimension, List.copyOf(chosen)));
            }
        }
        return List.copyOf(filters.values());
    }

    private static <T> T pick(List<T> from, Random random) {
        return from.get(random.nextInt(from.size()));
    }
}
