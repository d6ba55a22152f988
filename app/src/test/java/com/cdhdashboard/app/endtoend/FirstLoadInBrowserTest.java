package com.cdhdashboard.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a browser that was never here fetches until it shows charts. */
@ExtendWith(OnceForAll.class)
class FirstLoadInBrowserTest {
    private static final long MOST_BYTES = 1_100_000;

    private static final String FETCHED = """
            () => [...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")]
                .map(({ name, transferSize, initiatorType }) => `${name.split("/").pop()} ${transferSize} ${initiatorType}`)
            """;

    /** A file, the bytes it was on the line, and what asked for it. */
    private record Fetched(String name, long bytes, String by) {
        static Fetched of(Object said) {
            String[] words = said.toString().split(" ");
            return new Fetched(words[0], Long.parseLong(words[1]), words[2]);
        }
    }

    private Window window;
    private Page page;

    @BeforeEach
    void open(Chromium browser, Demo demo) {
        window = browser.open(demo.url());
        page = window.page();
    }

    @AfterEach
    void close() {
        window.close();
    }

    private List<Fetched> fetched(String path) {
        window.go(path);
        window.awaitCharts();
        return ((List<?>) page.evaluate(FETCHED)).stream().map(Fetched::of).toList();
    }

    private static long bytes(List<Fetched> fetched) {
        return fetched.stream().mapToLong(Fetched::bytes).sum();
    }

    @Test
    void aDashboardIsFewBytesAndAsksForTheLibraryBeforeItsScriptsRun() {
        List<Fetched> fetched = fetched("/dashboard");
        assertThat(bytes(fetched)).isBetween(300_000L, MOST_BYTES);
        assertThat(fetched).extracting(Fetched::name).doesNotContain("plotly-spatial.js");
        assertThat(fetched)
                .filteredOn(each -> each.name().equals("plotly.js"))
                .extracting(Fetched::by)
                .containsExactly("link");
    }

    @Test
    void aChartInSpaceFetchesWhatDrawsIt() {
        List<Fetched> fetched = fetched("/clv/clv_density");
        assertThat(bytes(fetched)).isBetween(300_000L, MOST_BYTES);
        assertThat(fetched).extracting(Fetched::name).contains("plotly.js", "plotly-spatial.js");
        assertThat(page.locator("#report .plot canvas").first().isVisible()).isTrue();
    }
}
