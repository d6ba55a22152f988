package com.cdhdashboard.app.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FilePathTest {
    @ParameterizedTest
    @CsvSource({
        "daily, daily, ",
        "daily.json, daily, json",
        "a/b.csv, a/b, csv",
        "daily.txt, daily.txt, ",
        "known.json, known.json, ",
        "known.json.json, known.json, json",
        ".json, '', json"
    })
    void anEndingIsTheFormUnlessItIsPartOfAKey(String path, String key, String format) {
        assertThat(FilePath.of(path, "known.json"::equals, List.of("json", "csv")))
                .isEqualTo(new FilePath(key, Optional.ofNullable(format)));
    }
}
