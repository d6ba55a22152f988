package com.cdhdashboard.core.ingest.format;

import static com.cdhdashboard.core.ingest.TestingArchives.file;
import static com.cdhdashboard.core.ingest.TestingArchives.gzip;
import static com.cdhdashboard.core.ingest.TestingArchives.tar;
import static com.cdhdashboard.core.ingest.TestingArchives.utf8;
import static com.cdhdashboard.core.ingest.TestingArchives.zip;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.cdhdashboard.core.error.UserException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FormatTest {
    @TempDir
    Path folder;

    static Stream<Arguments> known() {
        return Stream.of(
                Arguments.of(zip("a", "b"), Format.ZIP),
                Arguments.of(zip(archive -> {}), Format.ZIP),
                Arguments.of(gzip(utf8("{}")), Format.GZIP),
                Arguments.of(gzip(new byte[0]), Format.GZIP),
                Arguments.of(tar("a", "b"), Format.TAR),
                Arguments.of(gzip(tar("a", "b")), Format.TAR_GZIP),
                Arguments.of(utf8("PAR1\u0000"), Format.PARQUET),
                Arguments.of(new byte[0], Format.NDJSON),
                Arguments.of(utf8(" \r\n\t"), Format.NDJSON),
                Arguments.of(utf8("{\"a\":1}"), Format.NDJSON),
                Arguments.of(utf8("\uFEFF\n {\"a\":1}"), Format.NDJSON),
                Arguments.of(new byte[] {'{', (byte) 0xFF, 0}, Format.NDJSON),
                Arguments.of(utf8("[\n{}]"), Format.NDJSON),
                Arguments.of(utf8("\uFEFF[]"), Format.NDJSON),
                Arguments.of(utf8("\uFEFFa,b\n1,2"), Format.CSV),
                Arguments.of(utf8("a\tb"), Format.CSV),
                Arguments.of(utf8("\"a b\"|c"), Format.CSV),
                Arguments.of(utf8("ORCID;Straße\n"), Format.CSV),
                Arguments.of(utf8("a;b\n" + "ß".repeat(FileHead.BYTES)), Format.CSV),
                Arguments.of("a;b\n1;2".getBytes(StandardCharsets.UTF_16), Format.CSV),
                Arguments.of("Straße;b".getBytes(StandardCharsets.ISO_8859_1), Format.CSV),
                Arguments.of(utf8("A title\n\na;b\n1;2\n3;4"), Format.CSV),
                Arguments.of(zip("[Content_Types].xml", "<x/>"), Format.XLSX),
                Arguments.of(zip("_rels/.rels", "<x/>"), Format.XLSX),
                Arguments.of(zip("docProps/app.xml", "<x/>"), Format.XLSX),
                Arguments.of(zip("xl/worksheets/sheet1.xml", "<x/>"), Format.XLSX),
                Arguments.of(zip("docs/app.json", "{}"), Format.ZIP));
    }

    @ParameterizedTest
    @MethodSource("known")
    void tellsTheFormatByContent(byte[] content, Format format) {
        assertThat(Format.of(file(folder, "x.bin", content).path())).isEqualTo(format);
    }

    static Stream<Arguments> foreign() {
        return Stream.of(
                Arguments.of(utf8("%PDF-1.7"), "a PDF document"),
                Arguments.of(utf8("<html>"), "XML or a web page"),
                Arguments.of("{\"a\":1}".getBytes(StandardCharsets.UTF_16), "UTF-16 text (save it as UTF-8)"),
                Arguments.of("{\"a\":1}".getBytes(StandardCharsets.UTF_16LE), "UTF-16 text (save it as UTF-8)"),
                Arguments.of("[{\"a\":1}]".getBytes(StandardCharsets.UTF_16BE), "UTF-16 text (save it as UTF-8)"),
                Arguments.of(
                        new byte[] {(byte) 0xFF, (byte) 0xFE, 0, 0, '{', 0, 0, 0}, "UTF-32 text (save it as UTF-8)"),
                Arguments.of(new byte[] {1, 0, 2, 0}, "binary data, or text that is not UTF-8"),
                Arguments.of(new byte[] {1, 2, 3, 0}, "binary data, or text that is not UTF-8"),
                Arguments.of("Straße".getBytes(StandardCharsets.ISO_8859_1), "binary data, or text that is not UTF-8"),
                Arguments.of(
                        utf8("Dear customer of the bank we thank you"),
                        "text that starts with \"Dear customer of the bank we t…\""));
    }

    @ParameterizedTest
    @MethodSource("foreign")
    void saysWhatAFileLooksLikeThatIsNoExport(byte[] content, String kind) {
        Path path = file(folder, "x.json", content).path();
        assertThatThrownBy(() -> Format.of(path))
                .isInstanceOf(UserException.class)
                .hasMessage("\"x.json\" looks like " + kind + ". Files that can be read: zip, gzip, tar, tar.gz, "
                        + "one JSON object a line, a JSON array, parquet, CSV, XLSX");
    }

    @Test
    void saysThatAFileIsNotThere() {
        assertThatThrownBy(() -> Format.of(folder.resolve("gone.zip")))
                .hasMessage("\"gone.zip\" cannot be read (it is not there, or a link that leads nowhere); check that it"
                        + " exists and its permissions");
    }
}
