package com.cdhdashboard.app.endtoend;

import com.cdhdashboard.app.output.TableText;
import com.cdhdashboard.app.start.InstalledProgram;
import com.cdhdashboard.core.ingest.FileSummary;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What an import says of one file, by command line as by upload; the message is {@code -} where there is none. */
record FileLine(
        String file, String status, long read, long filtered, long repeated, long rejected, long kept, String message) {
    private static final Pattern LINE = Pattern.compile("(.+?) {2,}("
            + Stream.of(FileSummary.Status.values())
                    .map(FileSummary.Status::label)
                    .collect(Collectors.joining("|"))
            + ") +([0-9,]+) +([0-9,]+) +([0-9,]+) +([0-9,]+) +([0-9,]+) {2}(.*)");

    /** The lines of the table that the command line shows, by name of the file. */
    static List<FileLine> of(InstalledProgram.Outcome outcome) {
        return sorted(outcome.out()
                .lines()
                .map(LINE::matcher)
                .filter(Matcher::matches)
                .map(line -> new FileLine(
                        line.group(1),
                        line.group(2),
                        number(line.group(3)),
                        number(line.group(4)),
                        number(line.group(5)),
                        number(line.group(6)),
                        number(line.group(7)),
                        line.group(8))));
    }

    private static long number(String text) {
        return Long.parseLong(text.replace(",", ""));
    }

    /** The same of a job of a server. */
    static List<FileLine> of(JsonNode job) {
        List<FileLine> lines = new ArrayList<>();
        job.get("files")
                .forEach(file -> lines.add(new FileLine(
                        file.get("file").asText(),
                        FileSummary.Status.valueOf(file.get("status").asText().toUpperCase(Locale.ROOT))
                                .label(),
                        file.get("read").asLong(),
                        file.get("filtered").asLong(),
                        file.get("repeated").asLong(),
                        file.get("rejected").asLong(),
                        file.get("kept").asLong(),
                        file.get("message").isNull()
                                ? "-"
                                : TableText.visible(file.get("message").asText()))));
        return sorted(lines.stream());
    }

    private static List<FileLine> sorted(Stream<FileLine> lines) {
        return lines.sorted(Comparator.comparing(FileLine::file)).toList();
    }
}
