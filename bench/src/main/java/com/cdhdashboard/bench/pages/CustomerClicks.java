package com.cdhdashboard.bench.pages;

import com.cdhdashboard.app.route.Section;
import com.cdhdashboard.app.route.TableState;
import com.cdhdashboard.app.route.Urls;
import com.cdhdashboard.app.route.ViewState;
import com.cdhdashboard.core.cube.Column;
import com.cdhdashboard.core.cube.Filter;
import com.cdhdashboard.core.cube.ValueCount;
import com.cdhdashboard.core.cube.Values;
import com.cdhdashboard.core.customer.CustomerReader;
import com.cdhdashboard.core.customer.CustomerSchema;
import com.cdhdashboard.core.report.Control;
import com.cdhdashboard.core.report.ReportEntry;
import com.cdhdashboard.core.report.ReportRequest;
import com.cdhdashboard.core.report.Reports;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;

/** Seeded random clicks on what is shown of customers, but for models, which have a measurement of their own. */
final class CustomerClicks {
    private static final int PAGES_LOOKED_AT = 20;

    private final CustomerSchema schema;
    private final Map<String, List<Control>> reports = new LinkedHashMap<>();
    private final Map<String, List<Optional<String>>> values = new LinkedHashMap<>();

    CustomerClicks(Reports configured, CustomerReader customers, Predicate<ReportEntry> wanted) {
        schema = customers.schema(CustomerFolder.METRIC).orElseThrow();
        for (ReportEntry entry : Section.CLV.entries(configured)) {
            if (wanted.test(entry)) {
                ReportRequest request = new ReportRequest(entry.key(), Map.of(), List.of());
                reports.put(entry.key(), configured.view(request).controls());
            }
        }
        for (Column dimension : schema.dimensions()) {
            values.put(
                    dimension.name(),
                    customers.values(CustomerFolder.METRIC, dimension.name(), List.of()).stream()
                            .map(ValueCount::value)
                            .map(Values::text)
                            .toList());
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
        return switch (random.nextInt(4)) {
            case 0 -> customers(random);
            case 1 -> report(random);
            case 2 -> {
                String key = pick(List.copyOf(reports.keySet()), random);
                yield new Click(Click.Kind.FILTER, Urls.report(Section.CLV, key, state(Map.of(), filters(random))));
            }
            default -> api(random);
        };
    }

    /** The table of customers: sorted, searched, filtered, further down. */
    private Click customers(Random random) {
        TableState table = new TableState(
                Optional.of(pick(schema.columns(), random).name()),
                random.nextBoolean(),
                1 + random.nextInt(PAGES_LOOKED_AT));
        Map<String, String> search = random.nextInt(3) == 0
                ? Map.of("search", String.format(Locale.ROOT, "%04d", random.nextInt(10_000)))
                : Map.of();
        List<Filter> filters = random.nextInt(3) == 0 ? filters(random) : List.of();
        return new Click(Click.Kind.PAGE, Urls.customers(schema.metric(), new ViewState(search, filters, table)));
    }

    private Click report(Random random) {
        String key = pick(List.copyOf(reports.keySet()), random);
        Map<String, String> choices = new LinkedHashMap<>();
        for (Control control : reports.getOrDefault(key, List.of())) {
            if (!control.options().isEmpty() && random.nextInt(3) == 0) {
                choices.put(control.name(), pick(control.options(), random).value());
            }
        }
        return new Click(Click.Kind.REPORT, Urls.report(Section.CLV, key, state(choices, List.of())));
    }

    private Click api(Random random) {
        String groupBy = String.join(",", new LinkedHashSet<>(List.of(dimension(random), dimension(random))));
        String filters = state(Map.of(), filters(random)).query();
        return new Click(
                Click.Kind.API, Urls.API + "/metrics/" + schema.metric() + "?group_by=" + groupBy + "&" + filters);
    }

    private String dimension(Random random) {
        return pick(List.copyOf(values.keySet()), random);
    }

    private static ViewState state(Map<String, String> choices, List<Filter> filters) {
        return new ViewState(choices, filters, TableState.FIRST);
    }

    /** One or two filters, each on up to three values. */
    private List<Filter> filters(Random random) {
        Map<String, Filter> filters = new LinkedHashMap<>();
        for (int i = random.nextInt(2); i >= 0; i--) {
            String dimension = dimension(random);
            Set<Optional<String>> chosen = new LinkedHashSet<>();
            for (int j = random.nextInt(3); j >= 0; j--) {
                chosen.add(pick(values.getOrDefault(dimension, List.of()), random));
            }
            filters.put(dimension, Filter.In.of(dimension, List.copyOf(chosen)));
        }
        return new ArrayList<>(filters.values());
    }

    private static <T> T pick(List<T> from, Random random) {
        return from.get(random.nextInt(from.size()));
    }
}
