package com.cdhdashboard.bench.configuration;

import com.cdhdashboard.bench.process.Workbench;
import com.cdhdashboard.core.error.UserException;
import com.cdhdashboard.duckdb.store.StoreFolder;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;

/** The engine alone over the published file, without the program. */
final class EngineQueries implements AutoCloseable {
    private final Connection connection;

    EngineQueries(Path data) throws SQLException {
        StoreFolder folder = Workbench.cubes(data);
        Properties settings = new Properties();
        settings.setProperty("access_mode", "READ_ONLY");
        connection = DriverManager.getConnection(
                "jdbc:duckdb:" + folder.cubes(folder.currentVersion().orElseThrow()), settings);
    }

    /** Milliseconds until all rows of a query are read. */
    double milliseconds(String sql) throws SQLException {
        long start = System.nanoTime();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            boolean any = false;
            while (rows.next()) {
                any = true;
            }
            if (!any) {
                throw new UserException("The engine has no rows for " + sql);
            }
        }
        return (System.nanoTime() - start) / 1e6;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
