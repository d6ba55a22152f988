package com.cdhdashboard.core.schema;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The tables of the guide are those of the schema. {@code -Dwrite-tables} on the command line of Maven puts the right
 * ones into the guide.
 */
class GuideTablesTest {
    private static final Path GUIDE = Path.of("..", "docs", "configuration.md");

    @ParameterizedTest
    @MethodSource("headings")
    void everyTableIsThatOfTheSchema(String heading) throws IOException {
        List<String> lines = Files.readAllLines(GUIDE, UTF_8);
        List<String> expected = table(heading);
        int start = start(lines, heading);

        if (System.getProperty("write-tables") != null) {
            List<String> written = new ArrayList<>(lines.subList(0, start));
            written.addAll(expected);
            written.addAll(lines.subList(end(lines, start), lines.size()));
            Files.write(GUIDE, written, UTF_8);
            return;
        }
        assertThat(lines.subList(start, end(lines, start)))
                .as("the table under \"%s\" in docs/configuration.md; it must be%n%n%s%n", heading, text(expected))
                .isEqualTo(expected);
    }

    @Test
    void everyKeyOfEverySectionHasARow() {
        assertThat(headings()).hasSize(19);
        headings().forEach(heading -> assertThat(table(heading)).as(heading).hasSizeGreaterThan(2));
    }

    static Stream<String> headings() {
        return GuideTables.byHeading().keySet().stream();
    }

    private static List<String> table(String heading) {
        Map<String, List<String>> tables = GuideTables.byHeading();
        return List.copyOf(tables.getOrDefault(heading, List.of()));
    }

    private static String text(List<String> lines) {
        return String.join("\n", lines);
    }

    /** The first line of the first table under a heading. */
    private static int start(List<String> lines, String heading) {
        int line = 0;
        while (!lines.get(line).matches("(?i)#+ " + Pattern.quote(heading))) {
            line++;
        }
        while (!lines.get(line).startsWith("|")) {
            line++;
        }
        return line;
    }

    private static int end(List<String> lines, int start) {
        int line = start;
        while (line < lines.size() && lines.get(line).startsWith("|")) {
            line++;
        }
        return line;
    }
}
