package com.cdhdashboard.core.report;

import com.cdhdashboard.core.cube.Column;
import com.cdhdashboard.core.cube.CubeSchema;
import com.cdhdashboard.core.cube.Summary;
import com.cdhdashboard.core.cube.ValueType;
import com.cdhdashboard.core.metric.Metric;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Cubes of any metrics with seeded cells: times that fit together, missing and empty values, both arms; or of so many days
 * and so many values of every dimension, each of which has cells.
 */
public final class GeneratedCubes {
    private static final int CELLS = 300;
    private static final int DAYS = 90;
    private static final LocalDate FIRST_DAY = LocalDate.parse("2024-10-15");

    private final Random random = new Random(20241220);
    private final Size size;

    private GeneratedCubes(Size size) {
        this.size = size;
    }

    /** How many days and values there are; {@code groups} is 0 for usual ones, of which some are missing. */
    private record Size(int cells, int days, int groups) {}

    public static InMemoryCubes of(List<Metric> metrics) {
        return of(metrics, new Size(CELLS, DAYS, 0));
    }

    /** Of so many days and so many values of each dimension, with every day and every value. */
    public static InMemoryCubes of(List<Metric> metrics, int days, int groups) {
        return of(metrics, new Size(Math.max(days, groups) + 1, days, groups));
    }

    private static InMemoryCubes of(List<Metric> metrics, Size size) {
        GeneratedCubes generated = new GeneratedCubes(size);
        InMemoryCubes cubes = new InMemoryCubes();
        for (Metric metric : metrics) {
            List<Column> dimensions = metric.grain().stream()
                    .map(name -> Column.dimension(name, type(name)))
                    .toList();
            List<Summary> summaries = metric.summaries().stream()
                    .filter(summary -> !summary.column().equals("Outcome"))
                    .toList();
            cubes.add(
                    new CubeSchema(metric.name(), dimensions, metric.measures(), summaries),
                    generated.cells(metric, summaries));
        }
        return cubes;
    }

    private static ValueType type(String dimension) {
        return switch (dimension) {
            case "Day" -> ValueType.DATE;
            case "Year" -> ValueType.INTEGER;
            default -> ValueType.TEXT;
        };
    }

    private List<List<@Nullable Object>> cells(Metric metric, List<Summary> summaries) {
        List<List<@Nullable Object>> cells = new ArrayList<>();
        for (int i = 0; i < size.cells(); i++) {
            LocalDate day = FIRST_DAY.plusDays(size.groups() == 0 ? random.nextInt(DAYS) : i % size.days());
            List<@Nullable Object> cell = new ArrayList<>();
            int group = i;
            metric.grain().forEach(name -> cell.add(value(name, day, group)));
            addMeasures(metric, cell);
            summaries.forEach(summary -> cell.add(rows(summary)));
            cells.add(cell);
        }
        return cells;
    }

    private @Nullable Object value(String dimension, LocalDate day, int group) {
        return switch (dimension) {
            case "Day" -> day;
            case "Month" -> day.toString().substring(0, 7);
            case "Quarter" -> String.format(Locale.ROOT, "%d_Q%d", day.getYear(), (day.getMonthValue() + 2) / 3);
            case "Year" -> (long) day.getYear();
            case "ModelControlGroup" -> random.nextInt(4) == 0 ? "Control" : "Test";
            case "Channel" ->
                size.groups() == 0 ? List.of("Email", "Mobile", "Web").get(random.nextInt(3)) : text(dimension, group);
            case "Outcome" -> List.of("Impression", "Clicked", "Conversion").get(random.nextInt(3));
            default -> text(dimension, group);
        };
    }

    private @Nullable String text(String dimension, int group) {
        if (size.groups() > 0) {
            return dimension + " " + group % size.groups();
        }
        int place = (int) Math.min(17, Math.abs(random.nextGaussian() * 3));
        return place == 9 ? null : place == 8 ? "" : dimension + " <" + place + "> & Co.";
    }

    private void addMeasures(Metric metric, List<@Nullable Object> cell) {
        long count = 20L + random.nextInt(2000);
        long positives = Math.round(count * (0.01 + random.nextDouble() * 0.05));
        boolean control = cell.contains("Control");
        for (Column measure : metric.measures()) {
            cell.add(measure(measure.name(), positives, count - positives, control));
        }
    }

    private static Object measure(String name, long positives, long negatives, boolean control) {
        return switch (name) {
            case "Rows" -> positives + negatives;
            case "Positives" -> positives;
            case "Negatives" -> negatives;
            case "TestPositives" -> control ? 0L : positives;
            case "TestNegatives" -> control ? 0L : negatives;
            case "ControlPositives" -> control ? positives : 0L;
            case "ControlNegatives" -> control ? negatives : 0L;
            case "Revenue" -> positives * 120.5;
            case "Conversions" -> positives / 2.0;
            default -> {
                if (!name.endsWith("_Count")) {
                    throw new IllegalArgumentException("no such measure: " + name);
                }
                yield positives + negatives;
            }
        };
    }

    private SummarizedRows rows(Summary summary) {
        if (summary instanceof Summary.ItemLists) {
            return SummarizedRows.shown(List.of(
                    List.of("A", "B"), List.of("Action " + random.nextInt(9)), List.of("B", "C " + random.nextInt(4))));
        }
        return SummarizedRows.scored(
                random.doubles(2 + random.nextInt(3), 0.01, 0.2).toArray(),
                random.doubles(20, 0.001, 0.1).toArray());
    }
}
