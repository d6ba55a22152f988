package com.cdhdashboard.app.endtoend;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipFile;

/** The rows of an export as they stand in its file, counted with nothing but the engine's own reading of JSON. */
record ExportRows(Path json) {
    private static final String COUNTED = """
            SELECT CASE WHEN pyName LIKE 'UPlus%' THEN 'Own' ELSE 'Partner' END AS product,
                   count(*) AS interactions,
                   count(*) FILTER (pyOutcome <> 'NoResponse') AS clicks
            FROM read_json(?, format = 'newline_delimited',
                           columns = {pyChannel: 'VARCHAR', pyName: 'VARCHAR', pyOutcome: 'VARCHAR'})
            WHERE pyChannel = ? AND pyOutcome IN ('Clicked', 'Accepted', 'Accept', 'NoResponse')
            GROUP BY product
            """;

    /** What was counted of a product. */
    record Counts(long interactions, long clicks) {
        double percent() {
            return 100.0 * clicks / interactions;
        }

        Counts and(Counts other) {
            return new Counts(interactions + other.interactions, clicks + other.clicks);
        }
    }

    /** Unpacks an export of one member. */
    static ExportRows of(Path export, Path unpacked) throws IOException {
        try (ZipFile zip = new ZipFile(export.toFile());
                InputStream content = zip.getInputStream(zip.entries().nextElement())) {
            Files.copy(content, unpacked);
        }
        return new ExportRows(unpacked);
    }

    /** Of a channel, by product; who rejected an offer is left out. */
    Map<String, Counts> products(String channel) throws SQLException {
        Map<String, Counts> products = new TreeMap<>();
        try (Connection engine = DriverManager.getConnection("jdbc:duckdb:");
                PreparedStatement statement = engine.prepareStatement(COUNTED)) {
            statement.setString(1, json.toString());
            statement.setString(2, channel);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    products.put(row.getString(1), new Counts(row.getLong(2), row.getLong(3)));
                }
            }
        }
        return products;
    }
}
