package com.cdhdashboard.duckdb.columnar;

import com.cdhdashboard.core.cube.Column;
import com.cdhdashboard.core.cube.CubeSchema;
import com.cdhdashboard.core.cube.Filter;
import com.cdhdashboard.core.cube.RollUp;
import com.cdhdashboard.core.cube.Summary;
import com.cdhdashboard.core.cube.Summary.ItemLists;
import com.cdhdashboard.core.cube.Summary.Moments;
import com.cdhdashboard.core.cube.Summary.Quantiles;
import com.cdhdashboard.core.cube.Summary.ScoreCounts;
import com.cdhdashboard.core.cube.ValueType;
import com.cdhdashboard.duckdb.Session;
import com.cdhdashboard.duckdb.Sql;
import com.cdhdashboard.duckdb.summary.SummaryNames;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Seeded cells with every kind of summary, some cells without any, and seeded questions about them. */
final class RandomSummaries {
    static final Moments MOMENTS = new Moments("x");
    static final Quantiles QUANTILES = new Quantiles("x", false);
    static final ScoreCounts SCORES = new ScoreCounts("p", false);
    static final ItemLists LISTS = new ItemLists("Name");

    static final CubeSchema SCHEMA = new CubeSchema(
            "m",
            List.of(
                    Column.dimension("Channel", ValueType.TEXT),
                    Column.dimension("Day", ValueType.DATE),
                    Column.dimension("Many", ValueType.INTEGER)),
            List.of(Column.measure("Positives", ValueType.INTEGER), Column.measure("Negatives", ValueType.INTEGER)),
            List.of(MOMENTS, QUANTILES, SCORES, LISTS));

    private static final int CELLS = 300;
    private static final int MOST_ROWS = 40;
    private static final List<String> ITEMS = List.of("Card", "Loan", "", "Überweisung", "a,b");

    private final Random random;

    RandomSummaries(long seed) {
        random = new Random(seed);
    }

    /** Writes cells with gaps between their numbers, in no order. */
    void write(Session session, String table) {
        session.run(
                "CREATE TABLE " + table + " (\"cell:\" INTEGER, Channel VARCHAR, Day DATE, Many BIGINT,"
                        + " Positives BIGINT, Negatives BIGINT, \"x:count\" BIGINT, \"x:sum\" DOUBLE, \"x:mean\" DOUBLE,"
                        + " \"x:squares\" DOUBLE, \"x:min\" DOUBLE, \"x:max\" DOUBLE)",
                "CREATE TABLE " + side(QUANTILES) + " (cell INTEGER, value DOUBLE, n DOUBLE)",
                "CREATE TABLE " + side(SCORES) + " (cell INTEGER, score DOUBLE, positives BIGINT, negatives BIGINT)",
                "CREATE TABLE " + values()
                        + " (cell INTEGER, positive BOOLEAN, \"value:x\" DOUBLE, \"value:p\" DOUBLE)",
                "CREATE TABLE " + side(LISTS)
                        + " (cell INTEGER, item VARCHAR, lists BIGINT, roots DOUBLE, sizes DOUBLE)");
        List<Integer> cells = new ArrayList<>(
                IntStream.range(0, CELLS).mapToObj(i -> 7 + 3 * i).toList());
        Collections.shuffle(cells, random);
        insert(session, table, cells.stream().map(this::cell).toList());
        insert(session, side(QUANTILES), rows(cells, this::value));
        insert(session, side(SCORES), rows(cells, this::score));
        insert(session, values(), rows(cells, this::plain));
        insert(
                session,
                side(LISTS),
                cells.stream().flatMap(cell -> lists(cell).stream()).toList());
    }

    private static String side(Summary summary) {
        return Sql.name(SummaryNames.table("m", summary));
    }

    private static String values() {
        return Sql.name(SummaryNames.values("m"));
    }

    private static void insert(Session session, String table, List<String> rows) {
        session.run("INSERT INTO " + table + " VALUES " + String.join(", ", rows));
    }

    /** Up to so many rows for each cell, of some none. */
    private List<String> rows(List<Integer> cells, IntFunction<String> maker) {
        return cells.stream()
                .flatMap(cell -> IntStream.range(0, Math.max(0, random.nextInt(MOST_ROWS) - 5))
                        .mapToObj(i -> maker.apply(cell)))
                .toList();
    }

    private String cell(int cell) {
        String channel = random.nextInt(6) == 0 ? "NULL" : "'c" + random.nextInt(3) + "'";
        String dimensions = channel + ", DATE '2025-01-01' + " + random.nextInt(20) + ", " + random.nextInt(200);
        String responses = random.nextInt(9) + ", " + random.nextInt(9);
        return "(" + cell + ", " + dimensions + ", " + responses + ", " + moments() + ")";
    }

    private String moments() {
        if (random.nextInt(4) == 0) {
            return "0, NULL, NULL, NULL, NULL, NULL";
        }
        int count = 1 + random.nextInt(80_000);
        double mean = 1e6 + random.nextGaussian();
        return Stream.of(count * mean, count * mean / count, random.nextDouble() * count, mean - 1, mean + 1)
                .map(Object::toString)
                .collect(Collectors.joining("::DOUBLE, ", count + ", ", "::DOUBLE"));
    }

    private String value(int cell) {
        double value = random.nextBoolean() ? random.nextInt(10) - 5 : random.nextGaussian();
        double rows = random.nextInt(5) == 0 ? 1 + random.nextDouble() : 1 + random.nextInt(3);
        return "(" + cell + ", " + value + "::DOUBLE, " + rows + "::DOUBLE)";
    }

    private String score(int cell) {
        double score = random.nextBoolean() ? random.nextInt(12) / 10.0 : random.nextDouble();
        int positives = random.nextInt(3);
        long negatives = random.nextInt(100) == 0 ? 4_000_000_000L : random.nextInt(4) + (positives == 0 ? 1 : 0);
        return "(" + cell + ", " + score + "::DOUBLE, " + positives + ", " + negatives + ")";
    }

    /** A row kept as it came, which may lack any of its values. */
    private String plain(int cell) {
        String value = random.nextInt(6) == 0 ? "NULL" : random.nextGaussian() + "::DOUBLE";
        String score = random.nextInt(6) == 0 ? "NULL" : random.nextDouble() + "::DOUBLE";
        return "(" + cell + ", " + random.nextBoolean() + ", " + value + ", " + score + ")";
    }

    private List<String> lists(int cell) {
        int lists = random.nextInt(20);
        if (lists == 0) {
            return List.of();
        }
        List<String> rows = new ArrayList<>(List.of("(" + cell + ", NULL, " + lists + ", NULL, NULL)"));
        for (String item : ITEMS) {
            int with = random.nextInt(lists + 1);
            if (with > 0) {
                rows.add("(" + cell + ", '" + item + "', " + with + ", sqrt(2) * " + with + ", " + with + " / 2)");
            }
        }
        return rows;
    }

    /** A question for some of the summaries. */
    RollUp rollUp() {
        List<Summary> asked = SCHEMA.summaries().stream()
                .filter(summary -> random.nextBoolean())
                .toList();
        return new RollUp("m", groupBy(), filters(), asked);
    }

    /** A question for one summary. */
    RollUp rollUp(Summary summary) {
        return new RollUp("m", groupBy(), filters(), List.of(summary));
    }

    private List<String> groupBy() {
        return SCHEMA.dimensions().stream()
                .map(Column::name)
                .filter(name -> random.nextInt(3) == 0)
                .toList();
    }

    private List<Filter> filters() {
        return switch (random.nextInt(4)) {
            case 0 -> List.of(Filter.In.of("Channel", List.of(Optional.of("c1"), Optional.empty())));
            case 1 -> List.of(new Filter.Range("Many", Optional.of("50"), Optional.of(50 + random.nextInt(90) + "")));
            case 2 -> List.of(Filter.In.of("Channel", List.of(Optional.of("none"))));
            default -> List.of();
        };
    }
}
