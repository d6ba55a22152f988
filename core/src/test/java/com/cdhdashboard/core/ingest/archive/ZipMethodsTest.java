package com.cdhdashboard.core.ingest.archive;

import static com.cdhdashboard.core.ingest.TestingArchives.file;
import static com.cdhdashboard.core.ingest.TestingArchives.gzip;
import static com.cdhdashboard.core.ingest.TestingArchives.unpack;
import static com.cdhdashboard.core.ingest.TestingArchives.utf8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.cdhdashboard.core.error.UserException;
import com.cdhdashboard.core.ingest.TestingArchives;
import com.cdhdashboard.core.ingest.format.Format;
import com.github.luben.zstd.Zstd;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.LZMAOutputStream;
import org.tukaani.xz.XZOutputStream;

/** Members of zip archives in every compression that packers have, and gzip with something behind it. */
class ZipMethodsTest {
    private static final byte[] ROWS = utf8("{\"a\":1}\n".repeat(1000));

    @TempDir
    Path folder;

    interface Packing {
        OutputStream onto(OutputStream out) throws IOException;
    }

    private static byte[] packed(Packing packing) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = packing.onto(bytes)) {
            out.write(ROWS);
        }
        return bytes.toByteArray();
    }

    private static byte[] lzma() throws IOException {
        LZMA2Options options = new LZMA2Options();
        byte[] data = packed(out -> new LZMAOutputStream(out, options, ROWS.length));
        // The 13 bytes of a file of its own become the header of a member: version, length, properties
        byte[] member = ByteBuffer.allocate(data.length - 13 + 9)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putShort((short) 0x1409)
                .putShort((short) 5)
                .put(data, 0, 5)
                .put(data, 13, data.length - 13)
                .array();
        return member;
    }

    private byte[] zip(int method, byte[] packed) {
        return TestingArchives.zip(archive -> {
            ZipArchiveEntry entry = new ZipArchiveEntry("data.json");
            entry.setMethod(method);
            entry.setSize(ROWS.length);
            entry.setCompressedSize(packed.length);
            entry.setCrc(TestingArchives.checksum("{\"a\":1}\n".repeat(1000)));
            archive.addRawArchiveEntry(entry, new ByteArrayInputStream(packed));
        });
    }

    static Stream<Arguments> methods() throws IOException {
        return Stream.of(
                Arguments.of(93, Zstd.compress(ROWS)),
                Arguments.of(95, packed(out -> new XZOutputStream(out, new LZMA2Options()))),
                Arguments.of(14, lzma()),
                Arguments.of(12, packed(BZip2CompressorOutputStream::new)));
    }

    @ParameterizedTest
    @MethodSource("methods")
    void readsMembersOfEveryCompression(int method, byte[] packed) throws Exception {
        assertThat(unpack(unpacker(), file(folder, "x.zip", zip(method, packed))))
                .containsExactly(
                        new TestingArchives.Seen("data.json", Format.NDJSON, 1, true, "{\"a\":1}\n".repeat(1000)));
    }

    @ParameterizedTest
    @MethodSource("methods")
    void saysWhereAMemberIsDamaged(int method, byte[] packed) {
        byte[] broken = packed.clone();
        broken[packed.length / 2] ^= 0x55;
        assertThatThrownBy(() -> unpack(unpacker(), file(folder, "x.zip", zip(method, broken))))
                .isInstanceOf(UserException.class)
                .hasMessageStartingWith("x.zip!data.json: the data ")
                .hasMessageEndingWith(". Copy or export the file again");
    }

    @Test
    void refusesMethodsThatNobodyReadsByName() {
        assertThatThrownBy(() -> unpack(unpacker(), file(folder, "x.zip", zip(98, ROWS))))
                .isInstanceOf(UserException.class)
                .hasMessage(
                        "x.zip: the member \"data.json\" is compressed by PPMD, which cannot be read. Pack the files"
                                + " again with the usual zip compression");
    }

    private Unpacker unpacker() {
        return new Unpacker(folder.resolve("spool"), UnpackLimits.defaults(), Unpacker.DEFAULT_PART_BYTES);
    }

    private static byte[] joined(byte[]... pieces) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] piece : pieces) {
            all.write(piece);
        }
        return all.toByteArray();
    }

    static Stream<Arguments> padded() throws IOException {
        byte[] one = gzip(utf8("{\"a\":1}\n"));
        return Stream.of(
                Arguments.of(joined(one, new byte[1]), 1),
                Arguments.of(joined(one, new byte[100_000]), 1),
                Arguments.of(joined(one, one), 2),
                Arguments.of(joined(one, one, new byte[511]), 2));
    }

    @ParameterizedTest
    @MethodSource("padded")
    void passesOverZerosBehindGzip(byte[] content, int rows) throws Exception {
        assertThat(unpack(unpacker(), file(folder, "x.json.gz", content)))
                .containsExactly(new TestingArchives.Seen("", Format.NDJSON, 1, true, "{\"a\":1}\n".repeat(rows)));
    }

    static Stream<byte[]> followed() throws IOException {
        byte[] one = gzip(utf8("{\"a\":1}\n"));
        return Stream.of(
                joined(one, utf8("x")),
                joined(one, new byte[10], utf8("x")),
                joined(one, new byte[] {0x1F, 0x1F}),
                joined(one, utf8("{\"a\":2}\n")));
    }

    @ParameterizedTest
    @MethodSource("followed")
    void refusesOtherBytesBehindGzip(byte[] content) {
        assertThatThrownBy(() -> unpack(unpacker(), file(folder, "x.json.gz", content)))
                .isInstanceOf(UserException.class)
                .hasMessage(
                        "x.json.gz: the data is damaged (behind the end of the gzip data follow bytes that are not of"
                                + " it). Copy or export the file again");
    }
}
