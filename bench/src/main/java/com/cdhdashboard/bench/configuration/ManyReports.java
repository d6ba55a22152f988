package com.cdhdashboard.bench.configuration;

import com.cdhdashboard.bench.process.Workbench;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A configuration with copies of its own reports, until there are as many as asked for.
 *
 * @param names of the reports, in the order of the text
 */
record ManyReports(String text, List<String> names) {
    private static final String TABLE = "[reports.";

    ManyReports {
        names = List.copyOf(names);
    }

    /** Of a configuration of the measurements, whose reports stand behind everything else. */
    static ManyReports of(Workbench workbench, String configuration, int count) {
        String text = text(workbench.configuration(configuration));
        int begin = text.indexOf(TABLE);
        List<String> tables = List.of(text.substring(begin).split("(?m)^(?=\\[reports\\.)"));
        StringBuilder many = new StringBuilder(text.substring(0, begin));
        List<String> names = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String table = tables.get(i % tables.size());
            int end = table.indexOf(']');
            String name = table.substring(TABLE.length(), end) + "_" + (i / tables.size() + 1);
            names.add(name);
            many.append(TABLE).append(name).append(table, end, table.length()).append('\n');
        }
        return new ManyReports(many.toString(), names);
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The text with something more typed into the description of a report. */
    String typing(String name, String typed) {
        int table = text.indexOf(TABLE + name + "]");
        int end = text.indexOf("\"\n", text.indexOf("description = ", table));
        return text.substring(0, end) + " " + typed + text.substring(end);
    }

    /** The text with a mistake in the type of a report, on top of what was typed. */
    String mistaken(String name, String typed) {
        String right = typing(name, typed);
        int end = right.indexOf("\"\n", right.indexOf("type = ", right.indexOf(TABLE + name + "]")));
        return right.substring(0, end) + "x" + right.substring(end);
    }
}
