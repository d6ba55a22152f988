package com.cdhdashboard.app.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.cdhdashboard.app.endtoend.ExportRows.Counts;
import com.cdhdashboard.app.start.DataFolder;
import com.cdhdashboard.app.start.InstalledProgram;
import com.cdhdashboard.core.figure.NumberText;
import com.cdhdashboard.testdata.TestData;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * Somebody who starts the program in an empty folder, with a real export of 127,123 rows, comes to a dashboard of his own
 * without a text editor.
 */
@ExtendWith(OnceForAll.class)
class FirstDashboardInBrowserTest {
    private static final Path EXPORT =
            TestData.path("ih/real/Data-pxStrategyResult_pxInteractionHistory_20210101T010000_GMT.zip");
    private static final String QUERY = "/api/v1/metrics/engagement?group_by=Day,Channel";

    @TempDir
    private static Path folder;

    private static ExportRows rows = new ExportRows(Path.of(""));

    @BeforeAll
    static void uploadOnce(Chromium browser) throws IOException {
        try (InstalledProgram.Server server = serve();
                Window window = browser.open(server.url())) {
            Page page = window.go("/");
            Hand hand = new Hand.Keyboard(page);
            hand.press(page.locator("a.step"));
            hand.files(page.locator("#files"), page.locator("#drop")).setFiles(EXPORT);
            hand.press(page.locator("#start-upload"));
            assertThat(page.locator("#job")).hasAttribute("data-state", "done");
            assertThat(page.locator("#job-files td.num").last()).hasText("127,123");
        }
        DataFolder.copy(data(), folder.resolve("imported"));
        rows = ExportRows.of(EXPORT, folder.resolve("rows.json"));
    }

    @BeforeEach
    void asImported() throws IOException {
        DataFolder.delete(data());
        DataFolder.copy(folder.resolve("imported"), data());
    }

    private static Path data() {
        return folder.resolve("cdhdashboard-data");
    }

    /** As {@code cdhdashboard run} does in an empty folder. */
    private static InstalledProgram.Server serve() {
        return InstalledProgram.serve(Optional.empty(), data(), List.of());
    }

    @Test
    void fromAnEmptiedConfigurationWithTheMouseAlone(Chromium browser) throws SQLException {
        try (InstalledProgram.Server server = serve();
                Window window = browser.open(server.url())) {
            Page page = window.go("/");
            page.locator("a.step").getByText("Make it your own").click();
            OwnDashboard own = new OwnDashboard(page, new Hand.Mouse(page), "Web");
            own.step("metrics");
            for (int left = page.locator(".shelf-item").count(); left > 0; left--) {
                page.locator(".shelf-item a").first().click();
                page.locator("#delete-entry summary").click();
                page.locator("#delete-entry button").click();
                assertThat(page.locator(".shelf-item")).hasCount(left - 1);
            }
            counted(own);
            own.review();
            own.applyWithImport(() -> page.waitForTimeout(50));
            own.report();
            own.moreReports();
            own.open();
            Map<String, Counts> counts = rows.products("Web");
            assertThat(shown(page)).isEqualTo(written(counts));
            assertThat(page.locator("#menu [data-report]")).hasCount(3);
            page.locator("nav a[href='/dashboard']").click();
            String rate =
                    page.locator("[data-card='Click-through rate'] .kpi-value").textContent();
            double all =
                    counts.values().stream().reduce(Counts::and).orElseThrow().percent();
            assertThat(Double.parseDouble(rate.replaceAll("[^0-9.]", ""))).isCloseTo(all, within(0.06));
        }
    }

    private static void counted(OwnDashboard own) {
        own.step("ih");
        own.filter();
        own.column();
        own.step("metrics");
        own.metric();
    }

    @Test
    void fromTheDefaultWithTheKeyboardAloneWhileSomebodyReads(Chromium browser) throws SQLException {
        try (InstalledProgram.Server server = serve();
                Window window = browser.open(server.url());
                Window other = browser.open(server.url())) {
            Page page = window.go("/");
            Hand hand = new Hand.Keyboard(page);
            hand.press(page.locator("a.step[href='/configuration']"));
            OwnDashboard own = new OwnDashboard(page, hand, "SMS");
            counted(own);
            Map<String, String> before = read(other);
            Set<Map<String, String>> meanwhile = new LinkedHashSet<>();
            own.review();
            own.applyWithImport(() -> meanwhile.add(read(other)));
            Map<String, String> after = read(other);
            assertThat(meanwhile).isNotEmpty();
            before.forEach((address, old) -> {
                assertThat(after.get(address)).as(address).isNotEqualTo(old);
                assertThat(meanwhile).extracting(read -> read.get(address)).isSubsetOf(old, after.get(address));
            });
            own.report();
            own.moreReports();
            own.open();
            assertThat(shown(page)).isEqualTo(written(rows.products("SMS")));
        }
    }

    /** What somebody reads, as a whole, by address. */
    private static Map<String, String> read(Window reader) {
        Map<String, String> read = new LinkedHashMap<>();
        for (String address : List.of("/dashboard", "/reports/daily_ctr")) {
            Page page = reader.go(address);
            reader.awaitCharts();
            read.put(
                    address,
                    String.join("\n", page.locator(".kpis, [data-chart], #data").allTextContents()));
        }
        APIResponse answer = reader.page().request().get(QUERY);
        assertThat(answer).isOK();
        read.put(QUERY, answer.text());
        return read;
    }

    private static Map<String, List<String>> shown(Page page) {
        Map<String, List<String>> shown = new LinkedHashMap<>();
        for (Locator row : page.locator("#data tbody tr").all()) {
            List<String> cells = row.locator("th, td").allInnerTexts().stream()
                    .map(String::strip)
                    .toList();
            // Behind the rate and the ends of its interval stand the counts that it is of
            shown.put(cells.get(1), cells.subList(5, 7));
        }
        return shown;
    }

    private static Map<String, List<String>> written(Map<String, Counts> counts) {
        Map<String, List<String>> written = new LinkedHashMap<>();
        counts.forEach((product, count) -> written.put(
                product, List.of(NumberText.count(count.interactions()), NumberText.count(count.clicks()))));
        return written;
    }
}
