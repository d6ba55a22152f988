package com.cdhdashboard.app.guide;

import com.cdhdashboard.app.endtoend.Chromium;
import com.cdhdashboard.app.endtoend.Window;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.Base64;
import java.util.List;

/** Takes pictures of the pages of a site, as WebP: charts stay as sharp as in PNG at a quarter of the size. */
final class Camera implements AutoCloseable {
    /** What is to be seen around a part of a page, in pixels. */
    private static final int MARGIN = 8;

    private static final int WIDTH = 1280;
    private static final int HEIGHT = 900;

    /** High enough for every part; pictures of what lies below the window would make the browser lay it out anew. */
    private static final int TALL = 2000;

    /** Until what moves has come to rest, in milliseconds. */
    private static final int REST = 500;

    /** Enough for a model to be fitted, in milliseconds. */
    private static final int PATIENCE = 120_000;

    /** The browser packs pictures itself; Java cannot write WebP. */
    private static final String PACK = """
            async png => {
                const picture = new Image();
                picture.src = 'data:image/png;base64,' + png;
                await picture.decode();
                const canvas = document.createElement('canvas');
                canvas.width = picture.naturalWidth;
                canvas.height = picture.naturalHeight;
                canvas.getContext('2d').drawImage(picture, 0, 0);
                return canvas.toDataURL('image/webp', 0.85);
            }
            """;

    private final Window window;
    /** Stays blank, as pages of the program allow no pictures from elsewhere. */
    private final Window darkroom;

    Camera(Chromium chromium, String url) {
        this.window = chromium.open(url);
        this.darkroom = chromium.open(url);
    }

    byte[] take(Picture picture) {
        Page page = window.page();
        page.setViewportSize(WIDTH, picture.part() ? TALL : HEIGHT);
        window.go(picture.path());
        page.locator("#answer[data-state=fitting]")
                .waitFor(new Locator.WaitForOptions()
                        .setState(WaitForSelectorState.DETACHED)
                        .setTimeout(PATIENCE));
        window.awaitCharts();
        page.evaluate("() => window.scrollTo(0, 0)");
        picture.clicked().forEach(selector -> page.locator(selector).click());
        return shot(page, picture.shown());
    }

    /** Takes a page as it is, of parts all of them and what is between; nothing: what the window shows. */
    byte[] take(Page page, List<String> shown) {
        page.setViewportSize(WIDTH, shown.isEmpty() ? HEIGHT : TALL);
        page.locator(shown.isEmpty() ? "body" : shown.get(0)).evaluate("first => first.scrollIntoView()");
        byte[] taken = shot(page, shown);
        page.setViewportSize(WIDTH, HEIGHT);
        return taken;
    }

    private byte[] shot(Page page, List<String> shown) {
        page.waitForTimeout(REST);
        return packed(shown.isEmpty() ? page.screenshot() : parts(page, shown));
    }

    private static byte[] parts(Page page, List<String> shown) {
        List<BoundingBox> boxes = shown.stream()
                .map(selector -> page.locator(selector).boundingBox())
                .toList();
        double left = boxes.stream().mapToDouble(box -> box.x).min().orElseThrow() - MARGIN;
        double top = boxes.stream().mapToDouble(box -> box.y).min().orElseThrow() - MARGIN;
        double right =
                boxes.stream().mapToDouble(box -> box.x + box.width).max().orElseThrow() + MARGIN;
        double bottom =
                boxes.stream().mapToDouble(box -> box.y + box.height).max().orElseThrow() + MARGIN;
        return page.screenshot(new Page.ScreenshotOptions().setClip(left, top, right - left, bottom - top));
    }

    private byte[] packed(byte[] png) {
        String address =
                (String) darkroom.page().evaluate(PACK, Base64.getEncoder().encodeToString(png));
        return Base64.getDecoder().decode(address.substring(address.indexOf(',') + 1));
    }

    @Override
    public void close() {
        darkroom.close();
        window.close();
    }
}
