package com.cdhdashboard.duckdb.bundle;

import com.cdhdashboard.core.aggregates.AggregateTable;
import com.cdhdashboard.core.aggregates.AggregatesFile;
import com.cdhdashboard.core.bundle.DayRange;
import com.cdhdashboard.core.bundle.Definition;
import com.cdhdashboard.core.bundle.Manifest;
import com.cdhdashboard.core.error.UserException;
import com.cdhdashboard.core.ingest.find.SourceFile;
import com.cdhdashboard.core.metric.Metric;
import com.cdhdashboard.duckdb.EngineLimits;
import com.cdhdashboard.duckdb.Session;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A file of aggregates of the Python dashboard, made a bundle of the metrics that the configuration has. */
final class AggregatesBundle {
    private static final String UNKNOWN = "metrics of the file that the configuration does not have are left out: ";

    private AggregatesBundle() {}

    /** @param unpacked where its folder is made */
    static OpenedBundle open(SourceFile source, Expected expected, Path unpacked, EngineLimits limits) {
        PartsFolder folder = PartsFolder.beside(unpacked.resolve("bundle"));
        try (Session session = FolderEngine.open(folder.path(), limits)) {
            ParquetFiles files = new ParquetFiles(session, folder.path());
            List<Manifest.Cube> cubes = new ArrayList<>();
            List<String> unknown = new ArrayList<>();
            TreeSet<LocalDate> days = new TreeSet<>();
            for (AggregateTable table : AggregatesFile.read(source.path())) {
                Optional<Metric> metric = expected.metric(table.metric());
                if (metric.isEmpty()) {
                    unknown.add(table.metric());
                    continue;
                }
                Definition definition =
                        Definition.of(metric.get(), expected.configuration().interactionHistory());
                cubes.add(new AggregatesCube(session, files, table, metric.get()).write(definition, folder.path()));
                addDays(days, table);
            }
            return new OpenedBundle(source, manifest(expected, cubes, unknown, days), paths(files), folder);
        } catch (RuntimeException | Error e) {
            folder.close();
            throw e;
        }
    }

    private static Map<String, Path> paths(ParquetFiles files) {
        return files.members().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, member -> member.getValue().file()));
    }

    private static Manifest manifest(
            Expected expected, List<Manifest.Cube> cubes, List<String> unknown, TreeSet<LocalDate> days) {
        if (!cubes.isEmpty() && days.isEmpty()) {
            throw new UserException(
                    "none of its metrics has a column Day or Month, so the days that it counts are not known;"
                            + " save the file again with a metric that is grouped by one of them");
        }
        List<String> notes = new ArrayList<>(List.of(AggregatesNotes.OF_ALL));
        if (!unknown.isEmpty()) {
            notes.add(UNKNOWN + String.join(", ", unknown));
        }
        return new Manifest(
                "the Python dashboard",
                "",
                Optional.empty(),
                List.of(new Manifest.Source(expected.own(), DayRange.of(List.copyOf(days)), List.of())),
                Optional.empty(),
                List.of(),
                notes,
                cubes,
                List.of(),
                Manifest.Doubts.NONE);
    }

    private static void addDays(TreeSet<LocalDate> days, AggregateTable table) {
        Optional<AggregateTable.Column> ofDays = table.column("Day");
        ofDays.ifPresent(column -> column.values().forEach(value -> {
            if (value instanceof LocalDate day) {
                days.add(day);
            }
        }));
        if (ofDays.isEmpty()) {
            table.column("Month").ifPresent(column -> column.values().forEach(value -> addMonth(days, value)));
        }
    }

    /** Only where no metric tells the days themselves. */
    private static void addMonth(TreeSet<LocalDate> days, @Nullable Object value) {
        if (value instanceof String text && days.isEmpty()) {
            try {
                YearMonth month = YearMonth.parse(text);
                days.add(month.atDay(1));
                days.add(month.atEndOfMonth());
            } catch (DateTimeParseException e) {
                throw new UserException(
                        UserException.Kind.USER, "Month holds \"" + text + "\", which is no month such as 2025-03", e);
            }
        }
    }
}
