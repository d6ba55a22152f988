package com.cdhdashboard.duckdb;

import com.cdhdashboard.core.error.UserException;
import com.cdhdashboard.core.ingest.ExecutedStatement;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/** One connection to a DuckDB instance, with SQL errors as unchecked exceptions. Not thread safe, but for {@link #cancel}. */
public final class Session implements AutoCloseable {
    /** The time to prepare a statement grows with the square of the number of values that are bound. */
    private static final int ROWS_AT_ONCE = 200;

    private final Connection connection;
    private volatile @Nullable Statement running;
    private Optional<Consumer<ExecutedStatement>> follower = Optional.empty();
    private String step = "";
    private Optional<String> secret = Optional.empty();

    private Session(Connection connection) {
        this.connection = connection;
    }

    /** Makes a value of a row. */
    @FunctionalInterface
    public interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** Opens an instance; {@code url} is a JDBC URL and {@code settings} are DuckDB's. */
    public static Session open(String url, Properties settings) {
        try {
            Properties all = new Properties();
            all.putAll(settings);
            all.setProperty("errors_as_json", "true");
            return new Session(DriverManager.getConnection(url, all));
        } catch (SQLException e) {
            throw DuckDbException.ofOpening(url, e);
        } catch (LinkageError e) {
            throw new UserException(
                    UserException.Kind.RESOURCES,
                    "the engine cannot be started, as its library cannot be unpacked into the temporary folder "
                            + System.getProperty("java.io.tmpdir")
                            + " or not be loaded from there. Make room for 100 MB"
                            + " there, or name another folder by CDHDASHBOARD_OPTS=-Djava.io.tmpdir=FOLDER",
                    e);
        }
    }

    /** Another connection to the same instance. */
    public Session duplicate() {
        try {
            return new Session(((DuckDBConnection) connection).duplicate());
        } catch (SQLException e) {
            throw new DuckDbException("opening another connection", e);
        }
    }

    /** Takes a row. */
    @FunctionalInterface
    public interface RowConsumer {
        void accept(ResultSet row) throws SQLException;
    }

    /** Tells of every statement from here on. */
    public void follow(Consumer<ExecutedStatement> told) {
        follower = Optional.of(told);
    }

    /** Keeps a text of the next statements from whoever follows, who is told {@code concealed} in its place. */
    public void conceal(String text) {
        secret = Optional.of(text);
    }

    private String told(String sql, Object[] values) {
        String bound = Sql.bound(sql, values);
        return secret.map(text -> bound.replace(text, "concealed")).orElse(bound);
    }

    /** Names what the next statements are for, to whoever follows. */
    public void step(String name) {
        step = name;
    }

    /** Runs statements one after another. */
    public void run(String... statements) {
        for (String sql : statements) {
            update(sql);
        }
    }

    /** Runs a statement with bound values and tells how many rows it changed. */
    public long update(String sql, Object... values) {
        return execute(sql, values, statement -> (long) statement.executeUpdate(), count -> count);
    }

    /** What is done with a statement. */
    @FunctionalInterface
    private interface Work<T> {
        T run(PreparedStatement statement) throws SQLException;
    }

    private <T> T execute(String sql, Object[] values, Work<T> work, ToLongFunction<T> rows) {
        long began = System.nanoTime();
        try (PreparedStatement statement = prepare(sql, values)) {
            T result = work.run(statement);
            Duration elapsed = Duration.ofNanos(System.nanoTime() - began);
            follower.ifPresent(told ->
                    told.accept(new ExecutedStatement(step, told(sql, values), elapsed, rows.applyAsLong(result))));
            return result;
        } catch (SQLException e) {
            throw new DuckDbException(sql, e);
        } finally {
            running = null;
        }
    }

    /**
     * Inserts rows of bound values.
     *
     * @param insert the statement as far as the table of values, such as {@code INSERT INTO t FROM }
     */
    public void insert(String insert, List<List<Object>> rows) {
        for (int from = 0; from < rows.size(); from += ROWS_AT_ONCE) {
            insertAtOnce(insert, rows.subList(from, Math.min(from + ROWS_AT_ONCE, rows.size())));
        }
    }

    private void insertAtOnce(String insert, List<List<Object>> rows) {
        String row = rows.get(0).stream().map(value -> "?").collect(Collectors.joining(", ", "(", ")"));
        String values = String.join(", ", Collections.nCopies(rows.size(), row));
        update(
                insert + "(VALUES " + values + ")",
                rows.stream().flatMap(List::stream).toArray());
    }

    /** All rows of a query. */
    public <T> List<T> list(String sql, RowReader<T> reader, Object... values) {
        List<T> result = new ArrayList<>();
        forEach(sql, row -> result.add(reader.read(row)), values);
        return result;
    }

    /** Hands each row of a query on, and keeps none. */
    public void forEach(String sql, RowConsumer consumer, Object... values) {
        Work<Long> read = statement -> {
            try (ResultSet rows = statement.executeQuery()) {
                long count = 0;
                for (; rows.next(); count++) {
                    consumer.accept(rows);
                }
                return count;
            }
        };
        execute(sql, values, read, count -> count);
    }

    /** The first row of a query. */
    public <T> Optional<T> first(String sql, RowReader<T> reader, Object... values) {
        return list(sql, reader, values).stream().findFirst();
    }

    /** The number that a query of one row and one column gives. */
    public long number(String sql, Object... values) {
        return first(sql, row -> row.getLong(1), values).orElseThrow();
    }

    /** Runs the work in a transaction: all of it, or nothing where it throws. */
    public void transaction(Runnable work) {
        run("BEGIN TRANSACTION");
        try {
            work.run();
        } catch (Throwable e) {
            rollBack(e);
            throw e;
        }
        run("COMMIT");
    }

    private void rollBack(Throwable cause) {
        try {
            run("ROLLBACK");
        } catch (DuckDbException e) {
            cause.addSuppressed(e);
        }
    }

    /** Ends the statement that runs on another thread, if one does. */
    public void cancel() {
        Statement statement = running;
        if (statement == null) {
            return;
        }
        try {
            statement.cancel();
        } catch (SQLException e) {
            throw new DuckDbException("cancelling", e);
        }
    }

    private PreparedStatement prepare(String sql, Object... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        running = statement;
        return statement;
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new DuckDbException("closing", e);
        }
    }
}
