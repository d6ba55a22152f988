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
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.archivers.zip.UnixStat;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class HostileArchiveTest {
    private static final String ROWS = "{\"a\":1}\n{\"a\":2}\n".repeat(50);
    private static final UnpackLimits LIMITS = new UnpackLimits(10_000, 200, 5, 1);
    private static final String AGAIN = ". Copy or export the file again";
    private static final String RAISE = ". Split the export, or raise the limit if you trust where it comes from";
    private static final String ATTACK = ", which may be an attack. Pack the files again under plain names";

    @TempDir
    Path folder;

    static Stream<Arguments> hostile() {
        return Stream.concat(
                Stream.concat(
                        names(HostileArchiveTest::zipWithRawName), names((name, content) -> gzip(tar(name, content)))),
                Stream.of(
                        Arguments.of(
                                "link in zip",
                                symbolicLink(),
                                "x: the member \"link.json\" is a link, not a file. Pack the files again without it"),
                        Arguments.of(
                                "symbolic link in tar",
                                tarLink(TarConstants.LF_SYMLINK),
                                "x: the member \"link.json\" is a link, not a file. Pack the files again without it"),
                        Arguments.of(
                                "hard link in tar",
                                tarLink(TarConstants.LF_LINK),
                                "x: the member \"link.json\" is a link, not a file. Pack the files again without it"),
                        Arguments.of(
                                "device in tar",
                                tarLink(TarConstants.LF_CHR),
                                "x: the member \"link.json\" is neither a file nor a folder. "
                                        + "Pack the files again without it"),
                        Arguments.of(
                                "encrypted member",
                                encrypted(),
                                "x: the member \"data.json\" is encrypted. Unpack the archive with its password "
                                        + "and import what comes out"),
                        Arguments.of(
                                "archive in an archive by name",
                                zip("inner.ZIP", "?"),
                                "x: the member \"inner.ZIP\" is an archive inside an archive. Unpack the outer one "
                                        + "and import what comes out"),
                        Arguments.of(
                                "archive in an archive by content",
                                zip(archive -> put(archive, new ZipArchiveEntry("data.json"), gzip(utf8(ROWS)))),
                                "x: the member \"data.json\" is an archive inside an archive. Unpack the outer one "
                                        + "and import what comes out"),
                        Arguments.of(
                                "too large as declared",
                                zip("data.json", ROWS.repeat(20)),
                                "x: it unpacks to more than 10000 bytes" + RAISE),
                        Arguments.of(
                                "too large as it turns out",
                                gzip(utf8(ROWS.repeat(20))),
                                "x: it unpacks to more than 10000 bytes" + RAISE),
                        Arguments.of("too many members", sixMembers(), "x: there are more than 5 members" + RAISE),
                        Arguments.of("too many members in tar", sixInTar(), "x: there are more than 5 members" + RAISE),
                        Arguments.of(
                                "cut off zip",
                                head(zip("data.json", ROWS), 60),
                                "x: the list of members at the end of the zip archive is missing or damaged" + AGAIN),
                        Arguments.of("cut off gzip", head(gzip(utf8(ROWS)), 30), "x: the data ends too early" + AGAIN),
                        Arguments.of(
                                "cut off tar",
                                head(tar("data.json", ROWS), 700),
                                "x!data.json: the data ends too early" + AGAIN),
                        Arguments.of(
                                "wrong checksum in zip",
                                flipped(stored(), ROWS.length() / 2),
                                "x!data.json: the data is damaged (its checksum is not the one in the archive)"
                                        + AGAIN),
                        Arguments.of(
                                "wrong checksum in gzip",
                                flipped(gzip(utf8(ROWS)), gzip(utf8(ROWS)).length - 8),
                                "x: the data is damaged (Gzip-compressed data is corrupt (CRC32 error))" + AGAIN)));
    }

    /** Makes an archive with one member. */
    private interface Packing {
        byte[] of(String name, String content);
    }

    private static Stream<Arguments> names(Packing packing) {
        return Stream.of(
                        List.of("../data.json", "../data.json", "leads out of the archive"),
                        List.of("a/../../data.json", "a/../../data.json", "leads out of the archive"),
                        List.of("a/..", "a/..", "leads out of the archive"),
                        List.of("/etc/data.json", "/etc/data.json", "is absolute"),
                        List.of("C:data.json", "C:data.json", "is absolute"),
                        List.of("..\\data.json", "../data.json", "leads out of the archive"),
                        List.of("\\data.json", "/data.json", "is absolute"),
                        List.of("C:\\data.json", "C:/data.json", "is absolute"),
                        List.of("a\u0007.json", "a\\u0007.json", "holds control characters"))
                .map(row -> Arguments.of(
                        row.get(1),
                        packing.of(row.get(0), ROWS),
                        "x: the name of the member \"" + row.get(1) + "\" " + row.get(2) + ATTACK));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hostile")
    void refusesAndLeavesNothingBehind(String name, byte[] content, String message) {
        SourceFile file = file(folder, "x", content);
        Unpacker unpacker = new Unpacker(folder.resolve("spool"), LIMITS, 1 << 20);
        assertThatThrownBy(() -> unpack(unpacker, file))
                .isInstanceOf(UserException.class)
                .hasMessage(message);
        assertThat(Stream.of(folder.toFile().list()).filter(entry -> !entry.equals("spool")))
                .containsExactly("x");
        assertThat(folder.resolve("spool"))
                .satisfiesAnyOf(
                        spool -> assertThat(spool).doesNotExist(),
                        spool -> assertThat(spool).isEmptyDirectory());
    }

    @Test
    void refusesWhatSwellsBeyondAnyExport() throws IOException {
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        byte[] line = utf8("{\"a\":" + " ".repeat(1 << 20) + "1}\n");
        try (OutputStream gzip = new GZIPOutputStream(bomb)) {
            for (int i = 0; i < 150; i++) {
                gzip.write(line);
            }
        }
        SourceFile file = file(folder, "bomb.gz", bomb.toByteArray());
        Unpacker unpacker = new Unpacker(folder.resolve("spool"), UnpackLimits.defaults(), 64 << 20);
        assertThatThrownBy(() -> unpack(unpacker, file))
                .hasMessage("bomb.gz: more than 200 bytes come out for each byte, as in no usual export" + RAISE);
        assertThat(folder.resolve("spool")).isEmptyDirectory();
    }

    @Test
    void refusesATarHeaderMadeToFillTheMemory() {
        byte[] tar = tar(archive -> {
            TarArchiveEntry entry = new TarArchiveEntry("././@LongLink", TarConstants.LF_GNUTYPE_LONGNAME);
            entry.setSize(3 << 20);
            archive.putArchiveEntry(entry);
            archive.write(utf8("n".repeat(3 << 20)));
            archive.closeArchiveEntry();
        });
        SourceFile file = file(folder, "x.tgz", gzip(tar));
        Unpacker unpacker = new Unpacker(folder.resolve("spool"), UnpackLimits.defaults(), 64 << 20);
        assertThatThrownBy(() -> unpack(unpacker, file))
                .hasMessage("x.tgz: the header of a member is longer than 1 MiB");
    }

    static Stream<Arguments> honest() {
        return Stream.of(
                Arguments.of("zip", zip("data.json", ROWS)),
                Arguments.of("gzip", gzip(utf8(ROWS))),
                Arguments.of("tar", tar("data.json", ROWS)),
                Arguments.of("tar.gz", gzip(tar("data.json", ROWS))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("honest")
    void damageAnywhereIsAUserErrorOrDoesNoHarm(String name, byte[] content) throws InterruptedException {
        Random random = new Random(20240101);
        Unpacker unpacker = new Unpacker(folder.resolve("spool"), UnpackLimits.defaults(), 1 << 20);
        int refused = 0;
        for (int i = 0; i < 200; i++) {
            byte[] damaged = random.nextInt(4) == 0 ? head(content, random.nextInt(content.length)) : content.clone();
            for (int hits = random.nextInt(3); hits >= 0 && damaged.length > 0; hits--) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }
            try {
                unpack(unpacker, file(folder, "x", damaged));
            } catch (UserException e) {
                refused++;
            }
            assertThat(folder.resolve("spool").toFile().list()).isNullOrEmpty();
        }
        assertThat(refused).isPositive();
    }

    @Test
    void checksumsKeepDamagedRowsFromTheReader() {
        byte[] content = stored();
        Unpacker unpacker = new Unpacker(folder.resolve("spool"), UnpackLimits.defaults(), 1 << 20);
        for (int at = 60; at < ROWS.length(); at += 37) {
            SourceFile file = file(folder, "x.zip", flipped(content, at));
            assertThatThrownBy(
                            () -> unpacker.unpack(file, part -> assertThat(part).isNull()))
                    .isInstanceOf(UserException.class);
        }
    }

    @Test
    void takesExportsOfVeryRepetitiveRows() throws InterruptedException {
        byte[] rows = utf8("{\"pyName\":\"Offer\",\"pyOutcome\":\"Impression\"}\n".repeat(2_000));
        byte[] packed = zip("data.json", new String(rows, StandardCharsets.UTF_8));
        assertThat(rows.length / packed.length).isGreaterThan(60);
        Unpacker unpacker = new Unpacker(folder.resolve("spool"), UnpackLimits.defaults(), 1 << 20);
        List<Seen> seen = unpack(unpacker, file(folder, "x.zip", packed));
        assertThat(seen).hasSize(1);
    }

    /** The writer turns backslashes into slashes, so they are put in afterwards. */
    private static byte[] zipWithRawName(String name, String content) {
        byte[] archive = zip(name.replace('\\', '#'), content);
        for (int i = 0; i < archive.length; i++) {
            archive[i] = archive[i] == '#' ? (byte) '\\' : archive[i];
        }
        return archive;
    }

    @Test
    void takesBackslashesForTheFoldersTheyAre() throws InterruptedException {
        Unpacker unpacker = new Unpacker(folder.resolve("spool"), LIMITS, 1 << 20);
        for (byte[] archive : List.of(zipWithRawName("a\\b\\c.json", ROWS), tar("a\\b\\c.json", ROWS))) {
            assertThat(unpack(unpacker, file(folder, "x", archive)))
                    .extracting(Seen::member)
                    .containsExactly("a/b/c.json");
        }
    }

    private static byte[] symbolicLink() {
        return zip(archive -> {
            ZipArchiveEntry entry = new ZipArchiveEntry("link.json");
            entry.setUnixMode(UnixStat.LINK_FLAG | 0777);
            put(archive, entry, utf8("/etc/passwd"));
        });
    }

    private static byte[] tarLink(byte kind) {
        return tar(archive -> {
            TarArchiveEntry entry = new TarArchiveEntry("link.json", kind);
            entry.setLinkName("/etc/passwd");
            archive.putArchiveEntry(entry);
            archive.closeArchiveEntry();
        });
    }

    /** The flag is set by hand, in the local header and in the list at the end. */
    private static byte[] encrypted() {
        byte[] archive = zip("data.json", ROWS);
        archive[6] |= 1;
        String text = new String(archive, StandardCharsets.ISO_8859_1);
        archive[text.indexOf("PK\u0001\u0002") + 8] |= 1;
        return archive;
    }

    private static byte[] stored() {
        return zip(archive -> {
            ZipArchiveEntry entry = new ZipArchiveEntry("data.json");
            entry.setMethod(ZipArchiveEntry.STORED);
            entry.setSize(ROWS.length());
            entry.setCrc(TestingArchives.checksum(ROWS));
            put(archive, entry, utf8(ROWS));
        });
    }

    private static byte[] sixMembers() {
        return zip(archive -> {
            for (int i = 0; i < 6; i++) {
                put(archive, i + ".txt", "");
            }
        });
    }

    private static byte[] sixInTar() {
        return tar(archive -> {
            for (int i = 0; i < 6; i++) {
                put(archive, i + ".txt", "");
            }
        });
    }

    private static byte[] head(byte[] content, int length) {
        return Arrays.copyOf(content, length);
    }

    private static byte[] flipped(byte[] content, int at) {
        byte[] flipped = content.clone();
        flipped[at] ^= 0x20;
        return flipped;
    }
}
