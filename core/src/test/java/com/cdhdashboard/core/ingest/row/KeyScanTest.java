package com.cdhdashboard.core.ingest.row;

import static org.assertj.core.api.Assertions.assertThat;

import com.cdhdashboard.core.ingest.find.SourceFile;
import com.cdhdashboard.core.ingest.format.Format;
import com.cdhdashboard.core.ingest.format.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A scan and a parser come to the same columns, whatever the rows look like and wherever a buffer ends. */
class KeyScanTest {
    private static final String[] KEYS = {"a", "pxRank", "pyOutcome", "pxInteractionID", "x".repeat(30), "é", "q\\\"r"};
    private static final String[] VALUES = {
        "null",
        "true",
        "false",
        "0",
        "-12",
        "1.5e-3",
        "9007199254740993",
        "99999999999999999999",
        "\"\"",
        "\"a\\\"b\"",
        "\"c\\\\\"",
        "\" : {\"",
        "{\"in\":[1,\"}\"]}",
        "[]",
        "\"" + "y".repeat(200) + "\""
    };

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void comesToWhatAParserDoes(int seed) throws IOException {
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder();
        for (int row = 0; row < 6_000; row++) {
            text.append(row(random, seed % 2 == 0 ? KEYS.length : KEYS.length - 1));
        }
        Path file = Files.writeString(folder.resolve("x.json"), text);
        Part part = new Part(
                new SourceFile(file, "x.json", Files.size(file), Instant.EPOCH),
                "",
                Format.NDJSON,
                file,
                1,
                OptionalLong.empty(),
                false);
        assertThat(withNulls(KeyScan.columns(part)))
                .isEqualTo(withNulls(ColumnProfiles.columns(part, Integer.MAX_VALUE)));
    }

    /** That a column has no value somewhere is of no interest. */
    private static Map<String, ColumnProfile> withNulls(Map<String, ColumnProfile> columns) {
        Map<String, ColumnProfile> all = new LinkedHashMap<>();
        columns.forEach((name, kinds) ->
                all.put(name, kinds.mergeWith(new ColumnProfile(EnumSet.of(ColumnProfile.Kind.NULL)))));
        return all;
    }

    private static String row(Random random, int keys) {
        StringBuilder row = new StringBuilder("{");
        for (int key = 0; key < keys; key++) {
            if (random.nextInt(10) > 0) {
                String space = random.nextInt(20) == 0 ? " " : "";
                row.append(row.length() > 1 ? "," : "").append(space);
                row.append('"')
                        .append(KEYS[key])
                        .append('"')
                        .append(space)
                        .append(':')
                        .append(space);
                row.append(VALUES[(key * 3 + random.nextInt(3 + random.nextInt(6))) % VALUES.length])
                        .append(space);
            }
        }
        return row.append("}").append(random.nextInt(50) == 0 ? "\r\n\n" : "\n").toString();
    }
}
