package com.cdhdashboard.core.report.configured;

import static org.assertj.core.api.Assertions.assertThat;

import com.cdhdashboard.core.report.definition.Capability;
import com.cdhdashboard.core.report.definition.Key;
import com.cdhdashboard.core.report.definition.ReportKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReportsDocumentationTest {
    private static String guide = "";

    @BeforeAll
    static void readGuide() throws IOException {
        guide = Files.readString(Path.of("..", "docs", "reports.md"));
    }

    static Stream<ReportKind> kinds() {
        return ReportKinds.table().rows().stream().map(Capability::kind).distinct();
    }

    /** The free chart reads what a line chart does. */
    static Stream<ReportKind> kindsWithKeys() {
        return kinds().filter(kind -> !kind.type().equals("generic"));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void everyKindOfReportHasAHeading(ReportKind kind) {
        assertThat(guide)
                .contains("\n### `" + kind.type() + "`: "
                        + Character.toLowerCase(kind.title().charAt(0))
                        + kind.title().substring(1) + "\n");
    }

    @ParameterizedTest
    @MethodSource("kindsWithKeys")
    void everyKeyOfAKindStandsInItsTable(ReportKind kind) {
        String tables = tables(kind);
        for (Capability capability : ReportKinds.table().rows()) {
            if (capability.kind().equals(kind)) {
                for (Key key : capability.keys()) {
                    assertThat(tables).contains("`" + key.name() + "`");
                }
            }
        }
    }

    /** All sections about a kind: families may describe it apart. */
    private static String tables(ReportKind kind) {
        return Stream.of(guide.split("\n(?=##)"))
                .filter(section -> section.startsWith("### `" + kind.type() + "`"))
                .collect(Collectors.joining());
    }
}
