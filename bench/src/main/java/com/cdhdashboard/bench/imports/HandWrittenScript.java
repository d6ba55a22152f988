package com.cdhdashboard.bench.imports;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.sql.Statement;

/** {@code families.sql}: the numbers of the five families as one would write them by hand for the engine. */
final class HandWrittenScript {
    /** How many rows count after it ran: those that are not filtered and repeat no other. */
    static final String ROWS = "SELECT count(*) FROM unrepeated";

    private static final String NAME = "families.sql";

    private HandWrittenScript() {}

    /** Runs it over a source of rows. */
    static void run(Statement statement, String source) throws SQLException {
        statement.execute("CREATE TEMP VIEW exported AS SELECT * FROM " + source);
        for (String sql : text().split(";\n")) {
            if (!sql.isBlank()) {
                statement.execute(sql);
            }
        }
    }

    private static String text() {
        try (InputStream script = HandWrittenScript.class.getResourceAsStream(NAME)) {
            if (script == null) {
                throw new IllegalStateException(NAME + " is missing");
            }
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
