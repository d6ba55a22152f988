package com.cdhdashboard.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.cdhdashboard.app.start.InstalledProgram;
import com.cdhdashboard.testdata.TestData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of every day are called alike; each is a file of its own, from wherever it is imported. */
class DailyFoldersTest {
    private static final Path DAILY = TestData.path("cases", "58-hive-daily");
    private static final Path FIRST = DAILY.resolve("in").resolve("Day=2024-01-10");
    private static final Path SECOND = DAILY.resolve("in").resolve("Day=2024-01-11");

    @TempDir
    Path temporary;

    private CaseStore store() {
        return CaseStore.in(temporary.resolve("data"), DAILY.resolve("c.toml"));
    }

    private static long count(CaseStore store) {
        return store.total("engagement").get("Count").asLong();
    }

    private long ofOneDay() {
        CaseStore alone = CaseStore.in(temporary.resolve("alone"), DAILY.resolve("c.toml"));
        alone.importing(FIRST);
        return count(alone);
    }

    private Path copied(String folder, Path day) throws IOException {
        Path target = Files.createDirectories(temporary.resolve(folder));
        Files.copy(day.resolve("part-0.parquet"), target.resolve("part-0.parquet"));
        return target;
    }

    private static void imported(InstalledProgram.Outcome outcome) {
        assertThat(outcome.code()).as(outcome.out() + outcome.err()).isZero();
        assertThat(outcome.err()).contains("1 imported, 0 imported before, 0 not imported");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void foldersOfDaysBothCount(boolean replace) {
        CaseStore store = store();
        imported(store.importing(FIRST));
        imported(replace ? store.importing("--replace", SECOND) : store.importing(SECOND));
        assertThat(count(store)).isEqualTo(2 * ofOneDay());
        InstalledProgram.Outcome whole = store.importing(DAILY.resolve("in"));
        assertThat(whole.err()).contains("0 imported, 2 imported before, 0 not imported");
        InstalledProgram.Outcome file = store.importing(FIRST.resolve("part-0.parquet"));
        assertThat(file.out()).contains("Day=2024-01-10/part-0.parquet  unchanged");
    }

    @ParameterizedTest
    @CsvSource({
        "2024-01-10, 2024-01-11, false",
        "2024/01/10, 2024/01/11, true",
        "monday, tuesday, false",
        "monday, tuesday, true",
    })
    void foldersOfAnyNameBothCount(String first, String second, boolean replace) throws IOException {
        CaseStore store = store();
        imported(store.importing(copied(first, FIRST)));
        Path other = copied(second, SECOND);
        imported(replace ? store.importing("--replace", other) : store.importing(other));
        assertThat(count(store)).isEqualTo(2 * ofOneDay());
    }

    @Test
    void theSameDayInAnotherStateIsReplacedOnRequestOnly() throws IOException {
        CaseStore store = store();
        Path folder = copied("day", FIRST);
        imported(store.importing(folder));
        Files.delete(folder.resolve("part-0.parquet"));
        copied("day", SECOND);
        InstalledProgram.Outcome refused = store.importing(folder);
        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.out()).contains("a file of this name was imported before with other content");
        imported(store.importing("--replace", folder));
        assertThat(count(store)).isEqualTo(ofOneDay());
    }
}
