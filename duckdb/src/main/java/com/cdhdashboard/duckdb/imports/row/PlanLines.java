package com.cdhdashboard.duckdb.imports.row;

import com.cdhdashboard.core.config.Preparation;
import com.cdhdashboard.duckdb.Session;
import com.cdhdashboard.duckdb.Sql;
import com.cdhdashboard.duckdb.imports.column.ColumnSql;
import com.cdhdashboard.duckdb.summary.SummaryNames;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What has changed between two plans, line by line. While nothing is final of a metric that describes columns, it may
 * describe more of them: all is computed from rows of the buffer, where earlier ones have no value.
 */
public record PlanLines(Set<String> before, Set<String> after) {
    static final String KEPT = "kept: ";
    public static final String DESCRIBED = "described by ";

    public static PlanLines of(String earlier, String planned) {
        Set<String> before = earlier.lines().collect(Collectors.toCollection(LinkedHashSet::new));
        Set<String> after = planned.lines().collect(Collectors.toCollection(LinkedHashSet::new));
        Set<String> same = new LinkedHashSet<>(before);
        same.retainAll(after);
        before.removeAll(same);
        after.removeAll(same);
        return new PlanLines(before, after);
    }

    /** A line for each default that is put into a column. */
    public static Stream<String> defaults(Preparation preparation, List<ColumnSql> defaulted) {
        return new TreeMap<>(preparation.defaultValues())
                .entrySet().stream()
                        .filter(entry -> defaulted.stream()
                                .anyMatch(column -> column.name().equals(entry.getKey())))
                        .map(entry -> "default: " + entry);
    }

    /** Whether rows of both plans can be used together. */
    public boolean fit(Session session) {
        return described(before).equals(described(after))
                && before.stream().allMatch(line -> line.startsWith(DESCRIBED))
                && after.stream().allMatch(line -> line.startsWith(DESCRIBED) || line.startsWith(KEPT))
                && described(after).stream().allMatch(metric -> hasNothing(session, finalised(metric)));
    }

    /** Drops what was made for the columns that metrics described before, in which nothing is. */
    public void drop(Session session) {
        for (String metric : described(after)) {
            session.run(
                    "DROP TABLE IF EXISTS " + Sql.name(finalised(metric)),
                    "DROP TABLE IF EXISTS " + Sql.name(SummaryNames.values(metric)));
        }
    }

    private static Set<String> described(Set<String> lines) {
        return lines.stream()
                .filter(line -> line.startsWith(DESCRIBED))
                .map(line -> line.substring(DESCRIBED.length(), line.indexOf(':')))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static String finalised(String metric) {
        return "settled:" + metric;
    }

    private static boolean hasNothing(Session session, String table) {
        List<String> tables = session.list(
                "SELECT table_name FROM duckdb_tables() WHERE table_name = ? AND database_name = current_database()",
                row -> row.getString(1),
                table);
        return tables.isEmpty() || session.number("SELECT count(*) FROM " + Sql.name(table)) == 0;
    }
}
