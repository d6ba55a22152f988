package com.cdhdashboard.core.ingest.row;

import static com.cdhdashboard.core.ingest.TestingArchives.file;
import static com.cdhdashboard.core.ingest.TestingArchives.utf8;
import static org.assertj.core.api.Assertions.assertThat;

import com.cdhdashboard.core.cube.ValueType;
import com.cdhdashboard.core.ingest.find.SourceFile;
import com.cdhdashboard.core.ingest.format.Format;
import com.cdhdashboard.core.ingest.format.Part;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RowByRowReaderTest {
    private static final Map<String, ValueType> COLUMNS = columns();

    @TempDir
    Path folder;

    private static Map<String, ValueType> columns() {
        Map<String, ValueType> columns = new LinkedHashMap<>();
        columns.put("text", ValueType.TEXT);
        columns.put("int", ValueType.INTEGER);
        columns.put("num", ValueType.NUMBER);
        columns.put("bool", ValueType.BOOLEAN);
        columns.put("date", ValueType.DATE);
        columns.put("time", ValueType.TIMESTAMP);
        return columns;
    }

    private Part part(String content, Format format, long firstRow) {
        return part(utf8(content), format, firstRow);
    }

    private Part part(byte[] content, Format format, long firstRow) {
        SourceFile origin = file(folder, "export.zip", content);
        return new Part(origin, "data.json", format, origin.path(), firstRow, OptionalLong.empty(), true);
    }

    private RowByRowReader.Result read(Part part) {
        try (RejectedRows rejected = new RejectedRows(folder.resolve("rejected.ndjson"))) {
            RowByRowReader.Result result = new RowByRowReader(COLUMNS, List.of(), rejected).read(part, target());
            assertThat(rejected.count()).isEqualTo(result.rejected());
            return result;
        }
    }

    private Path target() {
        return folder.resolve("clean.ndjson");
    }

    private List<JsonNode> rejected() throws IOException {
        ObjectMapper json = new ObjectMapper();
        return Files.readAllLines(folder.resolve("rejected.ndjson")).stream()
                .map(line -> {
                    try {
                        return json.readTree(line);
                    } catch (IOException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .toList();
    }

    static Stream<Arguments> goodRows() {
        return Stream.of(
                Arguments.of("{}", "{}"),
                Arguments.of("{\"other\":[{}],\"text\":\"a\",\"none\":1}", "{\"text\":\"a\"}"),
                Arguments.of(
                        "{\"text\":\"\",\"int\":\"\",\"num\":\" \",\"bool\":\"\",\"time\":\"\"}", "{\"text\":\"\"}"),
                Arguments.of("{\"text\":null,\"int\":null,\"time\":null}", "{}"),
                Arguments.of("{\"text\":1.50}", "{\"text\":\"1.5\"}"),
                Arguments.of("{\"text\":true}", "{\"text\":\"true\"}"),
                Arguments.of("{\"text\":{\"b\":[1,null]}}", "{\"text\":\"{\\\"b\\\":[1,null]}\"}"),
                Arguments.of("{\"text\":\"\\ud83d\\ude00ß\"}", "{\"text\":\"😀ß\"}"),
                Arguments.of("{\"int\":7}", "{\"int\":7}"),
                Arguments.of("{\"int\":\" -7 \"}", "{\"int\":-7}"),
                Arguments.of("{\"int\":1e3}", "{\"int\":1000}"),
                Arguments.of("{\"int\":7.0}", "{\"int\":7}"),
                Arguments.of("{\"num\":7}", "{\"num\":7.0}"),
                Arguments.of("{\"num\":\"0.05\"}", "{\"num\":0.05}"),
                Arguments.of("{\"num\":\".5E-3\"}", "{\"num\":5.0E-4}"),
                Arguments.of("{\"num\":NaN}", "{\"num\":\"NaN\"}"),
                Arguments.of("{\"num\":\" nan \"}", "{\"num\":\"NaN\"}"),
                Arguments.of("{\"num\":-Infinity}", "{\"num\":\"NaN\"}"),
                Arguments.of("{\"num\":1e999}", "{\"num\":\"Infinity\"}"),
                Arguments.of("{\"bool\":true}", "{\"bool\":true}"),
                Arguments.of("{\"bool\":\"FALSE\"}", "{\"bool\":false}"),
                Arguments.of("{\"date\":\"20210127T132203.201 GMT\"}", "{\"date\":\"2021-01-27\"}"),
                Arguments.of("{\"time\":\"20210127T132203.201 GMT\"}", "{\"time\":\"2021-01-27T13:22:03.201\"}"),
                Arguments.of("{\"time\":1611753723201}", "{\"time\":\"2021-01-27T13:22:03.201\"}"),
                Arguments.of("{\"text\":\"first\",\"text\":\"last\"}", "{\"text\":\"last\"}"),
                Arguments.of("{\"text\":\"first\",\"text\":null}", "{}"),
                Arguments.of("  {\"text\":\"a\"} \r", "{\"text\":\"a\"}"));
    }

    @ParameterizedTest
    @MethodSource("goodRows")
    void writesGoodRowsWithTheAskedColumnsInTheirTypes(String row, String clean) throws IOException {
        assertThat(read(part(row, Format.NDJSON, 1))).isEqualTo(new RowByRowReader.Result(1, 0));
        assertThat(target()).hasContent(clean);
        assertThat(folder.resolve("rejected.ndjson")).doesNotExist();
    }

    static Stream<Arguments> badRows() {
        return Stream.of(
                Arguments.of(
                        "abc",
                        "not JSON: Unrecognized token 'abc': was expecting (JSON String, "
                                + "Number (or 'NaN'/'+INF'/'-INF'), Array, "
                                + "Object or token 'null', 'true' or 'false') at character 1"),
                Arguments.of("{\"a\":1", "not JSON: the row ends too early"),
                Arguments.of("{\"a\":1}{\"a\":2}", "not JSON: there is more after the end of the object"),
                Arguments.of("[1]", "not an object, but an array"),
                Arguments.of("\"x\"", "not an object, but text"),
                Arguments.of("17", "not an object, but a number"),
                Arguments.of("false", "not an object, but a boolean"),
                Arguments.of("null", "not an object, but null"),
                Arguments.of("{\"num\":\"abc\"}", "value of column \"num\" is \"abc\", a number is expected"),
                Arguments.of("{\"num\":\"1d\"}", "value of column \"num\" is \"1d\", a number is expected"),
                Arguments.of("{\"num\":true}", "value of column \"num\" is true, a number is expected"),
                Arguments.of("{\"num\":{\"b\":1}}", "value of column \"num\" is {\"b\":1}, a number is expected"),
                Arguments.of("{\"num\":\"N/A\"}", "value of column \"num\" is \"N/A\", a number is expected"),
                Arguments.of("{\"int\":NaN}", "value of column \"int\" is NaN, a whole number is expected"),
                Arguments.of("{\"int\":1.5}", "value of column \"int\" is 1.5, a whole number is expected"),
                Arguments.of(
                        "{\"int\":9223372036854775808}",
                        "value of column \"int\" is 9223372036854775808, a whole number is expected"),
                Arguments.of("{\"int\":1e99999}", "value of column \"int\" is 1e99999, a whole number is expected"),
                Arguments.of(
                        "{\"num\":\"" + "x".repeat(50) + "\"}",
                        "value of column \"num\" is \"" + "x".repeat(40) + "…\", a number is expected"),
                Arguments.of("{\"bool\":\"ja\"}", "value of column \"bool\" is \"ja\", true or false is expected"),
                Arguments.of("{\"bool\":1}", "value of column \"bool\" is 1, true or false is expected"),
                Arguments.of(
                        "{\"date\":\"soon\"}",
                        "value of column \"date\" is \"soon\", a date such as 2021-01-27 is expected"),
                Arguments.of(
                        "{\"time\":\"20210230T000000.000 GMT\"}",
                        "value of column \"time\" is \"20210230T000000.000 GMT\", "
                                + "a time such as 20210127T132203.201 GMT is expected"),
                Arguments.of("{\"text\":\"a\u0001\"}", "control byte 0x01 at character 11 of the row"),
                Arguments.of("{\"text\":\"a\\u0000\"}", "value of column \"text\" holds a NUL character"),
                Arguments.of("{\"text\":\"\\ud83d\"}", "value of column \"text\" holds half a character"),
                Arguments.of("{\"a\":" + "[".repeat(200) + "]".repeat(200) + "}", "nested deeper than 100 levels"),
                Arguments.of("{\"a\":" + "9".repeat(2_000) + "}", "a number of more than 1000 characters"),
                Arguments.of("{\"text\":[1,0." + "9".repeat(2_000) + "]}", "a number of more than 1000 characters"));
    }

    @ParameterizedTest
    @MethodSource("badRows")
    void saysWhyARowIsRejectedAndReadsOn(String row, String reason) throws IOException {
        String content = "{\"int\":1}\n\n" + row + "\n{\"int\":2}";
        assertThat(read(part(content, Format.NDJSON, 101))).isEqualTo(new RowByRowReader.Result(2, 1));
        assertThat(target()).hasContent("{\"int\":1}\n{\"int\":2}");
        JsonNode rejected = rejected().get(0);
        assertThat(rejected.get("reason").asText()).isEqualTo(reason);
        assertThat(rejected.get("file").asText()).isEqualTo("export.zip");
        assertThat(rejected.get("member").asText()).isEqualTo("data.json");
        assertThat(rejected.get("row").asLong()).isEqualTo(103);
        assertThat(rejected.get("content").asText()).isEqualTo(row);
    }

    @Test
    void takesTheCharacterThatStandsForBrokenUtf8() throws IOException {
        String content = "{\"text\":\"a\uFFFDb\"}";
        assertThat(read(part(content, Format.NDJSON, 1))).isEqualTo(new RowByRowReader.Result(1, 0));
        assertThat(target()).hasContent(content);
    }

    @Test
    void rejectsARowOfBrokenUtf8() throws IOException {
        byte[] content = utf8("{\"text\":\"?\"}\n{\"text\":\"ok\"}\n");
        content[9] = (byte) 0xE4;
        assertThat(read(part(content, Format.NDJSON, 1))).isEqualTo(new RowByRowReader.Result(1, 1));
        assertThat(rejected().get(0).get("reason").asText()).isEqualTo("invalid UTF-8 at byte 10 of the row");
        assertThat(rejected().get(0).get("content").asText()).isEqualTo("{\"text\":\"\uFFFD\"}");
    }

    @Test
    void rejectsARowThatIsTooLongAndKeepsItsBeginning() throws IOException {
        String row = "{\"text\":\"" + "ß".repeat(9 << 20) + "\"}";
        assertThat(read(part(row + "\n{}", Format.NDJSON, 1))).isEqualTo(new RowByRowReader.Result(1, 1));
        assertThat(rejected().get(0).get("reason").asText()).isEqualTo("the row is longer than 16 MiB");
        assertThat(rejected().get(0).get("content").asText())
                .isEqualTo(row.substring(0, RejectedRows.MAX_CONTENT_CHARACTERS));
    }

    @Test
    void neverCutsACharacterInTwo() throws IOException {
        try (RejectedRows rejected = new RejectedRows(folder.resolve("rejected.ndjson"))) {
            rejected.append(part("", Format.NDJSON, 1), 1, "why", "x" + "😀".repeat(6_000));
            rejected.append(part("", Format.NDJSON, 1), 2, "why\nnot", "a");
        }
        assertThat(rejected().get(0).get("content").asText()).isEqualTo("x" + "😀".repeat(4_999));
        assertThat(rejected()).hasSize(2);
    }

    @Test
    void readsFilesWithoutRows() {
        assertThat(read(part("\n \n", Format.NDJSON, 1))).isEqualTo(new RowByRowReader.Result(0, 0));
        assertThat(target()).isEmptyFile();
    }

    @Test
    void rejectsARowOfHalfACharacterLikeAnyOther() throws IOException {
        assertThat(read(part(
                        "\"\\uD800\"\n{\"\\uDC00\":1,\"text\":\"\\uD800\"}\n{\"\":1,\"int\":2}\n", Format.NDJSON, 1)))
                .isEqualTo(new RowByRowReader.Result(1, 2));
        assertThat(target()).hasContent("{\"int\":2}");
        assertThat(rejected())
                .extracting(row -> row.get("reason").asText())
                .containsExactly("not an object, but text", "value of column \"text\" holds half a character");
    }
}
