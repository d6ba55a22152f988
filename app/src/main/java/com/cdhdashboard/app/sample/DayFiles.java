package com.cdhdashboard.app.sample;

import com.cdhdashboard.duckdb.convert.JsonLinesToParquet;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The files of an export, one per day. Rows for days to come wait in a file each, so that memory stays the same whatever
 * the size; rows after the last day are not part of the export.
 */
final class DayFiles implements Closeable {
    private final Path folder;
    private final SampleSettings settings;
    private final Optional<JsonLinesToParquet> parquet;
    private final Map<Long, OutputStream> waiting = new LinkedHashMap<>();
    private long today = Long.MIN_VALUE;
    private OutputStream file = OutputStream.nullOutputStream();
    private long rows;
    private long limit = Long.MAX_VALUE;

    DayFiles(Path folder, SampleSettings settings) {
        this.folder = folder;
        this.settings = settings;
        this.parquet = settings.format() == ExportFormat.PARQUET
                ? Optional.of(JsonLinesToParquet.open(folder))
                : Optional.empty();
    }

    /** Rows in the export so far, those that wait included. */
    long rows() {
        return rows;
    }

    long lastDay() {
        return settings.end().toEpochDay();
    }

    /** Rows beyond this number are not taken. */
    void limit(long atMost) {
        limit = atMost;
    }

    void startDay(LocalDate day) throws IOException {
        today = day.toEpochDay();
        file = settings.format().open(target(day));
        OutputStream early = waiting.remove(today);
        if (early != null) {
            early.close();
            Files.copy(waitingFile(today), file);
            Files.delete(waitingFile(today));
        }
    }

    void put(long epochDay, JsonLine row) throws IOException {
        if (rows >= limit || epochDay > lastDay()) {
            return;
        }
        row.writeTo(epochDay == today ? file : waiting(epochDay));
        rows++;
    }

    void endDay(LocalDate day) throws IOException {
        file.close();
        file = OutputStream.nullOutputStream();
        if (parquet.isPresent()) {
            parquet.get().convert(target(day), folder.resolve(name(day)), InteractionRows.COLUMNS);
            Files.delete(target(day));
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
        for (OutputStream stream : waiting.values()) {
            stream.close();
        }
        parquet.ifPresent(JsonLinesToParquet::close);
    }

    private OutputStream waiting(long epochDay) throws IOException {
        OutputStream stream = waiting.get(epochDay);
        if (stream == null) {
            stream = new BufferedOutputStream(
                    Files.newOutputStream(waitingFile(epochDay), StandardOpenOption.CREATE_NEW), 1 << 15);
            waiting.put(epochDay, stream);
        }
        return stream;
    }

    private Path waitingFile(long epochDay) {
        return folder.resolve("waiting-" + epochDay);
    }

    private Path target(LocalDate day) {
        return folder.resolve(parquet.isPresent() ? "lines-" + day : name(day));
    }

    /** Such as {@code interaction-0007-20241220235959_556.json.zip}: the time of the export, to the millisecond. */
    private String name(LocalDate day) {
        long millis = Math.floorMod(Mix.of(settings.seed(), day.toEpochDay()), 1000L);
        String stem = "interaction-0007-" + DateTimeFormatter.BASIC_ISO_DATE.format(day) + "235959_"
                + Long.toString(1000 + millis).substring(1);
        return settings.format().fileName(stem);
    }
}
