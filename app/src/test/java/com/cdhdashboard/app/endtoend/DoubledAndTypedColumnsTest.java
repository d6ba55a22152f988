package com.cdhdashboard.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.cdhdashboard.app.start.InstalledProgram;
import com.cdhdashboard.core.cube.Column;
import com.cdhdashboard.core.cube.ValueType;
import com.cdhdashboard.duckdb.convert.JsonLinesToParquet;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Columns that stand twice, and values that do not fit the type of their column, from files to the command line. */
class DoubledAndTypedColumnsTest {
    private static final List<String> NAMES = List.of(
            "pxInteractionID",
            "pyIssue",
            "pyGroup",
            "pyName",
            "pxRank",
            "pyOutcome",
            "pxDecisionTime",
            "pxOutcomeTime",
            "pyChannel",
            "pyDirection",
            "pyPropensity");

    @TempDir
    private Path temporary;

    private static String row(int number, String channel, String propensity) {
        List<String> values = List.of(
                "i" + number,
                "Sales",
                "Cards",
                "Gold",
                "1",
                "Impression",
                "20240301T100000.000 GMT",
                "20240301T110000.000 GMT",
                channel,
                "Inbound",
                propensity);
        return Stream.iterate(0, i -> i + 1)
                .limit(NAMES.size())
                .map(i -> "\"" + NAMES.get(i) + "\":\"" + values.get(i) + "\"")
                .collect(Collectors.joining(",", "{", "}\n"));
    }

    private String imported(CaseStore store, Object... files) {
        InstalledProgram.Outcome outcome = store.importing(files);
        assertThat(outcome.code()).as(outcome.out() + outcome.err()).isZero();
        return outcome.out() + outcome.err();
    }

    private List<String> channels(CaseStore store) {
        JsonNode rows = store.query("engagement", "--group-by", "Channel", "--scores", "Count");
        List<String> channels = new ArrayList<>();
        rows.forEach(row -> channels.add(row.get("Channel").asText() + "=" + row.get("Count")));
        return channels;
    }

    private CaseStore store() {
        return CaseStore.in(temporary.resolve("data"));
    }

    @Test
    void aTextInAColumnOfNumbersOfParquetCostsItsRow() throws IOException {
        Path lines = Files.writeString(
                temporary.resolve("lines"),
                row(1, "Web", "0.5") + row(2, "Web", "1,5") + row(3, "Web", "abc") + row(4, "Web", ""));
        Path file = temporary.resolve("a.parquet");
        try (JsonLinesToParquet converter = JsonLinesToParquet.open(temporary)) {
            converter.convert(
                    lines,
                    file,
                    NAMES.stream()
                            .map(name -> Column.dimension(name, ValueType.TEXT))
                            .toList());
        }
        CaseStore store = store();
        assertThat(imported(store, file))
                .contains("row 2: value of column \"pyPropensity\" is \"1,5\", a number is expected");
        assertThat(channels(store)).containsExactly("Web=2");
    }

    @Test
    void rowsOfOneFileMayNameAColumnDifferently() throws IOException {
        Path file = Files.writeString(
                temporary.resolve("a.json"),
                row(1, "Web", "0.5")
                        + row(2, "Mail", "0.5").replace("pyChannel", "Channel")
                        + row(3, "Mail", "0.5").replace("pyChannel", "CHANNEL"));
        CaseStore store = store();
        assertThat(imported(store, file))
                .contains(
                        "columns \"Channel\" and \"CHANNEL\" are one: \"Channel\" counts, and \"CHANNEL\" where it holds no"
                                + " value; they never differ")
                .contains("columns \"Channel\" and \"pyChannel\" are one");
        assertThat(channels(store)).containsExactly("Mail=2", "Web=1");
    }

    @Test
    void aHeaderMayHaveANameTwice() throws IOException {
        Path file = Files.writeString(
                temporary.resolve("a.csv"),
                String.join(";", NAMES) + ";pyChannel\n"
                        + "i1;Sales;Cards;Gold;1;Impression;2024-03-01;2024-03-01;Web;Inbound;0.5;\n"
                        + "i2;Sales;Cards;Gold;1;Impression;2024-03-01;2024-03-01;;Inbound;0.5;Mail\n"
                        + "i3;Sales;Cards;Gold;1;Impression;2024-03-01;2024-03-01;Web;Inbound;0.5;Mail\n");
        CaseStore store = store();
        assertThat(imported(store, file))
                .contains(
                        "its header has \"pyChannel\" more than once; the first keeps the name, the others are numbered and"
                                + " count where it holds no value")
                .contains(
                        "columns of the same name differ in 1 row, first in row 4 (\"Web\" and \"Mail\"); the first of them"
                                + " counts");
        assertThat(channels(store)).containsExactly("Mail=1", "Web=2");
    }
}
