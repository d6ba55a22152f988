package com.cdhdashboard.app.sample;

import com.cdhdashboard.app.sample.SampleSettings.Size.Unit;
import com.cdhdashboard.core.error.UserException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.Stream;

/**
 * A folder with a demo export: {@code interactions/} with one file per day and {@code holdings/}. Everything is written
 * aside and moved into place at the end, so that a reader sees all of it or nothing.
 */
public final class SampleExport {
    private static final String INTERACTIONS = "interactions";
    private static final String HOLDINGS = "holdings";
    private static final String PARTIAL = ".partial";

    /** Marks a folder as made here, and thus as one that may be overwritten; holds the settings when complete. */
    private static final String MARKER = ".cdhdashboard-sample";

    private final Path folder;

    public SampleExport(Path folder) {
        this.folder = folder;
    }

    /** What was written. */
    public record Summary(int files, long interactions, long rows, long holdings) {}

    /** The folder to import interaction history from. */
    public Path interactions() {
        return folder.resolve(INTERACTIONS);
    }

    public Path holdings() {
        return folder.resolve(HOLDINGS);
    }

    /** Whether the folder already holds the complete export these settings would give. */
    public boolean holds(SampleSettings settings) {
        try {
            Path marker = folder.resolve(MARKER);
            return Files.exists(marker) && Files.readString(marker).strip().equals(settings.fingerprint());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Writes an export, in place of one that was made here before.
     *
     * @param daysDone is told after each day how many are done
     * @throws UserException where the folder holds anything else
     */
    public Summary write(SampleSettings settings, IntConsumer daysDone) {
        try {
            claim();
            Path partial = folder.resolve(PARTIAL);
            Customers customers = Customers.of(settings);
            Path interactions = Files.createDirectories(partial.resolve(INTERACTIONS));
            Summary counts = writeDays(interactions, settings, customers, daysDone);
            Path holdings = Files.createDirectories(partial.resolve(HOLDINGS));
            long held = new HoldingsExport(settings, customers).write(holdings);
            publish(settings);
            return new Summary(counts.files(), counts.interactions(), counts.rows(), held);
        } catch (IOException e) {
            throw new UserException(
                    UserException.Kind.RESOURCES,
                    "The demo export could not be written to " + folder + " (" + e.getMessage()
                            + "). Is there enough room, and may you write there?",
                    e);
        }
    }

    private static Summary writeDays(Path target, SampleSettings settings, Customers customers, IntConsumer daysDone)
            throws IOException {
        Seasons seasons = Seasons.of(settings);
        long amount = settings.size().amount();
        boolean countRows = settings.size().unit() == Unit.ROWS;
        try (DayFiles files = new DayFiles(target, settings)) {
            Interactions interactions = new Interactions(settings, customers, files);
            for (int i = 0; i < settings.days(); i++) {
                LocalDate day = settings.start().plusDays(i);
                long aim = seasons.upTo(i, amount);
                files.startDay(day);
                if (countRows) {
                    files.limit(aim);
                }
                while ((countRows ? files.rows() : interactions.count()) < aim) {
                    interactions.next(day, countRows ? Long.MAX_VALUE : aim - interactions.count());
                }
                files.endDay(day);
                daysDone.accept(i + 1);
            }
            return new Summary(settings.days(), interactions.count(), files.rows(), 0);
        }
    }

    private void claim() throws IOException {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new UserException(folder + " is a file. Name a folder to write the demo export to.");
        }
        Files.createDirectories(folder);
        Path marker = folder.resolve(MARKER);
        if (!Files.exists(marker) && !isEmpty()) {
            throw new UserException(folder + " holds files that are not a demo export, so nothing was written there."
                    + " Name a new or empty folder.");
        }
        Files.writeString(marker, "incomplete\n");
        delete(folder.resolve(PARTIAL));
    }

    private boolean isEmpty() throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.findAny().isEmpty();
        }
    }

    private void publish(SampleSettings settings) throws IOException {
        Path partial = folder.resolve(PARTIAL);
        for (String part : List.of(INTERACTIONS, HOLDINGS)) {
            delete(folder.resolve(part));
            Files.move(partial.resolve(part), folder.resolve(part));
        }
        delete(partial);
        Files.write(folder.resolve(MARKER), (settings.fingerprint() + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private static void delete(Path tree) throws IOException {
        if (!Files.exists(tree)) {
            return;
        }
        try (Stream<Path> entries = Files.walk(tree)) {
            for (Path entry : entries.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(entry);
            }
        }
    }
}
