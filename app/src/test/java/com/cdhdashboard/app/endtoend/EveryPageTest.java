package com.cdhdashboard.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every page and every report of the demo, opened once; a window that saw any trouble fails when it is closed. */
@ExtendWith(OnceForAll.class)
class EveryPageTest {
    private static final List<String> STEPS =
            List.of("general", "ih", "holdings", "metrics", "reports", "variants", "chat", "toml");

    /** By how much a page is wider than its window, once its charts have had the time to follow. */
    private static final String OVERHANG = "() => new Promise(done => { const start = performance.now();"
            + " const look = () => { const over = document.documentElement.scrollWidth - window.innerWidth;"
            + "   over > 0 && performance.now() - start < 10000 ? requestAnimationFrame(look) : done(over); }; look(); })";

    private static List<String> paths(Demo demo) throws Exception {
        List<String> paths = new ArrayList<>(List.of("/", "/import", "/dashboard", "/reports", "/differences"));
        STEPS.forEach(step -> paths.add("/configuration/" + step));
        for (JsonNode report : new HttpApi(demo.url()).json("/api/v1/reports")) {
            paths.add(report.get("page").asText());
        }
        for (JsonNode metric : new HttpApi(demo.url()).json("/api/v1/metrics")) {
            if (metric.get("family").asText().equals("clv")) {
                paths.add("/customers/" + metric.get("name").asText());
            }
        }
        assertThat(paths).hasSizeGreaterThan(20).anyMatch(path -> path.startsWith("/customers/"));
        return paths;
    }

    @Test
    void everyPageIsDrawnIsOpenToAllAndFitsATelephone(Chromium chromium, Demo demo) throws Exception {
        try (Window window = chromium.open(demo.url())) {
            Page page = window.page();
            page.emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE));
            List<String> paths = paths(demo);
            // For programs there are other addresses than the page on which one chats.
            paths.add("/assistant");
            for (String path : paths) {
                window.go(path);
                window.awaitCharts();
                assertThat(page.locator("h1").textContent()).as(path).isNotBlank();
                assertThat(page.locator("[data-reason]").allTextContents())
                        .as(path)
                        .isEmpty();
                Axe.objectsToNothing(page, path);
                page.setViewportSize(390, 844);
                assertThat(((Number) page.evaluate(OVERHANG)).intValue())
                        .as(path)
                        .isNotPositive();
                page.setViewportSize(1280, 900);
            }
        }
    }

    @Test
    void everyPageHasATwinForPrograms(Demo demo) throws Exception {
        HttpApi api = new HttpApi(demo.url());
        for (String path : paths(demo)) {
            JsonNode twin = api.json(path.equals("/") ? "/index.json" : path + ".json");
            assertThat(twin.isEmpty()).as(path).isFalse();
        }
    }

    @Test
    void followingTheMenuWithoutLoadingPagesAnewWorksToo(Chromium chromium, Demo demo) {
        try (Window window = chromium.open(demo.url())) {
            Page page = window.go("/");
            for (String item : List.of("import", "dashboard", "reports", "home")) {
                page.locator("[data-nav=" + item + "]").click();
                page.locator("[data-nav=" + item + "][aria-current=page]").waitFor();
                window.awaitCharts();
            }
        }
    }
}
