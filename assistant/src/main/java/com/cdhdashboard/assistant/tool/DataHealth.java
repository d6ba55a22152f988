package com.cdhdashboard.assistant.tool;

import com.cdhdashboard.assistant.question.Content;
import com.cdhdashboard.assistant.question.Parameters;
import com.cdhdashboard.assistant.question.Withheld;
import com.cdhdashboard.core.cube.Column;
import com.cdhdashboard.core.cube.DayStretches;
import com.cdhdashboard.core.cube.ValueType;
import com.cdhdashboard.core.ingest.LoadedData;
import com.cdhdashboard.core.metric.Metric;
import com.cdhdashboard.core.snapshot.Snapshot;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** How far the data can be relied on: which days, how fresh, what is missing. */
final class DataHealth implements Tool {
    private static final String DAY = "Day";

    private final Clock clock;

    DataHealth(Clock clock) {
        this.clock = clock;
    }

    @Override
    public String name() {
        return "data_health";
    }

    @Override
    public String description() {
        return "Tells which days the data cover, how fresh they are, which days have none, which may be counted twice, how"
                + " many rows of the files were filtered, repeated or rejected, what the last import said, and whether the"
                + " data are made up.";
    }

    @Override
    public ObjectNode parameters() {
        return new Parameters().json();
    }

    @Override
    public ToolAnswer answer(Snapshot now, ObjectNode arguments) {
        ObjectNode content = Content.object();
        content.set("interactions", loaded(now, now.loaded()));
        if (!now.customerMetrics().isEmpty()) {
            content.set("holdings", loaded(now, now.holdings()));
        }
        List<LocalDate> gaps = gaps(now);
        content.put("days_without_data", gaps.size());
        content.put("gaps", DayStretches.text(gaps));
        content.put("days_counted_twice", DayStretches.text(now.cubes().daysCountedTwice()));
        content.put("demo_data", now.configured().demo());
        content.set(
                "metrics_without_data",
                Content.array(now.metrics().stream()
                        .map(Metric::name)
                        .filter(name -> now.cubes().schema(name).isEmpty())
                        .toList()));
        content.put("problems_of_the_configuration", now.problems().size());
        return Answers.of(content, now, "/import");
    }

    private ObjectNode loaded(Snapshot now, LoadedData data) {
        ObjectNode object = Content.object().put("files", data.files()).put("rows", data.rows());
        data.from().ifPresent(day -> object.put("from", day.toString()));
        data.to().ifPresent(day -> {
            LocalDate today = LocalDate.now(
                    clock.withZone(now.configuration().interactionHistory().zoneOfDays()));
            object.put("to", day.toString()).put("days_since", ChronoUnit.DAYS.between(day, today));
        });
        data.importedAt().ifPresent(time -> object.put("imported_at", time.toString()));
        data.leftOut()
                .ifPresent(left -> object.putObject("rows_left_out")
                        .put("filtered", left.filtered())
                        .put("repeated", left.repeated())
                        .put("rejected", left.rejected()));
        object.set("import_notes", Content.array(Withheld.of(now).told(data.notes())));
        return object;
    }

    /** The days between the first and the last on which nothing happened. */
    private static List<LocalDate> gaps(Snapshot now) {
        Optional<LocalDate> from = now.loaded().from();
        Optional<LocalDate> to = now.loaded().to();
        Optional<Set<LocalDate>> days = days(now);
        return from.isEmpty() || to.isEmpty() || days.isEmpty()
                ? List.of()
                : from.get()
                        .datesUntil(to.get().plusDays(1))
                        .filter(day -> !days.get().contains(day))
                        .toList();
    }

    /** Those of a metric that is counted by day. */
    private static Optional<Set<LocalDate>> days(Snapshot now) {
        return now.metrics().stream()
                .map(Metric::name)
                .filter(metric -> now.cubes()
                        .schema(metric)
                        .flatMap(schema -> schema.dimension(DAY))
                        .map(Column::type)
                        .filter(ValueType.DATE::equals)
                        .isPresent())
                .findFirst()
                .map(metric -> now.cubes().values(metric, DAY, List.of()).stream()
                        .map(value -> value.value())
                        .filter(LocalDate.class::isInstance)
                        .map(LocalDate.class::cast)
                        .collect(Collectors.toSet()));
    }
}
