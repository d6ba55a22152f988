package com.cdhdashboard.bench.small;

import com.cdhdashboard.duckdb.store.StoreFolder;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.Properties;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** The engine alone over the same file: what a roll-up costs at least. */
@State(Scope.Benchmark)
public class EngineState {
    private static final String SQL = """
            SELECT count(*), sum(c) FROM (
                SELECT "Day", "Channel", "ModelControlGroup", count(*) AS c, sum("Positives"), sum("Negatives")
                FROM "cube:engagement" GROUP BY 1, 2, 3)
            """;

    private Optional<Connection> connection = Optional.empty();

    @Setup(Level.Trial)
    public void open() throws SQLException {
        StoreFolder folder =
                new StoreFolder(Path.of(System.getProperty(CubeState.DATA)).resolve("bench"));
        Path file = folder.cubes(folder.currentVersion().orElseThrow());
        Properties settings = new Properties();
        settings.setProperty("access_mode", "READ_ONLY");
        connection = Optional.of(DriverManager.getConnection("jdbc:duckdb:" + file, settings));
    }

    long rollUp() {
        try (Statement statement = connection.orElseThrow().createStatement();
                ResultSet row = statement.executeQuery(SQL)) {
            row.next();
            return row.getLong(2);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @TearDown(Level.Trial)
    public void close() throws SQLException {
        connection.orElseThrow().close();
    }
}
