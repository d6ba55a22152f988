package com.cdhdashboard.core.ingest.archive;

import static com.cdhdashboard.core.ingest.TestingArchives.file;
import static com.cdhdashboard.core.ingest.TestingArchives.gzip;
import static com.cdhdashboard.core.ingest.TestingArchives.put;
import static com.cdhdashboard.core.ingest.TestingArchives.tar;
import static com.cdhdashboard.core.ingest.TestingArchives.unpack;
import static com.cdhdashboard.core.ingest.TestingArchives.utf8;
import static com.cdhdashboard.core.ingest.TestingArchives.zip;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.cdhdashboard.core.error.UserException;
import com.cdhdashboard.core.ingest.TestingArchives;
import com.cdhdashboard.core.ingest.TestingArchives.Seen;
import com.cdhdashboard.core.ingest.find.SourceFile;
import com.cdhdashboard.core.ingest.format.Format;
import com.cdhdashboard.core.ingest.format.Part;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnpackerTest {
    private static final String ROWS = "{\"a\":1}\n{\"a\":2}\n";

    @TempDir
    Path folder;

    private Unpacker unpacker(long partBytes) {
        return new Unpacker(folder.resolve("spool"), UnpackLimits.defaults(), partBytes);
    }

    private Unpacker unpacker() {
        return unpacker(Unpacker.DEFAULT_PART_BYTES);
    }

    static Stream<Arguments> containers() {
        return Stream.of(
                Arguments.of("zip", zip("data.json", ROWS), "data.json"),
                Arguments.of("zip under another name", zip("deep/er/DATA.NDJSON", ROWS), "deep/er/DATA.NDJSON"),
                Arguments.of("gzip", gzip(utf8(ROWS)), ""),
                Arguments.of("two gzip streams in one file", twice(), ""),
                Arguments.of("tar", tar("./data.json", ROWS), "./data.json"),
                Arguments.of("tar.gz", gzip(tar("data.json", ROWS)), "data.json"));
    }

    private static byte[] twice() {
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        both.writeBytes(gzip(utf8("{\"a\":1}\n")));
        both.writeBytes(gzip(utf8("{\"a\":2}\n")));
        return both.toByteArray();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("containers")
    void givesTheRowsOfEveryContainerWhateverItsName(String name, byte[] content, String member) throws Exception {
        SourceFile file = file(folder, "export.bin", content);
        assertThat(unpack(unpacker(), file)).containsExactly(new Seen(member, Format.NDJSON, 1, true, ROWS));
        assertThat(folder.resolve("spool")).isEmptyDirectory();
    }

    static Stream<Arguments> plainFiles() {
        return Stream.of(
                Arguments.of(ROWS, Format.NDJSON),
                Arguments.of("\r\n {\"a\":1}", Format.NDJSON),
                Arguments.of("PAR1....PAR1", Format.PARQUET));
    }

    @ParameterizedTest
    @MethodSource("plainFiles")
    void passesPlainFilesOnAsTheyAre(String content, Format format) throws Exception {
        SourceFile file = file(folder, "Day=2024-01-01/x.data", utf8(content));
        List<Part> parts = new ArrayList<>();
        Unpacked unpacked = unpacker().unpack(file, parts::add);
        assertThat(parts).containsExactly(new Part(file, "", format, file.path(), 1, OptionalLong.empty(), false));
        assertThat(unpacked).isEqualTo(new Unpacked(1, content.length(), List.of()));
        parts.get(0).delete();
        assertThat(file.path()).exists();
    }

    @Test
    void takesTheByteOrderMarkAway() throws Exception {
        SourceFile plain = file(folder, "plain.json", utf8("\uFEFF" + ROWS));
        SourceFile zipped = file(folder, "zipped.zip", zip("data.json", "\uFEFF[{\"a\":1}]"));
        assertThat(unpack(unpacker(), plain)).containsExactly(new Seen("", Format.NDJSON, 1, true, ROWS));
        assertThat(unpack(unpacker(), zipped))
                .containsExactly(new Seen("data.json", Format.NDJSON, 1, true, "{\"a\":1}\n"));
    }

    @Test
    void givesNoPartWhereThereAreNoRows() throws Exception {
        assertThat(unpack(unpacker(), file(folder, "empty.json", new byte[0]))).isEmpty();
        assertThat(unpack(unpacker(), file(folder, "empty.gz", gzip(new byte[0]))))
                .isEmpty();
        assertThat(unpack(unpacker(), file(folder, "member.zip", zip("data.json", ""))))
                .isEmpty();
    }

    @Test
    void saysThatAnArchiveHoldsNothingToRead() throws Exception {
        SourceFile empty = file(folder, "empty.zip", zip(archive -> {}));
        assertThat(unpacker().unpack(empty, part -> {}))
                .isEqualTo(
                        new Unpacked(
                                0,
                                0,
                                List.of(
                                        "empty.zip: there is no .json, .ndjson, .jsonl, .parquet, .csv, .tsv or .xlsx member in it")));
    }

    @Test
    void takesAllDataMembersInOrderAndNotesTheOthers() throws Exception {
        SourceFile file = file(folder, "export.zip", zip(archive -> {
            put(archive, "META-INF/MANIFEST.MF", "Version: 1");
            put(archive, "META-INF/notes.json", "{}");
            put(archive, "__MACOSX/._b.json", "?");
            put(archive, ".hidden.json", "?");
            put(archive, "z/", "");
            put(archive, "z/b.json", "{\"b\":1}");
            put(archive, "a.ndjson", "{\"a\":1}\r\n{\"a\":2}\r\n");
            put(archive, "d.parquet", "PAR1?PAR1");
            put(archive, "e.csv", "a,b\n1,2\n");
            put(archive, "readme.txt", "read me");
            put(archive, "logo.png", "?");
        }));
        List<Seen> seen = new ArrayList<>();
        Unpacked unpacked = unpacker().knowingRowsBy(List.of("a")).unpack(file, part -> {
            try {
                seen.add(new Seen(part.member(), part.format(), 1, true, Files.readString(part.file())));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        assertThat(seen)
                .containsExactly(
                        new Seen("z/b.json", Format.NDJSON, 1, true, "{\"b\":1}\n"),
                        new Seen("a.ndjson", Format.NDJSON, 1, true, "{\"a\":1}\r\n{\"a\":2}\r\n"),
                        new Seen("d.parquet", Format.PARQUET, 1, true, "PAR1?PAR1"),
                        new Seen("e.csv", Format.NDJSON, 1, true, "{\"a\":1,\"b\":2}\n"));
        assertThat(unpacked.notes())
                .containsExactly(
                        "export.zip!e.csv: read as CSV with the delimiter \",\", encoding utf-8, decimal \".\"",
                        "export.zip: 2 other members were passed over: readme.txt, logo.png");
    }

    @ParameterizedTest
    @ValueSource(ints = {ZipEntry.STORED, ZipEntry.DEFLATED})
    void readsStoredAndDeflatedMembers(int method) throws Exception {
        SourceFile file = file(folder, "export.zip", zip(archive -> {
            ZipArchiveEntry entry = new ZipArchiveEntry("data.json");
            entry.setMethod(method);
            entry.setSize(ROWS.length());
            entry.setCrc(TestingArchives.checksum(ROWS));
            put(archive, entry, utf8(ROWS));
        }));
        assertThat(unpack(unpacker(), file)).extracting(Seen::content).containsExactly(ROWS);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void partsPutTogetherAreTheMember(long seed) throws Exception {
        Random random = new Random(seed);
        byte[] rows = rows(random, 1 + random.nextInt(600_000));
        long partBytes = 100L + random.nextInt(90_000);
        SourceFile file = file(folder, "export.gz", gzip(rows));

        List<Seen> parts = unpack(unpacker(partBytes), file);

        long row = 1;
        StringBuilder all = new StringBuilder();
        for (Seen part : parts) {
            assertThat(part.firstRow()).isEqualTo(row);
            assertThat(part.content()).endsWith("\n");
            assertThat(part.content().lastIndexOf('\n', part.content().length() - 2) + 1L)
                    .as("bytes before the last row")
                    .isLessThan(partBytes);
            row += part.content().chars().filter(symbol -> symbol == '\n').count();
            all.append(part.content());
        }
        String expected = new String(rows, StandardCharsets.ISO_8859_1);
        assertThat(all).hasToString(expected.endsWith("\n") ? expected : expected + "\n");
        assertThat(parts.subList(0, parts.size() - 1))
                .allSatisfy(part -> assertThat((long) part.content().length()).isGreaterThanOrEqualTo(partBytes));
    }

    private static byte[] rows(Random random, int length) {
        byte[] rows = new byte[length];
        random.nextBytes(rows);
        int longest = 1 + random.nextInt(2_000);
        for (int i = 0; i < length; i++) {
            rows[i] = (byte) (rows[i] == '\n' ? 'x' : rows[i]);
            if (random.nextInt(longest) == 0) {
                rows[i] = '\n';
            }
        }
        rows[0] = '{';
        return rows;
    }

    @Test
    void refusesARowThatNeverEnds() {
        byte[] content = new byte[40 << 20];
        Arrays.fill(content, (byte) 'x');
        byte[] start = utf8("{\"a\":1}\n{\"a\":2}\n{");
        System.arraycopy(start, 0, content, 0, start.length);
        SourceFile file = file(folder, "long.gz", gzip(content));
        assertThatThrownBy(() -> unpack(unpacker(1 << 20), file))
                .isInstanceOf(UserException.class)
                .hasMessage("long.gz: row 3 is longer than 16 MiB. Each row must stand on a line of its own; "
                        + "export the file again");
        assertThat(folder.resolve("spool")).isEmptyDirectory();
    }

    @Test
    void waitsUntilTheReaderTakesThePart() throws Exception {
        SourceFile file = file(folder, "export.gz", gzip(utf8(ROWS.repeat(50))));
        SynchronousQueue<Part> queue = new SynchronousQueue<>();
        AtomicReference<Unpacked> result = new AtomicReference<>();
        Thread thread = new Thread(() -> {
            try {
                result.set(unpacker(1).unpack(file, queue::put));
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        thread.start();
        for (int row = 1; row <= 100; row++) {
            Part part = queue.take();
            assertThat(part.firstRow()).isEqualTo(row);
            part.delete();
            try (Stream<Path> spooled = Files.list(folder.resolve("spool"))) {
                // The next one may be complete or being written, but never more
                assertThat(spooled.count()).isLessThanOrEqualTo(1);
            }
        }
        thread.join();
        assertThat(result.get()).isEqualTo(new Unpacked(100, 800, List.of()));
    }

    @Test
    void endsWhenItsThreadIsInterrupted() throws Exception {
        SourceFile file = file(folder, "export.zip", zip("data.json", ROWS.repeat(100_000)));
        CountDownLatch first = new CountDownLatch(1);
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        Thread thread = new Thread(() -> {
            try {
                unpacker(100_000).unpack(file, part -> {
                    part.delete();
                    first.countDown();
                    while (!Thread.currentThread().isInterrupted()) {
                        Thread.onSpinWait();
                    }
                });
            } catch (InterruptedException e) {
                thrown.set(e);
            }
        });
        thread.start();
        first.await();
        thread.interrupt();
        thread.join();
        assertThat(thrown.get()).isInstanceOf(InterruptedException.class);
        assertThat(folder.resolve("spool")).isEmptyDirectory();
    }

    @Test
    void endsWhenItIsCancelled() {
        SourceFile file = file(folder, "export.zip", zip("data.json", ROWS.repeat(100_000)));
        AtomicBoolean cancelled = new AtomicBoolean();
        AtomicInteger parts = new AtomicInteger();
        assertThatThrownBy(() -> unpacker(100_000)
                        .unpack(
                                file,
                                part -> {
                                    part.delete();
                                    cancelled.set(parts.incrementAndGet() >= 2);
                                },
                                cancelled::get))
                .isInstanceOf(InterruptedException.class)
                .hasMessage("unpacking export.zip!data.json was ended");
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
        assertThat(folder.resolve("spool")).isEmptyDirectory();
    }

    @Test
    void readsArchivesInArchivesWhereTheLimitsAllowIt() throws Exception {
        byte[] inner = zip("data.json", ROWS);
        SourceFile file = file(folder, "outer.zip", zip(archive -> {
            put(archive, new ZipArchiveEntry("day1.zip"), inner);
            put(archive, new ZipArchiveEntry("day2.json.gz"), gzip(utf8("{\"b\":1}\n")));
        }));
        Unpacker unpacker = new Unpacker(folder.resolve("spool"), new UnpackLimits(1 << 20, 200, 10, 2), 100);
        assertThat(unpack(unpacker, file))
                .containsExactly(
                        new Seen("day1.zip!data.json", Format.NDJSON, 1, true, ROWS),
                        new Seen("day2.json.gz", Format.NDJSON, 1, true, "{\"b\":1}\n"));
        assertThat(folder.resolve("spool")).isEmptyDirectory();
    }
}
