package com.cdhdashboard.core.report;

import com.cdhdashboard.core.cube.Filter;
import com.cdhdashboard.core.cube.notation.FilterNotation;
import com.cdhdashboard.core.cube.notation.QuotedList;
import com.cdhdashboard.core.period.Period;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The parts of a figure that one can point at: the conditions that they lead to, as the browser reads them, and their numbers. */
public final class DrilledParts {
    private final Map<Map<String, String>, List<Double>> numbers = new LinkedHashMap<>();
    private final Optional<Period> asked;

    private DrilledParts(Optional<Period> asked) {
        this.asked = asked;
    }

    /** Conditions by dimension, each as the texts of its filters. */
    public static Map<Map<String, String>, List<Double>> of(JsonNode figure) {
        DrilledParts parts =
                new DrilledParts(period(figure.at("/layout/meta/days").asText()));
        for (JsonNode trace : figure.get("data")) {
            if (!trace.path("hoverinfo").asText().equals("skip")) {
                parts.add(trace);
            }
        }
        return parts.numbers;
    }

    /** Of days those that all conditions have in common, as an address says one period. */
    public static List<Filter> filters(Map<String, String> conditions) {
        List<Filter> all = conditions.values().stream()
                .flatMap(text -> Stream.of(text.split("\n")))
                .map(FilterNotation::parse)
                .toList();
        List<Filter> filters = new ArrayList<>(Period.withoutPeriod(all));
        all.stream()
                .flatMap(filter -> Period.in(List.of(filter)).stream())
                .reduce((one, other) -> one.and(other).orElseThrow())
                .map(Period::filter)
                .ifPresent(filters::add);
        return filters;
    }

    private static Optional<Period> period(String days) {
        int between = days.indexOf("..");
        return between < 0
                ? Optional.empty()
                : Optional.of(Period.of(
                        LocalDate.parse(days.substring(0, between)), LocalDate.parse(days.substring(between + 2))));
    }

    private void add(JsonNode trace) {
        String type = trace.get("type").asText();
        if (type.equals("heatmap")) {
            for (int y = 0; y < trace.get("z").size(); y++) {
                for (int x = 0; x < trace.at("/z/" + y).size(); x++) {
                    add(conditions(trace, x, y), trace.at("/z/" + y + "/" + x));
                }
            }
        } else if (type.equals("indicator")) {
            add(conditions(trace, 0, 0), trace.get("value"));
        } else {
            for (String axis : axes(type)) {
                JsonNode values = trace.get(axis);
                // Along the axis of a histogram lie the middles of bins
                for (int point = 0; point < values.size() && !(axis.equals("x") && trace.has("width")); point++) {
                    // A stage that nobody reached has no width
                    if (!type.equals("funnel") || values.get(point).asDouble() != 0) {
                        add(
                                conditions(trace, point, point),
                                values.get(point),
                                trace.path("base").asDouble(0));
                    }
                }
            }
        }
    }

    /** The attributes that hold numbers; places in time and among categories are no numbers. */
    private static List<String> axes(String type) {
        return switch (type) {
            case "treemap" -> List.of("values");
            case "barpolar" -> List.of("r");
            default -> List.of("x", "y");
        };
    }

    private void add(Map<String, String> conditions, JsonNode number) {
        add(conditions, number, 0);
    }

    private void add(Map<String, String> conditions, JsonNode number, double base) {
        if (number.isNumber()) {
            numbers.computeIfAbsent(conditions, key -> new ArrayList<>()).add(number.asDouble() + base);
        }
    }

    private Map<String, String> conditions(JsonNode trace, int x, int y) {
        boolean dial = trace.get("type").asText().equals("indicator");
        JsonNode drill = dial ? trace.at("/customdata/0") : trace.at("/meta/drill");
        Map<String, String> all = new TreeMap<>();
        drill.path("is").forEach(condition -> put(all, condition, condition));
        drill.path("each")
                .forEach(each -> put(
                        all, each, each.get("values").get(each.get("of").get(x).asInt())));
        along(all, drill.path("x"), trace.at("/x/" + x).asText());
        along(all, drill.path("y"), trace.at("/y/" + y).asText());
        String rest = drill.has("path") ? trace.at("/ids/" + x).asText().substring("all".length()) : "";
        for (JsonNode dimension : drill.path("path")) {
            if (!rest.isEmpty()) {
                int colon = rest.indexOf(':');
                int end = colon + 1 + Integer.parseInt(rest.substring(1, colon));
                put(all, dimension, List.of(rest.substring(colon + 1, end)));
                rest = rest.substring(end);
            }
        }
        return all;
    }

    private void along(Map<String, String> all, JsonNode dimension, String position) {
        if (dimension.isObject()) {
            boolean month = dimension.get("kind").asText().equals("month");
            put(all, dimension, List.of(month ? position.substring(0, "2024-12".length()) : position));
        }
    }

    private void put(Map<String, String> all, JsonNode dimension, JsonNode condition) {
        List<String> labels = new ArrayList<>();
        condition.path("labels").forEach(label -> labels.add(label.asText()));
        if (labels.isEmpty()) {
            labels.add(condition.get("label").asText());
        }
        put(all, dimension, labels);
    }

    private void put(Map<String, String> all, JsonNode dimension, List<String> labels) {
        String name = FilterNotation.name(dimension.get("dimension").asText());
        String values = String.join(",", labels.stream().map(QuotedList::quoted).toList());
        String kind = dimension.has("not") ? "not" : dimension.get("kind").asText();
        String texts = switch (kind) {
            case "not" -> name + ".not=" + values;
            case "day" -> days(name, labels.get(0), labels.get(0));
            case "period" -> period(labels.get(0)).map(DrilledParts::days).orElseThrow();
            case "week" -> week(LocalDate.parse(labels.get(0)));
            default -> name + "=" + values;
        };
        all.put(dimension.get("dimension").asText(), texts);
    }

    private String week(LocalDate first) {
        Period week = Period.of(first, first.plusDays(6));
        return days(asked.flatMap(week::and).orElse(week));
    }

    private static String days(Period period) {
        return days(
                Period.DAY,
                period.from().orElseThrow().toString(),
                period.to().orElseThrow().toString());
    }

    private static String days(String name, String from, String to) {
        return name + ".from=" + from + "\n" + name + ".to=" + to;
    }
}
