package com.cdhdashboard.bench.result;

import static java.util.Objects.requireNonNull;

import com.cdhdashboard.app.output.Json;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What one benchmark found.
 *
 * @param facts what was measured on, such as the number of rows, by name
 * @param floor what the floor is, in words
 */
public record Result(
        String benchmark, Map<String, Object> facts, Optional<String> floor, List<Measurement> measurements) {
    private static final List<String> HEAD =
            List.of("measured", "value", "unit", "floor", "ratio", "target", "verdict");
    private static final String NONE = "-";

    public Result {
        requireNonNull(benchmark, "benchmark");
        facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
        requireNonNull(floor, "floor");
        measurements = List.copyOf(measurements);
    }

    /** For people: where and on what was measured, then a table. */
    public List<String> lines(Machine machine) {
        List<String> lines = new ArrayList<>();
        lines.add(benchmark + " on " + machine);
        lines.add(facts.entrySet().stream()
                .map(fact -> fact.getKey() + ": " + fact.getValue())
                .collect(Collectors.joining("; ")));
        floor.ifPresent(text -> lines.add("floor: " + text));
        lines.addAll(table().lines());
        return lines;
    }

    private TextTable table() {
        List<String> details = measurements.stream()
                .flatMap(measurement -> measurement.details().keySet().stream())
                .distinct()
                .toList();
        List<String> head = Stream.concat(HEAD.stream(), details.stream()).toList();
        return new TextTable(
                head, measurements.stream().map(row -> cells(row, details)).toList());
    }

    private static List<String> cells(Measurement row, List<String> details) {
        Unit unit = row.unit();
        List<String> cells = new ArrayList<>(List.of(
                row.what(),
                unit.format(row.value()),
                unit.symbol(),
                row.floor().map(unit::format).orElse(NONE),
                row.ratio().map(Result::ratio).orElse(NONE),
                row.target().map(target -> target.format(unit)).orElse(NONE),
                row.target().map(target -> target.verdict(row.value())).orElse(NONE)));
        details.forEach(name -> cells.add(Optional.ofNullable(row.details().get(name))
                .map(unit::formatDetail)
                .orElse(NONE)));
        return cells;
    }

    private static String ratio(double ratio) {
        return String.format(Locale.ROOT, "%.2f", ratio);
    }

    /** For keeping: everything on one line. */
    public String json(Machine machine, String time) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("benchmark", benchmark);
        object.put("time", time);
        Map<String, Object> where = new LinkedHashMap<>();
        where.put("cores", machine.cores());
        where.put("memory_mb", machine.memoryMegabytes());
        where.put("jdk", machine.jdk());
        where.put("system", machine.system());
        object.put("machine", where);
        object.put("facts", facts);
        object.put("floor", floor);
        object.put("results", measurements.stream().map(Result::json).toList());
        return Json.text(object);
    }

    private static Map<String, @Nullable Object> json(Measurement measurement) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("what", measurement.what());
        object.put("unit", measurement.unit().symbol());
        object.put("value", measurement.value());
        object.put("floor", measurement.floor());
        object.put("ratio", measurement.ratio());
        object.put("target", measurement.target().map(Target::limit));
        object.put("met", measurement.target().map(target -> target.met(measurement.value())));
        object.put("details", measurement.details());
        return object;
    }
}
