package com.cdhdashboard.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A browser window that writes down all that goes wrong in it; closing it checks that nothing did. */
public final class Window implements AutoCloseable {
    /** Nothing is timed here: waits end when the page is there, and last so long only where it never comes. */
    private static final double PATIENCE_MILLIS = 90_000;

    /** Narrower windows are touched. */
    private static final int TELEPHONE = 640;

    private final String url;
    private final BrowserContext context;
    private final Page page;
    private final List<String> troubles = new ArrayList<>();
    private Optional<CDPSession> line = Optional.empty();
    private boolean meant;

    Window(Browser browser, String url, int width, int height) {
        this.url = url;
        this.context = browser.newContext(new Browser.NewContextOptions()
                .setBaseURL(url)
                .setViewportSize(width, height)
                .setHasTouch(width < TELEPHONE));
        context.setDefaultTimeout(PATIENCE_MILLIS);
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
        this.page = context.newPage();
        context.onConsoleMessage(this::said);
        context.onWebError(error -> trouble("uncaught: " + error.error()));
        context.onRequest(this::asked);
        context.onRequestFailed(this::failed);
        context.onResponse(this::answered);
    }

    public Page page() {
        return page;
    }

    /** Opens a page of the site. */
    public Page go(String path) {
        page.navigate(path);
        return page;
    }

    Locator find(String selector) {
        return page.locator(selector);
    }

    /** Shows every choice above a chart. */
    void openOptions() {
        find("#options > summary").click();
    }

    /** Scrolls to every chart and waits until it is drawn. */
    public void awaitCharts() {
        for (Locator chart : page.locator("[data-chart]").all()) {
            chart.scrollIntoViewIfNeeded();
            chart.locator(".plot .main-svg").first().waitFor();
        }
    }

    /** Lets every answer take longer; 0 for as it is. */
    void answersTake(int millis) {
        network(millis, false);
    }

    /** Takes the server away, or gives it back. What goes wrong meanwhile is meant to. */
    void serverIsLost(boolean lost) {
        troubleIsMeant(lost);
        network(0, lost);
    }

    /** Whether what goes wrong from now on is meant to. */
    void troubleIsMeant(boolean meant) {
        this.meant = meant;
    }

    private void network(int millis, boolean offline) {
        JsonObject conditions = new JsonObject();
        conditions.addProperty("offline", offline);
        conditions.addProperty("latency", millis);
        conditions.addProperty("downloadThroughput", -1);
        conditions.addProperty("uploadThroughput", -1);
        if (line.isEmpty()) {
            line = Optional.of(context.newCDPSession(page));
            line.get().send("Network.enable");
        }
        line.get().send("Network.emulateNetworkConditions", conditions);
    }

    private void trouble(String what) {
        if (meant) {
            return;
        }
        troubles.add(page.url() + " " + what);
    }

    /** That a request was given up for a newer one is written down by the library, and no failure. */
    private void said(ConsoleMessage message) {
        String text = message.text();
        if (message.type().equals("error")
                && !text.startsWith("htmx:sendAbort")
                && !text.startsWith("htmx:afterRequest")) {
            trouble("console: " + message.text());
        }
    }

    private void asked(Request request) {
        String address = request.url();
        boolean local = address.startsWith(url + "/") || address.startsWith("data:") || address.startsWith("blob:");
        if (!local) {
            trouble("asked elsewhere: " + address);
        }
    }

    /** What the browser gives up itself, as a download leaves the page or the next page comes, is no failure. */
    private void failed(Request request) {
        if (!String.valueOf(request.failure()).contains("ERR_ABORTED")) {
            trouble("failed: " + request.url() + " " + request.failure());
        }
    }

    private void answered(Response response) {
        if (response.status() >= 400) {
            trouble(response.status() + ": " + response.url());
        }
    }

    @Override
    public void close() {
        context.close();
        assertThat(troubles).as("what went wrong in the browser").isEmpty();
    }
}
