package com.cdhdashboard.duckdb.bundle;

import com.cdhdashboard.core.bundle.BundleColumn;
import com.cdhdashboard.core.bundle.DayRange;
import com.cdhdashboard.core.bundle.Manifest;
import com.cdhdashboard.core.cube.ValueType;
import com.cdhdashboard.core.error.UserException;
import com.cdhdashboard.core.ingest.archive.UnpackLimits;
import com.cdhdashboard.duckdb.DuckDbException;
import com.cdhdashboard.duckdb.Session;
import com.cdhdashboard.duckdb.Sql;
import com.cdhdashboard.duckdb.SqlTypes;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Takes a parquet file of a bundle into a table of the store, as far as it is what the manifest says. */
final class ParquetTable {
    private static final int BYTES_OF_A_VALUE = 8;

    private final Session session;
    private final UnpackLimits limits;

    ParquetTable(Session session, UnpackLimits limits) {
        this.session = session;
        this.limits = limits;
    }

    /**
     * Makes a table of the file.
     *
     * @param table its name, not quoted
     * @param columns which of those of the file it has, in their order
     */
    void take(Manifest.TableFile said, Path file, String table, List<BundleColumn> columns) {
        try {
            requireRows(said, file);
            Map<String, String> types = types(said, file);
            List<String> selected = new ArrayList<>();
            for (BundleColumn column : columns) {
                requireType(said, column, types.getOrDefault(column.name(), "missing"));
                selected.add("CAST(" + Sql.name(column.name()) + " AS " + typeOf(column) + ") AS "
                        + Sql.name(column.name()));
            }
            session.run("CREATE TABLE " + Sql.name(table) + " AS SELECT " + String.join(", ", selected)
                    + " FROM read_parquet(" + Sql.text(file.toString()) + ", hive_partitioning = false)");
        } catch (DuckDbException e) {
            if (!e.isBadInput()) {
                throw e;
            }
            throw new UserException(
                    UserException.Kind.USER,
                    said.member().name() + " cannot be read as parquet ("
                            + e.shortMessage()
                                    .replace(file.toString(), said.member().name())
                            + "); export the bundle again",
                    e);
        }
    }

    private static String typeOf(BundleColumn column) {
        return column.role() == BundleColumn.Role.CELL ? "INTEGER" : SqlTypes.name(column.type());
    }

    /** A few bytes can say that there are a billion equal rows. */
    private void requireRows(Manifest.TableFile said, Path file) {
        long rows = session.number("SELECT num_rows FROM parquet_file_metadata(" + Sql.text(file.toString()) + ")");
        if (rows != said.rows()) {
            throw new UserException(said.member().name() + " has " + rows + " rows, its manifest says " + said.rows()
                    + "; export the bundle again");
        }
        int width = said.columns().size() * BYTES_OF_A_VALUE;
        long most = Math.max(
                UnpackLimits.RATIO_FROM_BYTES, Math.multiplyExact(said.member().bytes(), (long) limits.maxRatio()));
        if (!(rows <= Math.min(most, limits.maxBytes()) / Math.max(1, width))) {
            throw new UserException(said.member().name() + " has " + rows + " rows of "
                    + said.columns().size() + " columns in " + said.member().bytes()
                    + " bytes, more than an honest table of this size holds");
        }
    }

    private Map<String, String> types(Manifest.TableFile said, Path file) {
        Map<String, String> types = new LinkedHashMap<>();
        session.forEach(
                "DESCRIBE SELECT * FROM read_parquet(" + Sql.text(file.toString()) + ", hive_partitioning = false)",
                row -> types.put(row.getString(1), row.getString(2)));
        List<String> named = said.columns().stream().map(BundleColumn::name).toList();
        for (String name : types.keySet()) {
            if (!named.contains(name)) {
                throw new UserException(said.member().name() + " has the column \"" + name
                        + "\", which its manifest does not name; export the bundle again");
            }
        }
        return types;
    }

    private static void requireType(Manifest.TableFile said, BundleColumn column, String type) {
        ValueType found = SqlTypes.of(type);
        boolean fits = !type.equals("missing")
                && (found == column.type() || (column.type() == ValueType.NUMBER && found == ValueType.INTEGER));
        if (!fits || (column.type() == ValueType.TEXT && !type.equals("VARCHAR"))) {
            throw new UserException(said.member().name() + ": the column \"" + column.name() + "\" is " + type
                    + ", expected " + SqlTypes.name(column.type()) + "; export the bundle again");
        }
    }

    /** What every row of a table has to be. */
    record Rule(String column, String condition, String expected) {
        /** A rule of a column of days. */
        static Rule within(String column, List<DayRange> days, String expected) {
            return new Rule(
                    column,
                    days.stream()
                            .map(range -> Sql.name(column) + " BETWEEN DATE '" + range.first() + "' AND DATE '"
                                    + range.last() + "'")
                            .collect(Collectors.joining(" OR ")),
                    expected);
        }
    }

    /** Refuses a table with a row that is not as it has to be, by the first of them. */
    void require(Manifest.TableFile said, String table, List<Rule> rules) {
        if (rules.isEmpty()) {
            return;
        }
        String firsts = rules.stream()
                .map(rule -> "min(rowid) FILTER (NOT coalesce(" + rule.condition() + ", false)) - min(rowid)")
                .collect(Collectors.joining(", "));
        session.forEach("SELECT " + firsts + " FROM " + Sql.name(table), row -> {
            for (int i = 0; i < rules.size(); i++) {
                long first = row.getLong(i + 1);
                if (!row.wasNull()) {
                    throw new UserException(said.member().name() + ", row " + (first + 1) + ": "
                            + rules.get(i).column() + " should be "
                            + rules.get(i).expected()
                            + "; export the bundle again");
                }
            }
        });
    }

    /** Refuses a table for which a query gives any row. */
    void requireNone(Manifest.TableFile said, String query, String fault) {
        if (session.number("SELECT count(*) FROM (" + query + ")") > 0) {
            throw new UserException(said.member().name() + ": " + fault + "; export the bundle again");
        }
    }
}
