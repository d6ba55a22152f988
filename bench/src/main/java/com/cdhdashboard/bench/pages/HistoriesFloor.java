package com.cdhdashboard.bench.pages;

import com.cdhdashboard.bench.process.Child;
import com.cdhdashboard.bench.process.Workbench;
import com.cdhdashboard.duckdb.EngineLimits;
import com.cdhdashboard.duckdb.store.StoreFolder;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The least a fit can do: the engine puts customers of equal history together, once. A program of its own; prints the
 * number of histories, and the seconds it took after the start of the Java machine.
 */
final class HistoriesFloor {
    static final String WORDS = "the engine alone puts customers of equal history together, once";

    private HistoriesFloor() {}

    /** Argument: the data folder. */
    public static void main(String[] arguments) throws SQLException {
        EngineLimits limits = EngineLimits.forReading();
        StoreFolder folder = new StoreFolder(Workbench.holdings(Path.of(arguments[0])));
        Path file = folder.cubes(folder.currentVersion().orElseThrow());
        long start = System.nanoTime();
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute("SET threads = " + limits.threads());
            statement.execute("SET memory_limit = '" + limits.memoryMegabytes() + "MB'");
            statement.execute("ATTACH '" + file.toString().replace("'", "''") + "' AS store (READ_ONLY)");
            try (ResultSet row = statement.executeQuery("SELECT count(*), sum(customers), sum(spent) FROM (SELECT"
                    + " frequency, recency, tenure, count(*) AS customers, sum(monetary_value) AS spent FROM"
                    + " store.\"customers:clv\" GROUP BY ALL)")) {
                row.next();
                System.out.println(row.getLong(1) + " histories");
            }
        }
        System.out.println((System.nanoTime() - start) / 1e9);
    }

    /** The seconds that a run printed. */
    static double seconds(Child run) {
        return run.output()
                .lines()
                .reduce((before, last) -> last)
                .map(Double::parseDouble)
                .orElseThrow();
    }
}
