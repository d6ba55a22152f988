package com.cdhdashboard.duckdb.imports;

import com.cdhdashboard.duckdb.Session;
import com.cdhdashboard.duckdb.Sql;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A history as files of all formats: split by day, by stretches of days or at random, in any order, some rows twice. */
final class RandomFiles {
    private final Random random;
    private final Path folder;
    private final Session session;
    private int written;

    RandomFiles(Random random, Path folder, Session session) {
        this.random = random;
        this.folder = folder;
        this.session = session;
    }

    List<Path> write(List<DatedRow> rows) throws IOException {
        Files.createDirectories(folder);
        List<List<DatedRow>> parts = new ArrayList<>(split(rows).values());
        if (random.nextInt(4) == 0) {
            parts.add(rows.stream().filter(row -> random.nextInt(5) == 0).toList());
        }
        int order = random.nextInt(4);
        if (order == 0) {
            Collections.reverse(parts);
        } else if (order == 1) {
            Collections.shuffle(parts, random);
        }
        List<Path> files = new ArrayList<>();
        for (List<DatedRow> part : parts) {
            if (!part.isEmpty()) {
                files.add(writeFile(part.stream().map(DatedRow::json).toList()));
            }
        }
        return files;
    }

    private SortedMap<Integer, List<DatedRow>> split(List<DatedRow> rows) {
        int files = 1 + random.nextInt(8);
        int stretch = 1 + random.nextInt(20);
        List<ToIntFunction<DatedRow>> ways = List.of(
                row -> (int) row.day(ZoneOffset.UTC).toEpochDay(),
                row -> (int) row.day(ZoneOffset.UTC).toEpochDay() / stretch,
                row -> random.nextInt(files));
        ToIntFunction<DatedRow> way = ways.get(random.nextInt(ways.size()));
        SortedMap<Integer, List<DatedRow>> parts = new TreeMap<>();
        rows.forEach(row -> parts.computeIfAbsent(way.applyAsInt(row), part -> new ArrayList<>())
                .add(row));
        return parts;
    }

    private Path writeFile(List<String> lines) throws IOException {
        String name = "part" + written++;
        return switch (random.nextInt(4)) {
            case 0 -> Files.write(folder.resolve(name + ".json"), lines);
            case 1 -> Files.writeString(folder.resolve(name + ".json"), "[" + String.join(",", lines) + "]");
            case 2 -> writeZip(name, lines);
            default -> writeParquet(name, lines);
        };
    }

    private Path writeZip(String name, List<String> lines) throws IOException {
        Path archive = folder.resolve(name + ".zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(archive))) {
            zip.putNextEntry(new ZipEntry("data.json"));
            zip.write(String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
        }
        return archive;
    }

    private Path writeParquet(String name, List<String> lines) throws IOException {
        Path text = Files.write(folder.resolve(name + ".text"), lines);
        Path file = folder.resolve(name + ".parquet");
        session.run("COPY (SELECT * FROM read_json(" + Sql.text(text.toString())
                + ", format = 'newline_delimited', columns ="
                + " {pxInteractionID: 'VARCHAR', pySubjectID: 'VARCHAR', pyChannel: 'VARCHAR', pyIssue: 'VARCHAR',"
                + " pyGroup: 'VARCHAR', pyName: 'VARCHAR', pxRank: 'INTEGER', pyOutcome: 'VARCHAR',"
                + " pxDecisionTime: 'VARCHAR', pxOutcomeTime: 'VARCHAR', ModelControlGroup: 'VARCHAR',"
                + " ConversionEventID: 'VARCHAR', Revenue: 'DOUBLE'})) TO " + Sql.text(file.toString())
                + " (FORMAT parquet)");
        Files.delete(text);
        return file;
    }
}
