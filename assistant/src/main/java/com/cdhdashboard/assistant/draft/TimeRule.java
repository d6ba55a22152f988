package com.cdhdashboard.assistant.draft;

import static java.util.Objects.requireNonNull;

import com.cdhdashboard.core.config.edit.TomlText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Which column says when something happened. Where the data call it otherwise than Pega does and there is but one column of
 * times, that is given the name.
 *
 * @param given the column that is given the name; empty where none needs to be
 * @param obstacle why there is no such column; empty where there is
 */
record TimeRule(Optional<DataField> given, Optional<String> obstacle) {
    private static final String NAME = "OutcomeTime";
    private static final List<String> CALCULATED = List.of("ih", "extensions", "columns");

    TimeRule {
        requireNonNull(given, "given");
        requireNonNull(obstacle, "obstacle");
    }

    static TimeRule of(SampledFields fields, TomlText base) {
        if (fields.has(NAME) || isGiven(base)) {
            return new TimeRule(Optional.empty(), Optional.empty());
        }
        List<DataField> times = fields.of(FieldKind.TIME);
        return times.size() == 1
                ? new TimeRule(Optional.of(times.get(0)), Optional.empty())
                : new TimeRule(Optional.empty(), Optional.of(obstacle(times)));
    }

    private static boolean isGiven(TomlText base) {
        return base.value(CALCULATED)
                .map(String::valueOf)
                .filter(text -> text.contains(".alias(\"" + NAME + "\")"))
                .isPresent();
    }

    private static String obstacle(List<DataField> times) {
        String lacking = "The data have no column " + NAME
                + ", which says when something happened, so nothing can be counted by day; ";
        return times.isEmpty()
                ? lacking + "no other column holds times either. Export the data with it."
                : lacking + "of its columns, these hold times: "
                        + times.stream().map(DataField::name).collect(Collectors.joining(", "))
                        + ". Give the right one the name, as a calculated column: "
                        + expression(times.get(0)) + ".";
    }

    private static String expression(DataField field) {
        return "pl.col(\"" + field.name().replace("\\", "\\\\").replace("\"", "\\\"") + "\").alias(\"" + NAME + "\")";
    }

    /** The calculated column that gives the name, beside those that there are. */
    Optional<Entry> entry(TomlText base) {
        return given.map(field -> {
            List<Object> columns = new ArrayList<>();
            base.value(CALCULATED).ifPresent(held -> {
                if (held instanceof List<?> list) {
                    columns.addAll(list);
                } else if (!String.valueOf(held).isBlank()) {
                    columns.add(held);
                }
            });
            columns.add(expression(field));
            return new Entry(
                    CALCULATED,
                    columns.size() == 1 ? columns.get(0) : columns,
                    "The data call it " + field.name() + ", and it is their only column of times.");
        });
    }
}
