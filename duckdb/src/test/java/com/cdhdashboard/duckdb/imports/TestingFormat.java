package com.cdhdashboard.duckdb.imports;

import com.cdhdashboard.duckdb.Session;
import com.cdhdashboard.duckdb.Sql;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The formats that rows come in. Values are given as they stand in JSON: {@code "a"}, {@code 7.0}, {@code true}; each
 * format writes them as it writes texts, numbers and truth values.
 */
enum TestingFormat {
    NDJSON("json") {
        @Override
        void write(Path file, List<Map<String, String>> rows) throws IOException {
            Files.writeString(file, objects(rows, "\n"));
        }
    },
    JSON("json") {
        @Override
        void write(Path file, List<Map<String, String>> rows) throws IOException {
            Files.writeString(file, "[" + objects(rows, ",\n") + "]");
        }
    },
    CSV("csv") {
        @Override
        void write(Path file, List<Map<String, String>> rows) throws IOException {
            Set<String> names = names(rows);
            String lines = rows.stream()
                    .map(row -> names.stream()
                            .map(name -> row.getOrDefault(name, "").replace("\"", ""))
                            .collect(Collectors.joining(";", "", "\n")))
                    .collect(Collectors.joining());
            Files.writeString(file, String.join(";", names) + "\n" + lines);
        }
    },
    WORKBOOK("xlsx") {
        @Override
        void write(Path file, List<Map<String, String>> rows) throws IOException {
            Set<String> names = names(rows);
            String header = cells(names, name -> '"' + name + '"');
            String sheet = rows.stream()
                    .map(row -> cells(names, name -> row.getOrDefault(name, "null")))
                    .collect(Collectors.joining());
            TestingWorkbook.write(file, header + sheet);
        }
    },
    /** Columns have the engine's type of their values. */
    PARQUET("parquet") {
        @Override
        void write(Path file, List<Map<String, String>> rows) {
            String selected = rows.stream()
                    .map(row -> row.entrySet().stream()
                            .map(field -> literal(field.getValue()) + " AS " + Sql.name(field.getKey()))
                            .collect(Collectors.joining(", ", "SELECT ", "")))
                    .collect(Collectors.joining(" UNION ALL BY NAME "));
            try (Session session = Session.open("jdbc:duckdb:", new Properties())) {
                session.run("COPY (" + selected + ") TO " + Sql.text(file.toString()) + " (FORMAT parquet)");
            }
        }
    };

    private final String ending;

    TestingFormat(String ending) {
        this.ending = ending;
    }

    abstract void write(Path file, List<Map<String, String>> rows) throws IOException;

    /** Writes rows that are those of plain impressions where nothing else is given. */
    Path interactions(Path folder, List<Map<String, String>> rows) throws IOException {
        Path file = folder.resolve(name().toLowerCase(java.util.Locale.ROOT) + "." + ending);
        write(
                file,
                rows.stream()
                        .map(row -> {
                            Map<String, String> all = new LinkedHashMap<>();
                            all.put("pxInteractionID", "\"i" + rows.indexOf(row) + '"');
                            all.put("pxRank", "1");
                            all.put("pyIssue", "\"Sales\"");
                            all.put("pyGroup", "\"Cards\"");
                            all.put("pyName", "\"Gold\"");
                            all.put("pySubjectID", "\"C\"");
                            all.put("pyOutcome", "\"Impression\"");
                            all.put("pxOutcomeTime", "\"20240301T110000.000 GMT\"");
                            all.putAll(row);
                            return all;
                        })
                        .toList());
        return file;
    }

    private static String objects(List<Map<String, String>> rows, String between) {
        return rows.stream()
                .map(row -> row.entrySet().stream()
                        .map(field -> '"' + field.getKey() + "\":" + field.getValue())
                        .collect(Collectors.joining(",", "{", "}")))
                .collect(Collectors.joining(between));
    }

    private static Set<String> names(List<Map<String, String>> rows) {
        Set<String> names = new LinkedHashSet<>();
        rows.forEach(row -> names.addAll(row.keySet()));
        return names;
    }

    private static String cells(Set<String> names, Function<String, String> value) {
        return names.stream().map(value).map(TestingFormat::cell).collect(Collectors.joining("", "<row>", "</row>"));
    }

    private static String cell(String value) {
        if (value.startsWith("\"")) {
            return "<c t=\"inlineStr\"><is><t xml:space=\"preserve\">" + value.substring(1, value.length() - 1)
                    + "</t></is></c>";
        }
        return switch (value) {
            case "null" -> "<c/>";
            case "true" -> "<c t=\"b\"><v>1</v></c>";
            case "false" -> "<c t=\"b\"><v>0</v></c>";
            default -> "<c><v>" + value + "</v></c>";
        };
    }

    private static String literal(String value) {
        if (value.startsWith("\"")) {
            return Sql.text(value.substring(1, value.length() - 1));
        }
        return value.matches("-?[0-9.]+e[0-9]+|-?[0-9]+\\.[0-9]+") ? "CAST(" + value + " AS DOUBLE)" : value;
    }
}
