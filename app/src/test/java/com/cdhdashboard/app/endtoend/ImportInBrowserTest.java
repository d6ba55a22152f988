package com.cdhdashboard.app.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.cdhdashboard.app.start.InstalledProgram;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(OnceForAll.class)
class ImportInBrowserTest {
    @TempDir
    Path temporary;

    private Demo demo;
    private InstalledProgram.Server empty;
    private Window window;
    private Page page;

    @BeforeEach
    void openAnEmptyStore(Chromium chromium, Demo shared) {
        demo = shared;
        empty = Demo.serve(temporary.resolve("data"), demo.export().folder());
        window = chromium.open(empty.url());
        page = window.page();
    }

    @AfterEach
    void stop() {
        try {
            window.close();
        } finally {
            empty.close();
        }
    }

    private void awaitEnd(String state) {
        assertThat(page.locator("#job")).hasAttribute("data-state", state);
    }

    private List<String> results() {
        return page.locator("#job-files .pill").allTextContents();
    }

    @Test
    void aFolderIsBrowsedThenImportedWithProgressUpToItsSummary() {
        window.go("/");
        page.locator("a.step").first().click();
        page.locator(".entry a").getByText("interactions").click();
        assertThat(page.locator(".trail a").last()).hasText("interactions");
        assertThat(page.locator(".entry input[name=file]")).hasCount(DemoExport.DAYS);
        page.locator("#start-folder").click();
        assertThat(page.locator("#job progress")).isVisible();
        awaitEnd("done");
        assertThat(results()).hasSize(DemoExport.DAYS).containsOnly("imported");
        assertThat(page.locator("#freshness"))
                .containsText(
                        "Data to 31 Oct 2026, imported just now",
                        new LocatorAssertions.ContainsTextOptions().setTimeout(5_000));
        page.locator("#job").getByText("Open the dashboard").click();
        assertThat(page.locator("[data-card='Click-through rate'] .kpi-value")).containsText("%");
        window.awaitCharts();
    }

    @Test
    void onlyTheTickedFilesAreImported() {
        window.go("/import");
        page.locator(".entry a").getByText("interactions").click();
        page.locator(".entry input[name=file]").nth(1).check();
        page.locator(".entry input[name=file]").nth(3).check();
        page.locator("#start-folder").click();
        awaitEnd("done");
        assertThat(results()).containsExactly("imported", "imported");
    }

    @Test
    void severalFilesAreUploadedThenImportedAndKeptUntilTheyAreDeleted() throws IOException {
        window.go("/import");
        page.setInputFiles("#files", someFiles());
        assertThat(page.locator("#chosen li")).hasCount(3);
        page.locator("#start-upload").click();
        awaitEnd("done");
        assertThat(results()).containsExactly("imported", "imported", "imported");
        assertThat(page.locator("#kept-uploads strong")).containsText("3 uploaded files are kept, ");
        page.locator("#delete-kept").click();
        assertThat(page.locator("#kept-uploads")).hasCount(0);
        try (Stream<Path> left = Files.walk(temporary.resolve("data/uploads"))) {
            assertThat(left.filter(Files::isRegularFile)).isEmpty();
        }
    }

    private Path[] someFiles() throws IOException {
        try (Stream<Path> files = Files.list(demo.export().interactions())) {
            return files.sorted().limit(3).toArray(Path[]::new);
        }
    }

    @Test
    void aFileThatIsNoExportIsRefusedWithTheReason() throws IOException {
        Path letter = Files.writeString(temporary.resolve("letter.json"), "Dear reader, this is no export.");
        window.go("/import");
        page.setInputFiles("#files", letter);
        page.locator("#start-upload").click();
        awaitEnd("failed");
        assertThat(page.locator("#job .job-headline")).hasText("Nothing was imported");
        assertThat(page.locator("#job-files .cell-note"))
                .containsText("there are no rows below the header \"Dear reader\", \"this is no export.\"");
    }
}
