package com.cdhdashboard.duckdb.store;

import com.cdhdashboard.core.error.UserException;
import com.cdhdashboard.duckdb.EngineLimits;
import com.cdhdashboard.duckdb.Session;
import com.cdhdashboard.duckdb.Sql;
import com.cdhdashboard.duckdb.SqlTemplate;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The database that imports stage rows in. While it is open, its engine may read the files of the import and write
 * below the store's folder, and nothing else.
 */
public final class StagingDatabase implements AutoCloseable {
    private static final int FORMAT = 5;

    /** The three headers of 4,096 bytes that the engine writes, one after the other, as it makes a database. */
    private static final long FEWEST_BYTES = 3 * 4096;

    private final StoreFolder folder;
    private final EngineLimits limits;
    private final Session session;
    private Optional<String> definitions = Optional.empty();

    private StagingDatabase(StoreFolder folder, EngineLimits limits, Session session) {
        this.folder = folder;
        this.limits = limits;
        this.session = session;
    }

    /**
     * Opens the database, and makes it where there is none.
     *
     * @param readable folders and files the engine may read
     */
    public static StagingDatabase open(StoreFolder folder, EngineLimits limits, List<Path> readable) {
        return open(folder, limits, readable, session -> {});
    }

    /** Opens the database as {@link #open(StoreFolder, EngineLimits, List)} does, for someone who prepares its session. */
    public static StagingDatabase open(
            StoreFolder folder, EngineLimits limits, List<Path> readable, Consumer<Session> prepared) {
        try {
            Files.createDirectories(folder.spool());
            Files.createDirectories(folder.overflow());
            removeUnfinished(folder.database());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Session session = Session.open("jdbc:duckdb:" + folder.database(), settings(folder, limits));
        try {
            session.run("SET TimeZone = 'UTC'");
            lock(session, folder, readable);
            prepared.accept(session);
            StagingDatabase database = new StagingDatabase(folder, limits, session);
            database.requireFormat();
            session.transaction(database::createTables);
            return database;
        } catch (RuntimeException e) {
            session.close();
            throw e;
        }
    }

    /** Whoever began to make a file this short was killed over it; the engine would refuse it, though nothing can be in it. */
    private static void removeUnfinished(Path database) throws IOException {
        if (Files.exists(database) && Files.size(database) < FEWEST_BYTES) {
            Files.delete(database);
        }
    }

    private static Properties settings(StoreFolder folder, EngineLimits limits) {
        Properties settings = new Properties();
        settings.setProperty("threads", Integer.toString(limits.threads()));
        settings.setProperty("memory_limit", limits.memoryMegabytes() + "MB");
        settings.setProperty("temp_directory", folder.overflow().toString());
        settings.setProperty("autoinstall_known_extensions", "false");
        settings.setProperty("autoload_known_extensions", "false");
        // By what a damaged parquet file says of its values, the engine would leave out checks of the values themselves
        settings.setProperty("disabled_optimizers", "statistics_propagation");
        return settings;
    }

    private static void lock(Session session, StoreFolder folder, List<Path> readable) {
        Map<Boolean, List<String>> paths = Stream.concat(Stream.of(folder.root()), readable.stream())
                .map(path -> path.toAbsolutePath().normalize())
                .distinct()
                .collect(Collectors.partitioningBy(
                        Files::isDirectory,
                        Collectors.mapping(path -> Sql.text(path.toString()), Collectors.toList())));
        session.run(
                "SET allowed_directories = " + paths.get(true),
                "SET allowed_paths = " + paths.get(false),
                "SET enable_external_access = false",
                "SET lock_configuration = true");
    }

    private void requireFormat() {
        boolean made = session.number("SELECT count(*) FROM duckdb_tables() WHERE table_name = 'store'") > 0;
        List<Integer> formats = made ? session.list("SELECT format FROM store", row -> row.getInt(1)) : List.of();
        for (int format : formats) {
            if (format != FORMAT) {
                throw new UserException("the store " + folder.root() + " has format " + format
                        + ", this program reads format " + FORMAT
                        + "; use the program that made it, or remove the folder and import again");
            }
        }
    }

    private void createTables() {
        createTable("store", """
                format INTEGER, version BIGINT, salt VARCHAR, plan VARCHAR, first_day DATE, last_day DATE""");
        createTable("files", """
                id INTEGER, name VARCHAR, size BIGINT, hash VARCHAR, imported_at TIMESTAMP,
                committed BOOLEAN, published BOOLEAN, settled BOOLEAN,
                read BIGINT, filtered BIGINT, repeated BIGINT, rejected BIGINT, kept BIGINT""");
        createTable("file_days", """
                "file" INTEGER, decided DATE, answered DATE,
                undecided BOOLEAN, ahead BOOLEAN, late BOOLEAN, again BOOLEAN, n BIGINT""");
        createTable("final_days", "decided DATE");
        createTable("again_events", "\"file\" INTEGER, \"event\" UHUGEINT");
        createTable("days_counted_twice", "day DATE");
        createTable("file_folders", "id INTEGER, folder VARCHAR");
        createTable("file_options", "id INTEGER, name VARCHAR, text VARCHAR");
        createTable("source_columns", "place INTEGER, name VARCHAR, type VARCHAR, quoted BOOLEAN, large BOOLEAN");
        createTable("notes", "place INTEGER, text VARCHAR");
        createTable("definitions", "metric VARCHAR, family VARCHAR, key VARCHAR, value VARCHAR");
        BundleLedger.TABLES.forEach(this::createTable);
        createTable("sample_rows", "\"file\" INTEGER, \"key\" BIGINT, \"content\" VARCHAR");
        if (session.number("SELECT count(*) FROM store") == 0) {
            byte[] random = new byte[16];
            new SecureRandom().nextBytes(random);
            String salt = HexFormat.of().formatHex(random);
            session.conceal(salt);
            session.update("INSERT INTO store VALUES (?, 0, ?, NULL, NULL, NULL)", FORMAT, salt);
        }
    }

    private void createTable(String name, String columns) {
        session.run(
                SqlTemplate.of("""
                CREATE TABLE IF NOT EXISTS ${name} (
                    ${columns}
                )""").with("name", name).with("columns", columns).sql());
    }

    /**
     * Removes what imports left behind that ended without a row to keep: names and types of columns, the plan. They came
     * from files that were of no use, and would bind the files that are.
     */
    public void forgetTraces() {
        boolean any = session.number("SELECT (SELECT count(*) FROM source_columns) + (SELECT count(*) FROM files)"
                        + " + (SELECT count(*) FROM store WHERE plan IS NOT NULL)")
                > 0;
        if (any) {
            clear();
        }
    }

    /** Counts on from a version published by an earlier database of this folder. */
    public void countVersionsFrom(long version) {
        session.update("UPDATE store SET version = ? WHERE version < ?", version, version);
    }

    /** Removes all rows that were imported; bundles stay, and the published version until the next is published. */
    public void clear() {
        session.transaction(() -> {
            session
                    .list(
                            "SELECT table_name FROM duckdb_tables() WHERE database_name = current_database()",
                            row -> row.getString(1))
                    .stream()
                    .filter(table -> !BundleLedger.isOfBundles(table))
                    .forEach(table -> session.run(
                            table.equals("store")
                                    ? "UPDATE store SET plan = NULL, first_day = NULL, last_day = NULL"
                                    : "DROP TABLE " + Sql.name(table)));
            createTables();
        });
    }

    /** How rows were prepared in earlier imports; absent where there are none. */
    public Optional<String> plan() {
        return session.first("SELECT plan FROM store WHERE plan IS NOT NULL", row -> row.getString(1));
    }

    /**
     * Checks that rows are prepared as in earlier imports.
     *
     * @param sections of the configuration that the plan follows from, for the message
     * @throws UserException where the configuration or the program has changed in a way that cubes depend on
     */
    public void requirePlan(String plan, String sections) {
        if (plan().filter(earlier -> !earlier.equals(plan)).isPresent()) {
            throw new UserException("the configuration of " + sections
                    + " or the version of this program has changed since data were imported into " + folder.root()
                    + "; import all files anew with --remove-existing, or use the earlier configuration and version");
        }
    }

    /** Remembers how rows are prepared from here on. */
    public void setPlan(String plan) {
        session.update("UPDATE store SET plan = ?", plan);
    }

    /** How what is published from here on is defined, as text. */
    public void define(String text) {
        definitions = Optional.of(text);
    }

    Optional<String> definitions() {
        return definitions;
    }

    public Session session() {
        return session;
    }

    /** What its engine may use. */
    public EngineLimits limits() {
        return limits;
    }

    public StoreFolder folder() {
        return folder;
    }

    /** The number of the version staged last; 0 before the first. */
    public long version() {
        return session.number("SELECT version FROM store");
    }

    /** The secret that customer ids are hashed with in this store. */
    public String salt() {
        String salt =
                session.first("SELECT salt FROM store", row -> row.getString(1)).orElseThrow();
        session.conceal(salt);
        return salt;
    }

    @Override
    public void close() {
        session.close();
    }
}
