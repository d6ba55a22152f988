package com.cdhdashboard.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.cdhdashboard.app.start.InstalledProgram;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Thousands of columns, equal or not, take seconds and a small heap, and the rows that have them count. */
@Timeout(240)
class WideFilesTest {
    private static final int COLUMNS = 16_000;
    private static final int PARQUET_COLUMNS = 5_000;
    private static final String NAMES =
            "pxInteractionID,pyOutcome,pxOutcomeTime,pyIssue,pyGroup,pyName,pxRank,pyChannel,pyDirection,pyPropensity";

    private static final String CSV = "read as CSV with the delimiter \",\", encoding utf-8, decimal \".\"";
    private static final String EQUAL =
            "; its header has \"a\" more than once; the first keeps the name, the others are"
                    + " numbered and count where it holds no value; columns of the same name differ in 2 rows, first in row 2"
                    + " (\"0\" and \"1\"); the first of them counts";

    @TempDir
    Path temporary;

    private List<Path> files;

    @BeforeEach
    void write() throws IOException, SQLException {
        files = List.of(
                Files.writeString(temporary.resolve("different.csv"), csv("d", i -> "a" + i)),
                Files.writeString(temporary.resolve("equal.csv"), csv("e", i -> "a")),
                Files.writeString(temporary.resolve("keys.json"), json(1) + json(2)),
                parquet(temporary.resolve("wide.parquet")));
    }

    private static String joined(int columns, IntFunction<String> column) {
        return IntStream.range(0, columns).mapToObj(column).collect(Collectors.joining(","));
    }

    private static String row(String id) {
        return id + ",Clicked,2024-03-01 11:00:00,I,G,N,1,Web,Inbound,0.5";
    }

    private static String csv(String id, IntFunction<String> column) {
        String values = "," + joined(COLUMNS, String::valueOf) + "\n";
        return NAMES + "," + joined(COLUMNS, column) + "\n" + row(id + 1) + values + row(id + 2) + values;
    }

    private static String json(int id) {
        String[] names = NAMES.split(",");
        String[] values = row("j" + id).split(",");
        return "{" + joined(names.length, i -> "\"" + names[i] + "\":\"" + values[i] + "\"") + ","
                + joined(COLUMNS, i -> "\"a" + i + "\":" + i) + "}\n";
    }

    private static Path parquet(Path file) throws SQLException {
        String[] names = NAMES.split(",");
        String[] values = row("p").split(",");
        String known = joined(names.length - 1, i -> "'" + values[i + 1] + "' AS " + names[i + 1]);
        try (Connection engine = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = engine.createStatement()) {
            statement.execute("COPY (SELECT 'p' || r AS " + names[0] + ", " + known + ", "
                    + joined(PARQUET_COLUMNS, i -> i + " AS a" + i) + " FROM range(2) n(r)) TO '" + file
                    + "' (FORMAT parquet)");
        }
        return file;
    }

    @Test
    void countByCommandLineAndByUpload() throws Exception {
        CaseStore store = CaseStore.in(temporary.resolve("by-command"));
        Object[] line = Stream.concat(Stream.of("import", "--data", store.data()), files.stream())
                .toArray();
        StartedProgram program = StartedProgram.start(temporary, StartedProgram.NO_LIMIT, line);
        assertThat(program.await()).as(program.said()).isZero();
        List<FileLine> lines = FileLine.of(new InstalledProgram.Outcome(0, program.said(), ""));
        assertThat(lines).extracting(FileLine::message).containsExactly(CSV, CSV + EQUAL, "-", "-");
        assertThat(lines).extracting(FileLine::kept).containsOnly(2L);
        assertThat(store.total("engagement").get("Count").asInt()).isEqualTo(8);
        try (InstalledProgram.Server server =
                InstalledProgram.serve(Optional.empty(), temporary.resolve("by-upload"), List.of())) {
            JsonNode job = Uploading.to(server).importing(files.get(1), files.get(2));
            assertThat(FileLine.of(job)).isEqualTo(lines.subList(1, 3));
        }
    }
}
