package com.cdhdashboard.duckdb;

import static com.cdhdashboard.core.cube.ValueType.BOOLEAN;
import static com.cdhdashboard.core.cube.ValueType.DATE;
import static com.cdhdashboard.core.cube.ValueType.INTEGER;
import static com.cdhdashboard.core.cube.ValueType.NUMBER;
import static com.cdhdashboard.core.cube.ValueType.TEXT;
import static com.cdhdashboard.core.cube.ValueType.TIMESTAMP;

import com.cdhdashboard.core.cube.ValueType;
import com.cdhdashboard.core.error.Position;
import com.cdhdashboard.core.expression.Expression;
import com.cdhdashboard.core.expression.read.Expressions;
import com.cdhdashboard.core.expression.sql.SqlCompiler;
import com.cdhdashboard.core.expression.text.Parsed;
import com.cdhdashboard.core.expression.text.SourceText;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A DuckDB in memory with a table of four rows of every type, and expressions run on it. */
final class TestingExpressions implements AutoCloseable {
    private final Connection connection;

    TestingExpressions() throws SQLException {
        connection = DriverManager.getConnection("jdbc:duckdb:");
        execute(
                "CREATE TABLE sample (s VARCHAR, s2 VARCHAR, n VARCHAR, i BIGINT, j BIGINT, f DOUBLE, g DOUBLE, h DOUBLE,"
                        + " b BOOLEAN, d DATE, t TIMESTAMP, z VARCHAR, \"a\"\"; DROP TABLE sample; --\" VARCHAR)");
        execute(
                "INSERT INTO sample VALUES"
                        + " ('abc', 'x', '12', 7, 2, 1.5, 0, -5.5, true, '2016-12-31', '2016-12-31 01:02:03.456',"
                        + " '20210127T132203.201 GMT', 'p'),"
                        + " ('', '2024-01-02', '2.5', -7, 2, 'NaN', 0, 1e-10, false, '2017-01-01', '2017-01-01 00:00:00',"
                        + " '20210127T132203 America/New_York', 'q'),"
                        + " ('héllo', 'y', ' 3', 0, 0, 0, 0, 2.5, null, null, null, 'nonsense', 'r'),"
                        + " (null, '2024-1-2', 'x', null, -3, null, 2, 15, true, '2020-02-29', '2020-02-29 23:59:59', null, null)");
        execute("SET enable_external_access = false");
        execute("SET lock_configuration = true");
    }

    static Map<String, ValueType> columns() {
        Map<String, ValueType> columns = new LinkedHashMap<>();
        List.of("s", "s2", "n", "z", "a\"; DROP TABLE sample; --").forEach(name -> columns.put(name, TEXT));
        List.of("i", "j").forEach(name -> columns.put(name, INTEGER));
        List.of("f", "g", "h").forEach(name -> columns.put(name, NUMBER));
        columns.put("b", BOOLEAN);
        columns.put("d", DATE);
        columns.put("t", TIMESTAMP);
        return columns;
    }

    static Parsed<Expression> parse(String text) {
        return Expressions.filter(new SourceText(text, new Position("test.toml", 1, 1), true));
    }

    static String sql(String text) {
        Parsed<Expression> parsed = parse(text);
        Expression expression = parsed.value()
                .orElseThrow(() -> new AssertionError(parsed.problems().toString()));
        return SqlCompiler.compile(expression, columns(), new DuckDbDialect());
    }

    /** The values of a SQL expression over the rows, and its SQL type first. */
    List<@Nullable Object> values(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT " + sql + " AS value FROM sample ORDER BY rowid")) {
            List<@Nullable Object> values = new ArrayList<>();
            values.add(rows.getMetaData().getColumnTypeName(1));
            while (rows.next()) {
                values.add(rows.getObject(1));
            }
            return values;
        }
    }

    /** One text that a query gives. */
    String text(String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
