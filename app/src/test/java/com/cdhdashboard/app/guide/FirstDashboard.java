package com.cdhdashboard.app.guide;

import com.cdhdashboard.app.endtoend.Chromium;
import com.cdhdashboard.app.endtoend.Hand;
import com.cdhdashboard.app.endtoend.OwnDashboard;
import com.cdhdashboard.app.endtoend.Window;
import com.cdhdashboard.app.start.InstalledProgram;
import com.cdhdashboard.testdata.TestData;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The way from an empty folder and a real export to an own dashboard, with pictures on the way. */
final class FirstDashboard {
    /** Of what the way passes, in its order: names of pictures. */
    static final List<String> NAMES =
            List.of("first-import", "first-columns", "first-metric", "first-review", "first-report", "first-dashboard");

    private static final Path EXPORT =
            TestData.path("ih/real/Data-pxStrategyResult_pxInteractionHistory_20210101T010000_GMT.zip");

    /** Readers start in a folder of their own. */
    private static final String WITHOUT_FOLDER = """
            folder => {
                const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
                while (texts.nextNode()) {
                    texts.currentNode.data = texts.currentNode.data.replaceAll(folder, "");
                }
            }
            """;

    private final Page page;
    private final Camera camera;
    private final Path folder;
    private final Map<String, byte[]> taken = new LinkedHashMap<>();

    private FirstDashboard(Page page, Camera camera, Path folder) {
        this.page = page;
        this.camera = camera;
        this.folder = folder;
    }

    /** Walks it in an empty folder; the pictures by their names. */
    static Map<String, byte[]> walk(Chromium chromium, Path folder) {
        try (InstalledProgram.Server server =
                        InstalledProgram.serve(Optional.empty(), folder.resolve("cdhdashboard-data"), List.of());
                Window window = chromium.open(server.url());
                Camera camera = new Camera(chromium, server.url())) {
            FirstDashboard way = new FirstDashboard(window.go("/"), camera, folder);
            way.upload();
            way.make();
            window.go("/reports/own_products");
            window.awaitCharts();
            way.take("first-dashboard");
            return way.taken;
        }
    }

    private void upload() {
        page.locator("a.step").click();
        new Hand.Mouse(page)
                .files(page.locator("#files"), page.locator("#drop"))
                .setFiles(EXPORT);
        page.locator("#start-upload").click();
        page.locator("#job[data-state=done] .job-next").waitFor();
        take("first-import");
    }

    private void make() {
        page.locator("nav a[href='/configuration']").click();
        OwnDashboard own = new OwnDashboard(page, new Hand.Mouse(page), "Web");
        own.step("ih");
        own.filter();
        own.column();
        take("first-columns", "[id='field-ih.extensions.filter-field']", "[id='field-ih.extensions.columns-field']");
        own.step("metrics");
        own.metric();
        take("first-metric", ".shelf", "#outcomes");
        own.review();
        take("first-review", "#review-page section:has(#plan)", "#comparison");
        own.applyWithImport(() -> page.waitForTimeout(50));
        own.report();
        take("first-report");
        own.moreReports();
    }

    private void take(String name, String... shown) {
        page.evaluate(WITHOUT_FOLDER, folder + "/");
        Locator bar = page.locator("#trouble:visible");
        if (bar.count() > 0) {
            throw new IllegalStateException(name + ": " + bar.textContent());
        }
        taken.put(name, camera.take(page, List.of(shown)));
    }
}
