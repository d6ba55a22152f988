package com.cdhdashboard.core.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReportsDocumentationTest {
    private static String guide = "";

    @BeforeAll
    static void readGuide() throws IOException {
        guide = Files.readString(Path.of("..", "docs", "reports.md"));
    }

    @ParameterizedTest
    @EnumSource(ReportKind.class)
    void everyKindOfReportHasAHeading(ReportKind kind) {
        assertThat(guide)
                .contains("\n### `" + kind.type() + "`: "
                        + Character.toLowerCase(kind.title().charAt(0))
                        + kind.title().substring(1) + "\n");
    }

    @ParameterizedTest
    @EnumSource(value = ReportKind.class, names = "GENERIC", mode = EnumSource.Mode.EXCLUDE)
    void everyKeyOfAKindStandsInItsTable(ReportKind kind) {
        String section = guide.substring(guide.indexOf("\n### `" + kind.type() + "`"));
        String table = section.substring(0, section.indexOf("\n### ", 1));
        for (Capability capability : Capabilities.table()) {
            if (capability.kind() == kind) {
                for (Key key : capability.keys()) {
                    assertThat(table).contains("`" + key.name() + "`");
                }
            }
        }
    }
}
