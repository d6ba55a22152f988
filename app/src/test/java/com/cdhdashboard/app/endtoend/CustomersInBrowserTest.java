package com.cdhdashboard.app.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.cdhdashboard.app.start.InstalledProgram;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** From a folder of product holdings to what customers are worth, as a person clicks through it. */
@ExtendWith(OnceForAll.class)
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class CustomersInBrowserTest {
    @TempDir
    Path temporary;

    private InstalledProgram.Server server;
    private Window window;
    private Page page;

    @BeforeEach
    void openAnEmptyStore(Chromium chromium, Demo demo) {
        server = Demo.serve(temporary.resolve("data"), demo.export().folder());
        window = chromium.open(server.url());
        page = window.page();
    }

    @AfterEach
    void stop() {
        try {
            window.close();
        } finally {
            server.close();
        }
    }

    private void importHoldings() {
        window.go("/import");
        page.locator("#tab-holdings").click();
        assertThat(page.locator("#tab-holdings")).hasAttribute("aria-selected", "true");
        page.locator(".entry a").getByText("holdings").click();
        assertThat(page.locator(".trail a").last()).hasText("holdings");
        page.locator("#start-folder").click();
        await("#job", "done");
        assertThat(page.locator("#job-files .pill")).hasText("imported");
    }

    private void await(String part, String state) {
        assertThat(page.locator(part)).hasAttribute("data-state", state);
    }

    @Test
    void aModelIsChosenAndFittedInTheBackground() {
        importHoldings();
        window.go("/clv/clv_prediction");
        await("#answer", "ready");
        window.awaitCharts();
        window.openOptions();
        page.locator("#control-model").selectOption("mbg_nbd");
        assertThat(page).hasURL(Pattern.compile("model=mbg_nbd"));
        await("#answer", "ready");
        for (String view : List.of("fit", "holdout", "alive", "expected")) {
            page.locator("#control-view").selectOption(view);
            assertThat(page).hasURL(Pattern.compile("view=" + view));
            await("#answer", "ready");
            window.awaitCharts();
            assertThat(page.locator("[data-reason]")).hasCount(0);
        }
        page.locator("#control-view").selectOption("fit");
        assertThat(page.locator("#data")).containsText("MBG/NBD");
        assertThat(page.locator("#data")).containsText("Standard error");
    }

    @Test
    void customersAreSearchedSortedAndTakenAway() throws Exception {
        importHoldings();
        window.go("/customers/clv");
        assertThat(page.locator("#data tbody tr")).not().hasCount(0);
        page.locator("#data th a").getByText("Lifetime value").click();
        assertThat(page.locator("th[aria-sort=descending]")).containsText("Lifetime value");
        page.locator("#search").fill("C-1000");
        page.locator("#search").press("Enter");
        assertThat(page).hasURL(Pattern.compile("search=C-1000"));
        assertThat(page.locator("#data tbody tr").first()).containsText("C-1000");
        assertThat(page.locator("[data-download=csv]")).hasAttribute("href", Pattern.compile("search=C-1000"));
        Download csv =
                page.waitForDownload(() -> page.locator("[data-download=csv]").click());
        assertThat(csv.failure()).isNull();
        List<String> lines = Files.readAllLines(csv.path());
        assertThat(lines.get(0)).startsWith("CustomerID,");
        assertThat(lines.subList(1, lines.size())).isNotEmpty().allMatch(line -> line.startsWith("C-1000"));
    }

    /** The points part thousands here, which nobody can tell from decimals in numbers of three places. */
    @Test
    void anUploadedTableIsReadAsThePersonSays() throws Exception {
        Path table = Files.writeString(temporary.resolve("product-holdings.csv"), """
                CustomerID;ControlGroup;HoldingID;PurchasedDate;OneTimeCost
                C-1;Test;H-1;31.01.2026;1.250
                C-1;Test;H-2;28.02.2026;2.500
                C-2;Test;H-3;no day;1.000
                """);
        window.go("/import?kind=holdings");
        page.locator("#upload-form .table-options summary").click();
        page.locator("#upload-form [name=decimal]").selectOption(",");
        page.setInputFiles("#files", table);
        page.locator("#start-upload").click();
        await("#job", "done");
        assertThat(page.locator("#job-files")).containsText("decimal \",\"");
        assertThat(page.locator("#rejected-rows")).isVisible();
        page.locator("#job").getByText("Open the CLV page").click();
        assertThat(page.locator("#report")).isVisible();
        window.go("/customers/clv");
        assertThat(page.locator("#data tbody tr")).hasCount(1);
        assertThat(page.locator("#data tbody tr")).containsText("3,750");
    }
}
