package com.cdhdashboard.assistant.number;

import com.cdhdashboard.assistant.tool.ToolAnswer;
import com.cdhdashboard.core.cube.Column;
import com.cdhdashboard.core.cube.Table;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Takes the numbers, dates and names out of one answer of a tool. */
final class FactGathering {
    /** Fields in which the program explains something in its own words. */
    private static final Set<String> EXPLANATIONS = Set.of(
            "notes",
            "note",
            "definition",
            "formula",
            "not_available",
            "reason",
            "reasons",
            "explanation",
            "sentence",
            "caution",
            "cautions",
            "hint",
            "description");

    /** Lists that say how an answer is made, not what there is. */
    private static final Set<String> PARTS = Set.of("columns", "scores", "operands", "fields", "parameters");

    /** Lists with an object a row; where there is a table, it has the same rows. */
    private static final Set<String> ROWS = Set.of("rows", "values");

    private static final Set<String> ADDRESSES = Set.of("page", "url", "data_version", "version");
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern PERIOD = Pattern.compile("\\d{4}-(\\d{2}|Q[1-4]|W\\d{2})|(19|20)\\d{2}");
    private static final String SHOWN = "shown";
    private static final String VALUE = "value";
    private static final int LONGEST_NAME = 200;

    private final String asked;
    private final Facts.Builder facts;

    FactGathering(String asked, Facts.Builder facts) {
        this.asked = asked;
        this.facts = facts;
    }

    void gather(ToolAnswer answer) {
        node(
                answer.content(),
                "",
                new Surroundings(OptionalInt.empty(), Map.of(), List.of()),
                answer.table().isPresent());
        answer.table().ifPresent(table -> table(table, new Surroundings(OptionalInt.empty(), Map.of(), List.of())));
    }

    /** What is known of a number by the place where it stands. */
    private record Surroundings(
            OptionalInt row, Map<String, String> names, List<LocalDate> days, String score, String shown) {
        Surroundings(OptionalInt row, Map<String, String> names, List<LocalDate> days) {
            this(row, names, days, "", "");
        }

        /** The score that a field is of, where the fields beside it say so. */
        String column(String field) {
            return field.startsWith(VALUE) && !score.isEmpty() ? score + field.substring(VALUE.length()) : field;
        }
    }

    private void table(Table table, Surroundings around) {
        count(table.rows().size(), "rows", around);
        for (int row = 0; row < table.rows().size(); row++) {
            List<@Nullable Object> cells = table.rows().get(row);
            Surroundings own = surroundings(table, cells, row, around);
            for (int i = 0; i < cells.size(); i++) {
                @Nullable Object cell = cells.get(i);
                if (cell != null) {
                    cell(table.columns().get(i), cell, own);
                }
            }
        }
    }

    private Surroundings surroundings(Table table, List<@Nullable Object> cells, int row, Surroundings around) {
        Map<String, String> names = new LinkedHashMap<>(around.names());
        List<LocalDate> days = new ArrayList<>(around.days());
        for (int i = 0; i < cells.size(); i++) {
            @Nullable Object cell = cells.get(i);
            Column column = table.columns().get(i);
            if (cell instanceof LocalDate day) {
                days.add(day);
            } else if (cell instanceof String || (cell != null && column.role() == Column.Role.DIMENSION)) {
                names.put(column.name(), cell.toString());
                days(cell.toString()).forEach(days::add);
            }
        }
        return new Surroundings(around.row().isPresent() ? around.row() : OptionalInt.of(row), names, days);
    }

    private void cell(Column column, Object cell, Surroundings around) {
        facts.name(column.name());
        if (cell instanceof Table inner) {
            table(inner, around);
        } else if (cell instanceof LocalDate day) {
            facts.day(day, place(around));
        } else if (cell instanceof LocalDateTime time) {
            facts.day(time.toLocalDate(), place(around));
        } else if (cell instanceof Number number && column.role() != Column.Role.DIMENSION) {
            number(
                    column.name(),
                    Measure.of(column.name(), ""),
                    number.doubleValue(),
                    cell instanceof Long whole ? BigDecimal.valueOf(whole) : null,
                    around);
        } else {
            text(column.name(), cell.toString(), around);
        }
    }

    private void number(String column, Measure measure, double value, @Nullable BigDecimal exact, Surroundings around) {
        if (Double.isFinite(value)) {
            BigDecimal decimal = exact == null ? BigDecimal.valueOf(value) : exact;
            facts.number(new Fact(decimal, measure, column, place(around), around.names(), around.days()));
        }
    }

    private void count(int size, String column, Surroundings around) {
        facts.count(
                new Fact(BigDecimal.valueOf(size), Measure.PLAIN, column, place(around), around.names(), List.of()));
    }

    private void text(String field, String text, Surroundings around) {
        days(text).forEach(day -> facts.day(day, place(around)));
        if (text.length() <= LONGEST_NAME) {
            facts.value(field, text);
        }
    }

    /** The days that a text names: itself, or the first of a month, quarter or year that it is. */
    private static List<LocalDate> days(String text) {
        List<LocalDate> days = new ArrayList<>();
        if (DAY.matcher(text).lookingAt()) {
            try {
                days.add(LocalDate.parse(text.substring(0, "2024-12-20".length())));
            } catch (DateTimeParseException e) {
                return days;
            }
        } else if (PERIOD.matcher(text).matches()) {
            int year = Integer.parseInt(text.substring(0, 4));
            String part = text.length() > 4 ? text.substring(5) : "01";
            int month = part.startsWith("Q")
                    ? part.charAt(1) * 3 - '0' * 3 - 2
                    : part.startsWith("W") ? 0 : Integer.parseInt(part);
            if (month >= 1 && month <= 12) {
                days.add(LocalDate.of(year, month, 1));
            } else if (month == 0) {
                days.add(LocalDate.of(year, 1, 4).plusWeeks(Integer.parseInt(part.substring(1)) - 1L));
            }
        }
        return days;
    }

    private Fact.Place place(Surroundings around) {
        return new Fact.Place(asked, around.row());
    }

    private void node(JsonNode node, String field, Surroundings around, boolean tabled) {
        if (node.isObject()) {
            object(node, around, tabled);
        } else if (node.isArray()) {
            if (!EXPLANATIONS.contains(field) && !PARTS.contains(field)) {
                count(node.size(), field, around);
            }
            boolean rows = ROWS.contains(field);
            for (int i = 0; i < node.size() && !(rows && tabled); i++) {
                Surroundings own = rows ? new Surroundings(OptionalInt.of(i), around.names(), around.days()) : around;
                node(node.get(i), field, own, tabled);
            }
        } else if (node.isNumber()) {
            number(
                    around.column(field),
                    Measure.of(around.column(field), around.shown()),
                    node.doubleValue(),
                    node.isIntegralNumber() ? node.decimalValue() : null,
                    around);
        } else if (node.isTextual() && EXPLANATIONS.contains(field)) {
            facts.explained(node.textValue());
        } else if (node.isTextual() && !ADDRESSES.contains(field)) {
            text(field, node.textValue(), around);
        }
    }

    private void object(JsonNode object, Surroundings around, boolean tabled) {
        Map<String, String> names = new LinkedHashMap<>(around.names());
        List<LocalDate> days = new ArrayList<>(around.days());
        object.properties().forEach(each -> {
            String text = each.getValue().isTextual() ? each.getValue().textValue() : "";
            boolean ofRow = around.row().isPresent() && !text.isEmpty() && text.length() <= LONGEST_NAME;
            if (ofRow && !EXPLANATIONS.contains(each.getKey()) && !ADDRESSES.contains(each.getKey())) {
                names.put(each.getKey(), text);
                days.addAll(days(text));
            }
        });
        Surroundings own = new Surroundings(
                around.row(),
                names,
                days,
                object.path("score").asText(),
                object.path(SHOWN).asText());
        period(object, own);
        object.properties().forEach(each -> {
            facts.name(each.getKey());
            if (!each.getKey().equals(SHOWN)) {
                node(each.getValue(), each.getKey(), own, tabled);
            }
        });
    }

    /** How many days a period has, both ends included, which people say. */
    private void period(JsonNode object, Surroundings around) {
        List<LocalDate> from = days(object.path("from").asText());
        List<LocalDate> to = days(object.path("to").asText());
        if (!from.isEmpty() && !to.isEmpty()) {
            count((int) ChronoUnit.DAYS.between(from.get(0), to.get(0)) + 1, "days", around);
        }
    }
}
