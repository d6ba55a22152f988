package com.cdhdashboard.duckdb.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.cdhdashboard.core.ingest.FileSummary;
import com.cdhdashboard.core.ingest.ImportSummary;
import com.cdhdashboard.duckdb.Session;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Files of every format, each with a few bytes changed, cut out or repeated, are imported beside a good one: the import
 * ends, the good file is whole, and whoever fails does so by name. {@code bench/damage} runs it with any seed.
 */
@Timeout(300)
class DamagedFilesTest {
    private static final int ROWS = 20;
    private static final long SEED = Long.getLong("cdhdashboard.seed", 15);
    private static final int ROUNDS = Integer.getInteger("cdhdashboard.rounds", 10);

    /** What no message holds; the words that JSON allows are quoted. */
    private static final Pattern NEVER = Pattern.compile("unexpectedly|(?<!')null");

    @TempDir
    Path folder;

    private final Random random = new Random(SEED);

    @Test
    void noneOfInteractionHistoryStopsTheOthers() throws IOException {
        String toml = TestingMetrics.configuration(
                        30, List.of(), TestingMetrics.metric("engagement", List.of("Day"), TestingMetrics.RESPONSES))
                .replace("**/*.json", "**/*");
        try (TestingStore store = new TestingStore(folder.resolve("store"), toml)) {
            for (int round = 0; round < ROUNDS; round++) {
                Path exports = folder.resolve("round" + round);
                Files.createDirectories(exports);
                write(exports, "good" + round, lines("good" + round), List.of("ndjson"));
                write(exports, "bad" + round, lines("bad" + round), round == 0 ? List.of() : FORMATS);
                damage(exports);
                assertHolds(store.add(exports));
            }
        }
    }

    @Test
    void noneOfHoldingsStopsTheOthers() throws IOException {
        try (TestingHoldings store = new TestingHoldings(folder.resolve("store"), TestingHoldings.configuration(""))) {
            for (int round = 0; round < ROUNDS; round++) {
                Path exports = Files.createDirectories(folder.resolve("round" + round));
                Files.write(exports.resolve("good" + round + ".ndjson"), HoldingFiles.ndjson(holdings("good" + round)));
                if (round > 0) {
                    Files.write(
                            exports.resolve("bad" + round + ".csv"),
                            HoldingFiles.csv(holdings("csv" + round), ';', ',', StandardCharsets.UTF_8, ""));
                    Files.write(
                            exports.resolve("bad-wide" + round + ".csv"),
                            HoldingFiles.csv(holdings("wide" + round), '\t', '.', StandardCharsets.UTF_16, ""));
                    HoldingFiles.workbook(
                            exports.resolve("bad" + round + ".xlsx"),
                            holdings("book" + round),
                            HoldingFiles.Dates.FORMATTED);
                }
                damage(exports);
                assertHolds(store.add(exports));
            }
        }
    }

    private static List<HoldingFiles.Holding> holdings(String id) {
        return IntStream.range(0, ROWS)
                .mapToObj(i -> new HoldingFiles.Holding("C" + i % 5, "A", id + "-" + i, "2024-03-" + (10 + i), "1.5"))
                .toList();
    }

    private static void assertHolds(ImportSummary summary) {
        for (FileSummary file : summary.files()) {
            String message = file.message().orElse("");
            assertThat(file.read())
                    .as(file.toString())
                    .isEqualTo(file.filtered() + file.repeated() + file.rejected() + file.kept());
            assertThat(List.of(file.filtered(), file.repeated(), file.rejected(), file.kept()))
                    .as(file.toString())
                    .allMatch(count -> count >= 0);
            if (file.file().startsWith("good")) {
                assertThat(file.status()).as(file.toString()).isEqualTo(FileSummary.Status.IMPORTED);
                assertThat(file.kept()).as(file.toString()).isEqualTo(ROWS);
            } else if (file.status() == FileSummary.Status.FAILED) {
                assertThat(message).as(file.file()).isNotBlank();
                assertThat(message).doesNotContainPattern(NEVER);
            }
        }
    }

    private static final List<String> FORMATS =
            List.of("ndjson", "array", "pretty", "wrapped", "zip", "gz", "tar.gz", "parquet", "csv");

    private void write(Path exports, String name, List<String> lines, List<String> formats) throws IOException {
        for (String format : formats) {
            List<String> own = lines.stream()
                    .map(line -> line.replace("{\"pxInteractionID\":\"", "{\"pxInteractionID\":\"" + format))
                    .toList();
            Path file = exports.resolve(name + "-" + format.replace(".", "") + "." + format);
            String text = String.join("\n", own) + "\n";
            switch (format) {
                case "array" -> Files.writeString(file, "[" + String.join(",", own) + "]");
                case "pretty" ->
                    Files.writeString(file, text.replace(",", ",\n").replace("{", "{\n"));
                case "wrapped" -> Files.writeString(file, "{\"pxResults\":[" + String.join(",", own) + "]}");
                case "zip" -> HoldingFiles.zip(file, "a.json", text.getBytes(StandardCharsets.UTF_8));
                case "gz" -> HoldingFiles.gzip(file, text.getBytes(StandardCharsets.UTF_8));
                case "tar.gz" -> HoldingFiles.gzip(file, tar(text));
                case "parquet", "csv" -> columns(file, text, format);
                default -> Files.writeString(file, text);
            }
        }
    }

    private static List<String> lines(String id) {
        return IntStream.range(0, ROWS)
                .mapToObj(i -> "{\"pxInteractionID\":\"" + id + "-" + i
                        + "\",\"pxRank\":1,\"pyIssue\":\"Sales\",\"pyGroup\":\"Cards\","
                        + "\"pyName\":\"Gold\",\"pyChannel\":\"Web\",\"ModelControlGroup\":\"Test\",\"pyPropensity\":0."
                        + i + ",\"pyOutcome\":\""
                        + (i % 3 == 0 ? "Clicked" : "Impression") + "\",\"pxOutcomeTime\":\""
                        + TestingExport.time(1 + i, 11)
                        + "\",\"pxDecisionTime\":\"" + TestingExport.time(1 + i, 10) + "\"}")
                .toList();
    }

    private void columns(Path file, String text, String format) throws IOException {
        Path lines = Files.writeString(folder.resolve("lines.ndjson"), text);
        try (Session session = Session.open("jdbc:duckdb:", new Properties())) {
            session.run("COPY (SELECT * FROM read_json('" + lines + "', format = 'newline_delimited')) TO '" + file
                    + "' (FORMAT " + format + ")");
        }
    }

    private static byte[] tar(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] content = text.getBytes(StandardCharsets.UTF_8);
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes)) {
            TarArchiveEntry entry = new TarArchiveEntry("a.json");
            entry.setSize(content.length);
            tar.putArchiveEntry(entry);
            tar.write(content);
            tar.closeArchiveEntry();
        }
        return bytes.toByteArray();
    }

    private void damage(Path exports) throws IOException {
        try (Stream<Path> files = Files.list(exports)) {
            for (Path file : files.sorted().toList()) {
                if (file.getFileName().toString().startsWith("bad")) {
                    // Two of each, told apart by their damage
                    byte[] content = Files.readAllBytes(file);
                    Files.write(file, damaged(content));
                    Files.write(file.resolveSibling("bad2-" + file.getFileName()), damaged(content));
                }
            }
        }
    }

    private byte[] damaged(byte[] content) {
        byte[] bytes = content.clone();
        int at = random.nextInt(bytes.length);
        int length = Math.min(bytes.length - at, 1 + random.nextInt(40));
        switch (random.nextInt(5)) {
            case 0 -> {
                return Arrays.copyOf(bytes, at);
            }
            case 1 -> {
                return joined(bytes, at, at + length);
            }
            case 2 -> {
                return joined(bytes, at + length, at);
            }
            default -> {
                for (int i = 0; i <= random.nextInt(3); i++) {
                    bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
                }
                return bytes;
            }
        }
    }

    /** What stands before one place, and what stands from another on. */
    private static byte[] joined(byte[] bytes, int before, int from) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        joined.write(bytes, 0, before);
        joined.write(bytes, from, bytes.length - from);
        return joined.toByteArray();
    }
}
