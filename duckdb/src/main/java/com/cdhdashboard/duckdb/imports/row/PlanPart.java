package com.cdhdashboard.duckdb.imports.row;

import com.cdhdashboard.duckdb.Session;
import com.cdhdashboard.duckdb.Sql;
import com.cdhdashboard.duckdb.imports.late.LateArrivalBuffer;
import com.cdhdashboard.duckdb.summary.SummaryNames;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A plan that asks for a part of what another one does, as where metrics were taken out of the configuration or stand in
 * another order: rows that were kept by the other plan serve this one, too. Whether the metrics are defined alike is for
 * the {@link com.cdhdashboard.core.config.change.Definitions} to tell.
 *
 * @param copied columns of what rows are to metrics, with the column that holds the same
 * @param removed metrics of the earlier plan alone
 */
public record PlanPart(Map<String, String> copied, Set<String> removed) {
    private static final String ROLE = "role: ";
    private static final String CELLS = "cells of ";
    private static final String CUSTOMERS = "customers of ";
    private static final String INPUTS = "inputs: {";
    private static final List<String> LEFT_OUT = List.of(
            ROLE,
            CELLS,
            CUSTOMERS,
            PlanLines.DESCRIBED,
            PlanLines.KEPT,
            "calculated: ",
            "default: ",
            "event: ",
            "customer: ",
            INPUTS);
    private static final Pattern LIST = Pattern.compile(" IN \\(('(?:[^']|'')*'(?:, '(?:[^']|'')*')*)\\)");
    private static final Pattern TEXT = Pattern.compile("'(?:[^']|'')*'");

    /** Empty where the plan asks for anything that the earlier one does not, or for something in another way. */
    public static Optional<PlanPart> of(String earlier, String planned) {
        PlanLines lines = PlanLines.of(earlier, planned);
        if (!lines.before().stream().allMatch(line -> LEFT_OUT.stream().anyMatch(line::startsWith))) {
            return Optional.empty();
        }
        if (!lines.after().stream().allMatch(line -> line.startsWith(ROLE) || isPart(line, lines.before()))) {
            return Optional.empty();
        }
        Map<String, String> before = roles(earlier.lines().toList());
        Map<String, String> copied = new LinkedHashMap<>();
        for (Map.Entry<String, String> role : roles(lines.after()).entrySet()) {
            Optional<String> same = before.entrySet().stream()
                    .filter(other -> other.getValue().equals(role.getValue()))
                    .map(Map.Entry::getKey)
                    .findFirst();
            String own = before.getOrDefault(role.getKey(), role.getValue());
            if (same.isEmpty() || !own.equals(role.getValue())) {
                return Optional.empty();
            }
            if (!before.containsKey(role.getKey())) {
                copied.put(role.getKey(), same.get());
            }
        }
        return Optional.of(new PlanPart(copied, metrics(lines.before())));
    }

    /**
     * Whether two plans count a metric alike that both define in one way: its cells are made of the same columns, and what
     * expressions read is of the same types.
     */
    public static boolean countsAlike(String earlier, String planned, String metric) {
        Set<String> before = earlier.lines().collect(Collectors.toCollection(LinkedHashSet::new));
        Set<String> after = planned.lines().collect(Collectors.toCollection(LinkedHashSet::new));
        Set<String> cells = after.stream()
                .filter(line -> metrics(Set.of(line)).contains(metric))
                .collect(Collectors.toSet());
        Map<String, String> types = types(before);
        return !cells.isEmpty()
                && before.containsAll(cells)
                && types(after).entrySet().stream()
                        .allMatch(type -> types.getOrDefault(type.getKey(), type.getValue())
                                .equals(type.getValue()));
    }

    private static Map<String, String> types(Set<String> lines) {
        Map<String, String> types = new LinkedHashMap<>();
        lines.stream()
                .filter(line -> line.startsWith(INPUTS))
                .flatMap(line -> entries(line).stream())
                .forEach(entry -> types.put(
                        entry.substring(0, entry.lastIndexOf('=')), entry.substring(entry.lastIndexOf('=') + 1)));
        return types;
    }

    /** By the name of the column, with lists of outcomes in one order. */
    private static Map<String, String> roles(Collection<String> lines) {
        Map<String, String> roles = new LinkedHashMap<>();
        for (String line : lines) {
            int equals = line.indexOf(" = ");
            if (line.startsWith(ROLE) && equals > 0) {
                roles.put(line.substring(ROLE.length(), equals), sorted(line.substring(equals)));
            }
        }
        return roles;
    }

    private static String sorted(String sql) {
        return LIST.matcher(sql)
                .replaceAll(list -> Matcher.quoteReplacement(TEXT.matcher(list.group(1))
                        .results()
                        .map(text -> text.group())
                        .sorted()
                        .collect(Collectors.joining(", ", " IN (", ")"))));
    }

    private static boolean isPart(String line, Set<String> before) {
        if (line.startsWith(INPUTS)) {
            return before.stream()
                    .anyMatch(
                            other -> other.startsWith(INPUTS) && entries(other).containsAll(entries(line)));
        }
        if (line.startsWith("event: ") || line.startsWith("customer: ")) {
            String key = line.substring(0, line.indexOf(' '));
            return line.endsWith(": none")
                    || before.stream().anyMatch(other -> other.startsWith(key) && !other.endsWith(": none"));
        }
        return line.startsWith("calculated: uncounted:");
    }

    private static Set<String> entries(String line) {
        String all = line.substring(INPUTS.length(), line.length() - 1);
        return all.isEmpty() ? Set.of() : new TreeSet<>(Arrays.asList(all.split(", ", -1)));
    }

    /** The metrics of lines that the plan has no more: had one changed, its line would stand in both. */
    private static Set<String> metrics(Set<String> lines) {
        return lines.stream()
                .flatMap(line -> Stream.of(CELLS, CUSTOMERS, PlanLines.DESCRIBED)
                        .filter(line::startsWith)
                        .map(start -> line.substring(start.length(), line.indexOf(": ["))))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Brings the store into the form of the plan. */
    public void adopt(Session session) {
        copied.forEach((column, same) -> session.run(
                "ALTER TABLE " + LateArrivalBuffer.TABLE + " ADD COLUMN " + Sql.name(column) + " UTINYINT",
                "UPDATE " + LateArrivalBuffer.TABLE + " SET " + Sql.name(column) + " = " + Sql.name(same)));
        List<String> tables = session.list(
                "SELECT table_name FROM duckdb_tables() WHERE database_name = current_database() ORDER BY table_name",
                row -> row.getString(1));
        List<String> gone = new ArrayList<>();
        for (String metric : removed) {
            tables.stream().filter(table -> SummaryNames.isOf(metric, table)).forEach(gone::add);
            if (tables.contains("arm_subjects")) {
                session.update("DELETE FROM arm_subjects WHERE metric = ?", metric);
            }
        }
        gone.stream().distinct().forEach(table -> session.run("DROP TABLE " + Sql.name(table)));
    }
}
