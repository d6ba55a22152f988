package com.cdhdashboard.duckdb.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Rows of interaction history, to be written as a file of JSON lines for each day. */
final class TestingExport {
    private final ObjectMapper json = new ObjectMapper();
    private final SortedMap<Integer, List<String>> days = new TreeMap<>();
    private int rows;

    /**
     * Adds a row of a day of March 2024. Without other columns it is an interaction of its own, decided and answered on
     * that day.
     */
    void add(int day, String outcome, Map<String, ? extends @Nullable Object> columns) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("pxInteractionID", "i" + rows++);
        row.put("pxRank", 1);
        row.put("pyIssue", "Sales");
        row.put("pyGroup", "Cards");
        row.put("pyName", "Gold");
        row.put("pyChannel", "Web");
        row.put("pyOutcome", outcome);
        row.put("pxDecisionTime", time(day, 10));
        row.put("pxOutcomeTime", time(day, 11));
        row.putAll(columns);
        days.computeIfAbsent(day, none -> new ArrayList<>()).add(line(row));
    }

    /**
     * Writes some interactions a day, each of three rows of several outcomes, customers, arms and events.
     *
     * @param tied whether rows of one interaction are of one time and differ in their channel
     */
    static Path ofDays(Path folder, int from, int to, boolean tied) throws IOException {
        TestingExport export = new TestingExport();
        String[] outcomes = {"Impression", "Clicked", "Accepted", "Conversion", "Seen"};
        for (int day = from; day <= to; day++) {
            for (int i = 0; i < 48; i++) {
                Map<String, Object> row = new LinkedHashMap<>();
                row.put("pxInteractionID", day + "-" + i / 3);
                row.put("pyChannel", tied && i % 2 == 0 ? "Web" : "Email" + i / 3 % 4);
                row.put("pyIssue", i / 3 % 5 == 0 ? "Sales" : "Service");
                row.put("pxDecisionTime", time(day, 8));
                row.put("pxOutcomeTime", time(day, tied ? 9 : 9 + i % 3));
                row.put("pySubjectID", "C-" + i % 7);
                row.put("Propensity", i / 100.0);
                row.put("ModelControlGroup", i % 4 == 0 ? "Control" : "Test");
                row.put("Revenue", i);
                row.put("ConversionEventID", i % 6 == 0 ? "E-" + day : "");
                export.add(day, outcomes[(i * 7 + day) % outcomes.length], row);
            }
        }
        export.writeTo(folder);
        return folder;
    }

    /** Adds a row that has these columns and no others. */
    void addWhole(int day, Map<String, ? extends @Nullable Object> columns) {
        days.computeIfAbsent(day, none -> new ArrayList<>()).add(line(columns));
    }

    /** An hour of a day of March 2024, as exports write it. */
    static String time(int day, int hour) {
        return "202403" + twoDigits(day) + "T" + twoDigits(hour) + "0000.000 GMT";
    }

    private static String twoDigits(int number) {
        return (number < 10 ? "0" : "") + number;
    }

    private String line(Map<String, ? extends @Nullable Object> row) {
        try {
            return json.writeValueAsString(row);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    /** The files, in the order of days. */
    List<Path> writeTo(Path folder) throws IOException {
        Files.createDirectories(folder);
        List<Path> files = new ArrayList<>();
        for (Map.Entry<Integer, List<String>> day : days.entrySet()) {
            Path file = folder.resolve(twoDigits(day.getKey()) + ".json");
            files.add(Files.write(file, day.getValue()));
        }
        return files;
    }
}
