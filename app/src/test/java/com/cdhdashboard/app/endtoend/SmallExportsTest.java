package com.cdhdashboard.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.cdhdashboard.app.start.InstalledProgram;
import com.cdhdashboard.testdata.TestData;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Small exports whose numbers can be worked out by hand, each with a trait that is easily read wrongly. */
class SmallExportsTest {
    @TempDir
    Path temporary;

    private CaseStore imported(String name, String... files) {
        CaseStore store = CaseStore.in(temporary.resolve("data"));
        for (String file : files) {
            InstalledProgram.Outcome outcome = store.importing(TestData.path("cases", name, file));
            assertThat(outcome.code()).as(outcome.out() + outcome.err()).isZero();
        }
        return store;
    }

    @Test
    void aTotalPoolsRowsInsteadOfAveragingRates() {
        CaseStore store = imported("42-pooled-totals", "data.json");
        assertThat(store.total("engagement").get("CTR").asDouble()).isCloseTo(0.0900990, within(5e-8));
    }
}
