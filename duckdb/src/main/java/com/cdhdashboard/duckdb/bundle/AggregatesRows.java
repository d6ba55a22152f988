package com.cdhdashboard.duckdb.bundle;

import com.cdhdashboard.core.aggregates.AggregateTable;
import com.cdhdashboard.core.aggregates.Digest;
import com.cdhdashboard.duckdb.Session;
import com.cdhdashboard.duckdb.Sql;
import com.cdhdashboard.duckdb.SqlTypes;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A table of aggregates as tables of the engine: {@code given}, its rows by their number with all columns but digests, and
 * {@code digests}, the values of all digests.
 */
final class AggregatesRows {
    private static final JsonFactory JSON = new JsonFactory();

    private final Session session;
    private final AggregateTable table;

    AggregatesRows(Session session, AggregateTable table) {
        this.session = session;
        this.table = table;
    }

    /** @param folder where rows are put aside on their way */
    void load(Path folder) {
        Path rows = folder.resolve("rows.ndjson");
        Path digests = folder.resolve("digests.ndjson");
        try {
            writeRows(rows);
            writeDigests(digests);
            List<String> types = new ArrayList<>(List.of("r: 'BIGINT'"));
            List<String> columns = new ArrayList<>(List.of("r AS \"row:\""));
            for (int i = 0; i < table.columns().size(); i++) {
                AggregateTable.Column column = table.columns().get(i);
                if (column.type().isPresent()) {
                    types.add("c" + i + ": '" + SqlTypes.name(column.type().get()) + "'");
                    columns.add("c" + i + " AS " + Sql.name(column.name()));
                }
            }
            session.run(
                    "CREATE OR REPLACE TEMP TABLE given AS SELECT " + String.join(", ", columns) + " FROM "
                            + json(rows, String.join(", ", types)),
                    "CREATE OR REPLACE TEMP TABLE digests AS SELECT r AS cell, c AS name, v AS value, n FROM "
                            + json(digests, "r: 'BIGINT', c: 'VARCHAR', v: 'DOUBLE', n: 'BIGINT'"));
            Files.delete(rows);
            Files.delete(digests);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String json(Path file, String types) {
        return "read_json(" + Sql.text(file.toString()) + ", columns = {" + types + "}, format = 'newline_delimited')";
    }

    private void writeRows(Path file) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file);
                JsonGenerator json = JSON.createGenerator(out).setRootValueSeparator(null)) {
            for (int row = 0; row < table.rows(); row++) {
                json.writeStartObject();
                json.writeNumberField("r", row);
                for (int i = 0; i < table.columns().size(); i++) {
                    Object value = table.columns().get(i).values().get(row);
                    if (value instanceof Number || value instanceof Boolean) {
                        json.writeFieldName("c" + i);
                        json.writeRawValue(String.valueOf(value));
                    } else if (value != null && !(value instanceof byte[])) {
                        json.writeStringField("c" + i, value.toString());
                    }
                }
                json.writeEndObject();
                json.writeRaw('\n');
            }
        }
    }

    private void writeDigests(Path file) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file);
                JsonGenerator json = JSON.createGenerator(out).setRootValueSeparator(null)) {
            for (AggregateTable.Column column : table.columns()) {
                for (int row = 0; isDigest(column.name()) && row < table.rows(); row++) {
                    if (column.values().get(row) instanceof byte[] bytes) {
                        Digest digest = Digest.read(table.metric() + "." + column.name() + ", row " + (row + 1), bytes);
                        for (Digest.Weighted value : digest.values()) {
                            json.writeStartObject();
                            json.writeNumberField("r", row);
                            json.writeStringField("c", column.name());
                            json.writeNumberField("v", value.value());
                            json.writeNumberField("n", value.rows());
                            json.writeEndObject();
                            json.writeRaw('\n');
                        }
                    }
                }
            }
        }
    }

    private static boolean isDigest(String column) {
        return column.startsWith("tdigest_") || column.endsWith("_tdigest");
    }
}
