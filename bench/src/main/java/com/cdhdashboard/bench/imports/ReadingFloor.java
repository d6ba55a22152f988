package com.cdhdashboard.bench.imports;

import com.cdhdashboard.core.config.ImportLimits;
import com.cdhdashboard.duckdb.EngineLimits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The least work an import can do: every value of the columns it needs is read once, and nothing is done with it, or what
 * is computed is computed by hand. A program of its own, as the import is one; prints the number of rows.
 */
public final class ReadingFloor {
    /** What the metrics of the measured imports need, by name with the type of the engine. */
    enum Columns {
        INTERACTIONS(
                "pxInteractionID VARCHAR",
                "pyChannel VARCHAR",
                "PlacementType VARCHAR",
                "PropensitySource VARCHAR",
                "pyIssue VARCHAR",
                "pyGroup VARCHAR",
                "pyName VARCHAR",
                "pxRank BIGINT",
                "ModelControlGroup VARCHAR",
                "ConversionEventID VARCHAR",
                "Revenue DOUBLE",
                "pyOutcome VARCHAR",
                "pxOutcomeTime VARCHAR"),
        HOLDINGS(
                "CustomerID VARCHAR",
                "CustomerType VARCHAR",
                "ControlGroup VARCHAR",
                "HoldingID VARCHAR",
                "PurchasedDate VARCHAR",
                "OneTimeCost DOUBLE"),
        /** Of {@link HandWrittenScript}. */
        FAMILIES(
                "pxInteractionID VARCHAR",
                "pySubjectID VARCHAR",
                "pyChannel VARCHAR",
                "PlacementType VARCHAR",
                "PropensitySource VARCHAR",
                "pyIssue VARCHAR",
                "pyGroup VARCHAR",
                "pyName VARCHAR",
                "pxRank BIGINT",
                "pyPropensity DOUBLE",
                "FinalPropensity DOUBLE",
                "pxPriority DOUBLE",
                "ModelControlGroup VARCHAR",
                "ExperimentName VARCHAR",
                "ExperimentGroup VARCHAR",
                "pxDecisionTime VARCHAR",
                "ConversionEventID VARCHAR",
                "Revenue DOUBLE",
                "pyOutcome VARCHAR",
                "pxOutcomeTime VARCHAR");

        private final List<String> columns;

        Columns(String... columns) {
            this.columns = List.of(columns);
        }

        private String names() {
            return columns.stream()
                    .map(column -> column.substring(0, column.indexOf(' ')))
                    .collect(Collectors.joining(", "));
        }

        private String types() {
            return columns.stream()
                    .map(column -> "'" + column.replace(" ", "': '") + "'")
                    .collect(Collectors.joining(", ", "{", "}"));
        }
    }

    private ReadingFloor() {}

    /** Arguments: which columns, the folder of the export, and an empty one for what is unpacked. */
    public static void main(String[] arguments) throws IOException, SQLException {
        EngineLimits limits = EngineLimits.forImporting(ImportLimits.DEFAULT.memoryMegabytes());
        Columns columns = Columns.valueOf(arguments[0]);
        List<Path> files = files(Path.of(arguments[1]));
        boolean parquet = files.get(0).toString().endsWith(".parquet");
        List<Path> readable = parquet ? files : unpack(files, Path.of(arguments[2]), limits.threads());
        System.out.println(read(columns, source(columns, readable, parquet), Path.of(arguments[2]), limits));
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static List<Path> unpack(List<Path> archives, Path folder, int threads) {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<List<Path>>> running = new ArrayList<>();
            for (Path archive : archives) {
                running.add(pool.submit(() -> unpack(archive, folder)));
            }
            List<Path> members = new ArrayList<>();
            for (Future<List<Path>> one : running) {
                members.addAll(one.get());
            }
            return members;
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        } finally {
            pool.shutdownNow();
        }
    }

    private static List<Path> unpack(Path archive, Path folder) throws IOException {
        List<Path> members = new ArrayList<>();
        try (ZipFile zip = new ZipFile(archive.toFile())) {
            Enumeration<? extends ZipEntry> entries = zip.entries();
            while (entries.hasMoreElements()) {
                // Named by number: a name from an archive must not decide where anything is written.
                Path member = folder.resolve(archive.getFileName() + "-" + members.size() + ".json");
                Files.copy(zip.getInputStream(entries.nextElement()), member);
                members.add(member);
            }
        }
        return members;
    }

    private static String source(Columns columns, List<Path> files, boolean parquet) {
        String list = files.stream()
                .map(file -> "'" + file.toString().replace("'", "''") + "'")
                .collect(Collectors.joining(", ", "[", "]"));
        return parquet
                ? "read_parquet(" + list + ")"
                : "read_json(" + list + ", columns = " + columns.types()
                        + ", format = 'newline_delimited', records = true)";
    }

    private static long read(Columns columns, String source, Path folder, EngineLimits limits) throws SQLException {
        boolean scripted = columns == Columns.FAMILIES;
        String database = scripted ? folder.resolve("floor.duckdb").toString() : "";
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + database);
                Statement statement = connection.createStatement()) {
            statement.execute("SET threads = " + limits.threads());
            statement.execute("SET memory_limit = '" + limits.memoryMegabytes() + "MB'");
            if (scripted) {
                HandWrittenScript.run(statement, source);
                return number(statement, HandWrittenScript.ROWS);
            }
            // A hash of all columns: no statistics of the file can stand in for reading them.
            return number(statement, "SELECT count(*), bit_xor(hash(" + columns.names() + ")) FROM " + source);
        }
    }

    private static long number(Statement statement, String sql) throws SQLException {
        try (ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
