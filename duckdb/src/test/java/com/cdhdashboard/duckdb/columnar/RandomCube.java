package com.cdhdashboard.duckdb.columnar;

import com.cdhdashboard.core.cube.Column;
import com.cdhdashboard.core.cube.CubeSchema;
import com.cdhdashboard.core.cube.Filter;
import com.cdhdashboard.core.cube.RollUp;
import com.cdhdashboard.core.cube.ValueType;
import com.cdhdashboard.duckdb.Session;
import com.cdhdashboard.duckdb.SqlTypes;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Seeded cells with awkward values in each kind of dimension, and seeded questions about them. */
final class RandomCube {
    static final CubeSchema SCHEMA = new CubeSchema(
            "m",
            List.of(
                    Column.dimension("Text", ValueType.TEXT),
                    Column.dimension("Number", ValueType.INTEGER),
                    Column.dimension("Flag", ValueType.BOOLEAN),
                    Column.dimension("Day", ValueType.DATE),
                    Column.dimension("Many", ValueType.TEXT)),
            List.of(
                    Column.measure("Positives", ValueType.INTEGER),
                    Column.measure("Negatives", ValueType.INTEGER),
                    Column.measure("Revenue", ValueType.NUMBER)));

    /** Upper and lower case that change the length of a text, and letters on both sides of the surrogates. */
    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "Web",
            "web",
            "a,b",
            "it's \"it\"",
            "Ärger",
            "STRASSE",
            "straße",
            "İstanbul",
            "ΣΑΣ",
            "σας",
            "\uFFFD",
            "\uD83D\uDE00",
            "\uD83D\uDE01x",
            "(missing)",
            "null");

    private final Random random;
    private final List<List<@Nullable Object>> cells = new ArrayList<>();

    RandomCube(long seed, int size) {
        random = new Random(seed);
        for (int i = 0; i < size; i++) {
            cells.add(Arrays.asList(
                    random.nextInt(9) == 0 ? null : TEXTS.get(random.nextInt(TEXTS.size())),
                    random.nextInt(9) == 0 ? null : (Object) (long) (random.nextInt(7) - 3),
                    random.nextInt(9) == 0 ? null : (Object) random.nextBoolean(),
                    random.nextInt(9) == 0 ? null : LocalDate.of(1969, 12, 20).plusDays(random.nextInt(30)),
                    "v" + random.nextInt(300),
                    (long) random.nextInt(5),
                    random.nextInt(50) == 0 ? 4_000_000_000L : random.nextInt(80_000),
                    amount()));
        }
    }

    /** Cents, and now and then an amount beside which they would be lost. */
    private double amount() {
        return random.nextInt(20) == 0 ? (random.nextBoolean() ? 1e15 : -1e15) : random.nextInt(100_000) / 100.0;
    }

    List<List<@Nullable Object>> cells() {
        return Collections.unmodifiableList(cells);
    }

    /** Writes the cells as the table that an import would publish. */
    void write(Session session, String table) {
        String columns = Stream.concat(SCHEMA.dimensions().stream(), SCHEMA.measures().stream())
                .map(column -> column.name() + " " + SqlTypes.name(column.type()))
                .collect(Collectors.joining(", "));
        session.run("CREATE TABLE " + table + " (" + columns + ")");
        session.transaction(() -> cells.forEach(
                cell -> session.update("INSERT INTO " + table + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)", cell.toArray())));
    }

    RollUp rollUp() {
        List<String> names =
                new ArrayList<>(SCHEMA.dimensions().stream().map(Column::name).toList());
        Collections.shuffle(names, random);
        return new RollUp("m", names.subList(0, random.nextInt(names.size() + 1)), filters());
    }

    String dimension() {
        return SCHEMA.dimensions()
                .get(random.nextInt(SCHEMA.dimensions().size()))
                .name();
    }

    List<Filter> filters() {
        return IntStream.range(0, random.nextInt(3)).mapToObj(i -> filter()).toList();
    }

    private Filter filter() {
        int place = random.nextInt(SCHEMA.dimensions().size());
        String name = SCHEMA.dimensions().get(place).name();
        return switch (random.nextInt(4)) {
            case 0 -> new Filter.Range(name, end(place), end(place));
            case 1 -> new Filter.Contains(name, part(place));
            default -> new Filter.In(name, values(place), random.nextBoolean());
        };
    }

    private List<Optional<String>> values(int place) {
        return IntStream.range(0, random.nextInt(4))
                .mapToObj(i -> random.nextInt(6) == 0 ? Optional.<String>empty() : Optional.of(text(place)))
                .toList();
    }

    private Optional<String> end(int place) {
        return random.nextInt(3) == 0 ? Optional.empty() : Optional.of(text(place));
    }

    /** A stretch of a value, with its case turned. */
    private String part(int place) {
        int[] points = text(place).codePoints().toArray();
        int from = random.nextInt(points.length + 1);
        int to = from + random.nextInt(points.length - from + 1);
        return Arrays.stream(points, from, to)
                .map(point ->
                        Character.isUpperCase(point) ? Character.toLowerCase(point) : Character.toUpperCase(point))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** A value of some cell, or one that no cell has. */
    private String text(int place) {
        Object value = cells.get(random.nextInt(cells.size())).get(place);
        if (value != null && random.nextInt(8) > 0) {
            return value.toString();
        }
        return switch (SCHEMA.dimensions().get(place).type()) {
            case INTEGER -> "99";
            case BOOLEAN -> "true";
            case DATE -> "1970-01-01";
            default -> "No such value";
        };
    }
}
