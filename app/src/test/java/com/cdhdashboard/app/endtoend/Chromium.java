package com.cdhdashboard.app.endtoend;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A browser: the one named by {@code CDHDASHBOARD_CHROMIUM}, else the one the driver fetches for itself. */
public final class Chromium implements AutoCloseable {
    /** Runs in containers, and asks no other machine anything on its own account. */
    private static final List<String> ARGUMENTS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    public static Chromium start() {
        Optional<Path> installed = Optional.ofNullable(System.getenv("CDHDASHBOARD_CHROMIUM"))
                .filter(text -> !text.isBlank())
                .map(Path::of);
        Playwright.CreateOptions options = new Playwright.CreateOptions();
        if (installed.isPresent()) {
            options.setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"));
        }
        Playwright playwright = Playwright.create(options);
        BrowserType.LaunchOptions launch = new BrowserType.LaunchOptions().setArgs(ARGUMENTS);
        installed.ifPresent(launch::setExecutablePath);
        return new Chromium(playwright, playwright.chromium().launch(launch));
    }

    /** A new window on a site, without cookies. */
    public Window open(String url) {
        return new Window(browser, url, 1280, 900);
    }

    /** A new window as large as a telephone. */
    Window openSmall(String url) {
        return new Window(browser, url, 390, 844);
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
