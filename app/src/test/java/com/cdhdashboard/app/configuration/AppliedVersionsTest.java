package com.cdhdashboard.app.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was applied can be had again. */
class AppliedVersionsTest {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    @TempDir
    private Path data;

    private AppliedVersions versions() {
        return new AppliedVersions(data, Clock.fixed(NOON, ZoneOffset.UTC));
    }

    private Path folder() {
        return data.resolve("history");
    }

    @Test
    void versionsOutliveARestart() {
        AppliedVersion first = versions().add("a = 1\r\n", "local", "the first");
        AppliedVersion second = versions().add("a = 2", "signed in", "reports.a");
        assertThat(first).isEqualTo(new AppliedVersion(1, NOON, "local", "the first", TextHash.of("a = 1\r\n")));
        assertThat(versions().list()).containsExactly(second, first);
        assertThat(versions().text(1)).hasValue("a = 1\r\n");
        assertThat(versions().text(3)).isEmpty();
        assertThat(versions().find(2)).hasValue(second);
    }

    @Test
    void theLastFiftyAreKept() throws IOException {
        for (int count = 0; count < AppliedVersions.MOST_VERSIONS + 3; count++) {
            versions().add("a = " + count, "local", "");
        }
        assertThat(versions().list()).hasSize(AppliedVersions.MOST_VERSIONS);
        assertThat(versions().text(3)).isEmpty();
        assertThat(versions().text(4)).hasValue("a = 3");
        try (var files = Files.list(folder())) {
            assertThat(files).hasSize(2 * AppliedVersions.MOST_VERSIONS);
        }
    }

    @Test
    void whatIsDamagedForeignOrCutShortIsPassedOver() throws IOException {
        for (int count = 1; count <= 4; count++) {
            versions().add("a = " + count, "local", "");
        }
        Files.writeString(folder().resolve("2.toml"), "edited by hand");
        Files.writeString(folder().resolve("3.json"), "{}");
        Files.writeString(folder().resolve("5.toml"), "cut short");
        Files.writeString(folder().resolve("99999999999999999999.toml"), "");
        Files.writeString(folder().resolve("notes.txt"), "");
        assertThat(versions().list()).extracting(AppliedVersion::number).containsExactly(4L, 1L);
        assertThat(versions().text(5)).isEmpty();
        assertThat(versions().add("b", "local", "").number()).isEqualTo(6);
    }
}
