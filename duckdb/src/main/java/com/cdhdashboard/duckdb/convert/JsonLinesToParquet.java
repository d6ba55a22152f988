package com.cdhdashboard.duckdb.convert;

import com.cdhdashboard.core.cube.Column;
import com.cdhdashboard.core.error.UserException;
import com.cdhdashboard.duckdb.Sql;
import com.cdhdashboard.duckdb.SqlTypes;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;

/** Turns files of JSON lines into parquet files with typed columns, rows in the same order. */
public final class JsonLinesToParquet implements AutoCloseable {
    private final Connection connection;

    private JsonLinesToParquet(Connection connection) {
        this.connection = connection;
    }

    /** Opens an engine that may read and write below {@code folder} only. */
    public static JsonLinesToParquet open(Path folder) {
        String allowed = folder.toAbsolutePath() + "/";
        try {
            Connection connection = DriverManager.getConnection("jdbc:duckdb:", new Properties());
            try (Statement statement = connection.createStatement()) {
                statement.execute("SET memory_limit = '1GB'");
                statement.execute("SET temp_directory = " + Sql.text(allowed + "spill"));
                statement.execute("SET allowed_directories = [" + Sql.text(allowed) + "]");
                statement.execute("SET enable_external_access = false");
                statement.execute("SET lock_configuration = true");
            }
            return new JsonLinesToParquet(connection);
        } catch (SQLException e) {
            throw failed(folder, e);
        }
    }

    /** Columns that a line lacks are null; a value that does not fit its column's type is an error. */
    public void convert(Path lines, Path parquet, List<Column> columns) {
        String types = columns.stream()
                .map(column -> Sql.text(column.name()) + ": " + Sql.text(SqlTypes.name(column.type())))
                .collect(Collectors.joining(", ", "{", "}"));
        String sql = "COPY (SELECT * FROM read_ndjson(" + Sql.text(path(lines)) + ", columns = " + types + ")) TO "
                + Sql.text(path(parquet)) + " (FORMAT parquet, COMPRESSION zstd)";
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw failed(parquet, e);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException("the engine did not close", e);
        }
    }

    private static String path(Path file) {
        return file.toAbsolutePath().toString();
    }

    private static UserException failed(Path file, SQLException cause) {
        return new UserException(
                UserException.Kind.RESOURCES,
                file + " could not be written as parquet. Is there enough room, and may you write there?",
                cause);
    }
}
