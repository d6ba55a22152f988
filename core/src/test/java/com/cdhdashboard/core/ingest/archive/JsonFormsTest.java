package com.cdhdashboard.core.ingest.archive;

import static com.cdhdashboard.core.ingest.TestingArchives.file;
import static com.cdhdashboard.core.ingest.TestingArchives.utf8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.cdhdashboard.core.error.UserException;
import com.cdhdashboard.core.ingest.find.SourceFile;
import com.cdhdashboard.core.ingest.format.FileHead;
import com.cdhdashboard.core.ingest.format.Format;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The rows of JSON in every form come out one on a line, or the file is refused; nothing is dropped. */
class JsonFormsTest {
    private static final List<String> TELLING = List.of("Outcome");
    private static final String ROW = "{\"pyOutcome\":1}";

    @TempDir
    Path folder;

    private Unpacked unpack(String text, List<String> telling, StringBuilder rows) throws InterruptedException {
        SourceFile file = file(folder, "x.json", utf8(text));
        return new Unpacker(folder.resolve("spool"), UnpackLimits.defaults(), 40)
                .knowingRowsBy(telling)
                .unpack(file, part -> {
                    try {
                        assertThat(part.format()).isEqualTo(Format.NDJSON);
                        rows.append(Files.readString(part.file(), StandardCharsets.UTF_8));
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                    part.delete();
                });
    }

    static Stream<Arguments> forms() {
        return Stream.of(
                // Lines stay as they are, broken ones too
                Arguments.of(ROW + "\n" + ROW + "\n", ROW + "\n" + ROW + "\n"),
                Arguments.of("{\"pyOutcome\":1,\n" + ROW + "\n", "{\"pyOutcome\":1,\n" + ROW + "\n"),
                Arguments.of("{\"pyOutcome\":\n" + ROW + "\n", "{\"pyOutcome\":\n" + ROW + "\n"),
                Arguments.of("{\"a\":[{\"b\":2}]}\n" + ROW, "{\"a\":[{\"b\":2}]}\n" + ROW),
                // Arrays, and what stands behind them
                Arguments.of("[" + ROW + "," + ROW + "]", ROW + "\n" + ROW + "\n"),
                Arguments.of("\uFEFF [ " + ROW + " ,\n " + ROW + ", ] \n", ROW + "\n" + ROW + "\n"),
                Arguments.of("[" + ROW + "][" + ROW + "]\n[" + ROW + "]", (ROW + "\n").repeat(3)),
                Arguments.of("[" + ROW + "]\n" + ROW + "\n" + ROW, (ROW + "\n").repeat(3)),
                Arguments.of("[" + ROW + "], " + ROW, (ROW + "\n").repeat(2)),
                Arguments.of("[]", ""),
                Arguments.of("[" + ROW + "] the end", ROW + "\nthe end\n"),
                Arguments.of(
                        "[" + ROW + " /* no JSON */, 5, \"a,]\\\"\", [1,[2]]]",
                        ROW + "\n/* no JSON */\n5\n\"a,]\\\"\"\n[1,[2]]\n"),
                Arguments.of("[{\"a\":x},{\"b\":[1,{\"c\":2}]}]", "{\"a\":x}\n{\"b\":[1,{\"c\":2}]}\n"),
                Arguments.of("[{\"a\":\"two\nlines, ]}\\\"\"}]", "{\"a\":\"two\\nlines, ]}\\\"\"}\n"),
                // Objects over several lines, or several on one
                Arguments.of(
                        "{\n \"pyOutcome\":1\n}\n{\n \"pyOutcome\":2\n}\n",
                        "{  \"pyOutcome\":1 }\n{  \"pyOutcome\":2 }\n"),
                Arguments.of(
                        "{\n \"pyOutcome\":1\n},\n[{\n \"pyOutcome\":2\n}]",
                        "{  \"pyOutcome\":1 }\n{  \"pyOutcome\":2 }\n"),
                Arguments.of(ROW + ROW + "\n" + ROW, (ROW + "\n").repeat(3)),
                // Lists of rows in an object, whatever the list is called and wherever it lies
                Arguments.of(
                        "{\"n\":\"1\",\"pxResults\":[" + ROW + "," + ROW + "],\"more\":false}", (ROW + "\n").repeat(2)),
                Arguments.of("{\n\"data\": {\"rows\" :\n[\n" + ROW + "\n]\n}\n}\n", ROW + "\n"),
                Arguments.of(
                        "{\"rows\":[" + ROW + "]}\n{\"rows\":[]}\n{\"rows\":null}\n{\"rows\":[" + ROW + "]}",
                        (ROW + "\n").repeat(2)),
                Arguments.of("[{\"rows\":[" + ROW + "]},{\"rows\":[" + ROW + "]}]", (ROW + "\n").repeat(2)),
                // No wrapper, but a row with a list in it
                Arguments.of("{\"pyOutcome\":1,\"list\":[" + ROW + "]}", "{\"pyOutcome\":1,\"list\":[" + ROW + "]}"));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void rowsComeOutOneOnALine(String text, String rows) throws InterruptedException {
        StringBuilder seen = new StringBuilder();
        unpack(text, TELLING, seen);
        assertThat(seen).hasToString(rows);
        assertThat(folder.resolve("spool"))
                .satisfiesAnyOf(
                        spool -> assertThat(spool).doesNotExist(),
                        spool -> assertThat(spool).isEmptyDirectory());
    }

    static Stream<Arguments> notes() {
        String rows = "\"rows\":[" + ROW + "]";
        return Stream.of(
                Arguments.of("{\"a\":1," + rows + "}", "the rows are those of the list \"rows\""),
                Arguments.of("{\"p\":{" + rows + "}}", "the rows are those of the list \"p.rows\""),
                Arguments.of(
                        "{" + rows + ",\"more\":[{\"x\":\"}\\\"\"}],\"page\":{}}",
                        "the rows are those of the list \"rows\"; passed over beside it: more, page"));
    }

    @ParameterizedTest
    @MethodSource("notes")
    void aListOfRowsIsToldWithWhatIsBesideIt(String text, String note) throws InterruptedException {
        assertThat(unpack(text, TELLING, new StringBuilder()).notes()).containsExactly(note);
    }

    /** Where rows may be called anything, an object around rows stands alone and has fewer names than they. */
    @ParameterizedTest
    @MethodSource("holdings")
    void aListIsToldFromARowByItsNames(String text, String rows) throws InterruptedException {
        StringBuilder seen = new StringBuilder();
        unpack(text, List.of(), seen);
        assertThat(seen).hasToString(rows);
    }

    static Stream<Arguments> holdings() {
        String row = "{\"id\":1,\"day\":2,\"value\":3}";
        return Stream.of(
                Arguments.of("{\"count\":1,\"list\":[" + row + "]}", row + "\n"),
                Arguments.of(
                        "{\"id\":1,\"day\":2,\"value\":3,\"parts\":[{\"a\":1}]}",
                        "{\"id\":1,\"day\":2,\"value\":3,\"parts\":[{\"a\":1}]}"),
                Arguments.of("{\"list\":[" + row + "]}\n" + row, "{\"list\":[" + row + "]}\n" + row));
    }

    static Stream<Arguments> refused() {
        String again = " does not end, so rows may be missing. Export the file again";
        return Stream.of(
                Arguments.of("[" + ROW + ",{\"pyOut", "x.json: the JSON object that begins in line 1" + again),
                Arguments.of("[\n" + ROW + ",\n", "x.json: the JSON array that begins in line 1" + again),
                Arguments.of("[" + ROW + "]\n\n[" + ROW, "x.json: the JSON array that begins in line 3" + again),
                Arguments.of(
                        "{\n\"pyOutcome\":1\n}\n{\n\"a\":\"", "x.json: the JSON object that begins in line 4" + again),
                Arguments.of(
                        "{\"rows\":[" + ROW + "]}\n{\"rows\":[" + ROW,
                        "x.json: the JSON array that begins in line 2" + again),
                Arguments.of(
                        "{\"rows\":[" + ROW + "]}\n{\"others\":[" + ROW + "]}",
                        "x.json: the JSON object that begins in line 2 has no list \"rows\", as the first has, so its rows cannot be told. Import it in a file of its own"),
                Arguments.of(
                        "{\"rows\":[" + ROW + "]}\n{rows}",
                        "x.json: the JSON object around the rows is damaged in line 2. Copy or export the file again"),
                Arguments.of(
                        "{\"a\":1,\"IHFact\":{\"pyOutcome\":1}}\n",
                        "x.json: its rows do not hold \"pyOutcome\" themselves, but in the page \"IHFact\". Export the properties of the page as properties of the row"),
                Arguments.of(
                        "[{\"a\":{\"b\":{\"outcome\":1}}}]",
                        "x.json: its rows do not hold \"outcome\" themselves, but in the page \"a.b\". Export the properties of the page as properties of the row"),
                Arguments.of(
                        "{\"OutcomeTime\":1,\"IHFact\":{\"pxInteractionID\":1,\"pyOutcome\":1,\"pxOutcomeTime\":1}}",
                        "x.json: its rows do not hold \"pyOutcome\" themselves, but in the page \"IHFact\". Export the properties of the page as properties of the row"),
                Arguments.of(
                        "{\"rows\":[{\"IHFact\":{\"pyOutcome\":1}}]}",
                        "x.json: its rows do not hold \"pyOutcome\" themselves, but in the page \"rows[].IHFact\". Export the properties of the page as properties of the row"));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void saysWhatItCannotTell(String text, String message) {
        assertThatThrownBy(() -> unpack(text, TELLING, new StringBuilder()))
                .isInstanceOf(UserException.class)
                .hasMessage(message);
    }

    /** The first row decides even where it goes beyond what is looked at. */
    @ParameterizedTest
    @MethodSource("longRows")
    void aLongFirstRowIsReadAsWell(String text, int lines) throws InterruptedException {
        StringBuilder seen = new StringBuilder();
        unpack(text, TELLING, seen);
        assertThat(seen.toString().lines()).hasSize(lines);
    }

    static Stream<Arguments> longRows() {
        String text = "é".repeat(FileHead.BYTES);
        String row = "{\"pyOutcome\":1,\"text\":\"" + text + "\"}";
        return Stream.of(
                Arguments.of(row + "\n" + row, 2),
                Arguments.of("{\n\"pyOutcome\":1,\n\"text\":\"" + text + "\"\n}\n" + row, 2),
                Arguments.of("{\"rows\":[" + row + "," + ROW + "]}", 2),
                Arguments.of("{\n\"rows\":[" + (ROW + ",\n").repeat(9_000) + row + "]}", 9_001));
    }
}
