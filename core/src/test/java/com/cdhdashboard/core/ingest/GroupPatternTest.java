package com.cdhdashboard.core.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GroupPatternTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "\\d{8}(?=\\d{6}_) /in/interaction-0007-20241225235959_313.json.zip 20241225",
                "Day=(.*)/ /in/Day=2024-01-01/x.parquet 2024-01-01",
                "Day=(.*)/ /in/x.parquet x.parquet",
                "(\\d+)-(\\d+) /in/12-34.zip 12-34",
                "(a)?b /in/b.zip b.zip",
                "x* /in/b.zip b.zip",
                "( /in/b.zip b.zip",
            })
    void groupsFilesByWhatThePatternFinds(String pattern, String path, String key) {
        SourceFile file = new SourceFile(Path.of(path), "x", 0, Instant.EPOCH);
        assertThat(GroupPattern.of(pattern).keyOf(file)).isEqualTo(key);
    }
}
