package com.cdhdashboard.app.view;

import com.cdhdashboard.app.Workspace;
import com.cdhdashboard.app.route.Section;
import com.cdhdashboard.app.route.Urls;
import com.cdhdashboard.app.route.ViewState;
import com.cdhdashboard.core.config.Configuration;
import com.cdhdashboard.core.ingest.LoadedData;
import com.cdhdashboard.core.snapshot.Configured;
import com.cdhdashboard.core.snapshot.Snapshot;
import io.javalin.http.Context;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Makes the frame of each page: the navigation holds only pages that have something to show. */
public final class Frames {
    private final Variants variants;
    private final Variants.Served own;
    private final Workspace workspace;
    private final Assets assets;
    private final String token;

    /** @param own the one of the configurations whose pages these are */
    public Frames(Variants variants, Variants.Served own, Assets assets, String token) {
        this.variants = variants;
        this.own = own;
        this.workspace = own.workspace();
        this.assets = assets;
        this.token = token;
    }

    /** Whether pages show everything and change nothing. */
    public boolean readOnly() {
        return own.authoring().readOnly();
    }

    /** What forms send to show that they are this server's. */
    public String token() {
        return token;
    }

    /**
     * A frame.
     *
     * @param active the address of the page's entry in the navigation
     */
    public Frame frame(Context context, String title, String active) {
        return frame(context, title, active, ViewState.EMPTY);
    }

    /** A frame whose links to dashboard and reports keep the filters of the page. */
    public Frame frame(Context context, String title, String active, ViewState state) {
        Snapshot now = Snapshots.of(context, workspace);
        return frame(context, named(title, state), navigation(now, active, state.filtersOnly()), now.loaded());
    }

    /** A page by what it shows. */
    private record Named(String title, String filters) {}

    private static Named named(String title, ViewState state) {
        List<Chip> chips = Chip.of(state, other -> "");
        return new Named(
                title,
                chips.stream()
                        .map(chip -> chip.isPeriod() ? chip.text() : chip.words())
                        .collect(Collectors.joining("; ")));
    }

    /** The configurations that the server shows, where there are several, each with its page that is like this one. */
    public List<Frame.Choice> variants(String page) {
        return variants.choices(own.mount(), page);
    }

    /** The frame of a page of that section. */
    public Frame frame(Context context, String title, Section section, ViewState state) {
        return section == Section.CLV
                ? customerFrame(context, title, state)
                : frame(context, title, Urls.REPORTS, state);
    }

    /** The frame of a page over customers, which tells how fresh the holdings are and compares nothing. */
    public Frame customerFrame(Context context, String title, ViewState state) {
        Snapshot now = Snapshots.of(context, workspace);
        Named page = named(title, state.withComparedWith(Optional.empty()));
        return frame(context, page, navigation(now, Urls.CLV, state.periodOnly()), now.holdings());
    }

    /** The frame of what is said to someone who may not see anything. */
    public Frame closedFrame(Context context, String title) {
        Snapshot now = Snapshots.of(context, workspace);
        List<Frame.NavItem> items = items(now.configured(), "", ViewState.EMPTY);
        return frame(context, named(title, ViewState.EMPTY), new Frame.Navigation(items, List.of()), now.loaded());
    }

    private Frame frame(Context context, Named page, Frame.Navigation navigation, LoadedData loaded) {
        Configuration configuration = Snapshots.of(context, workspace).configuration();
        Frame.Brand brand = new Frame.Brand(
                configuration.branding().name(),
                configuration.branding().version(),
                configuration.variant().description(),
                configuration.variant().demoMode() ? demo(loaded) : "");
        return new Frame(
                page.title(),
                page.filters(),
                brand,
                navigation,
                freshness(loaded),
                Respond.theme(context)
                        .filter(text -> text.equals("light") || text.equals("dark"))
                        .orElse(""),
                new Frame.Technical(
                        assets,
                        token,
                        Snapshots.of(context, workspace).version(),
                        own.mount().prefix()));
    }

    private static String demo(LoadedData loaded) {
        return loaded.rows() == 0
                ? "Demo data are to be shown, and none are there: this configuration reads none of them, or they were not"
                        + " made. What the server said at its start tells why."
                : "Demo data: all numbers here are made up.";
    }

    private Frame.Navigation navigation(Snapshot now, String active, ViewState state) {
        return new Frame.Navigation(items(now.configured(), active, state), variants(active));
    }

    /** The pages that a configuration has. */
    static List<Frame.NavItem> pages(Variants.Served served) {
        return items(served.workspace().configured(), "", ViewState.EMPTY);
    }

    /** The page of a configuration that is like one of another; its first where it has none. */
    static String pageLike(String active, Variants.Served served) {
        return items(served.workspace().configured(), active, ViewState.EMPTY).stream()
                .filter(Frame.NavItem::active)
                .findFirst()
                .map(Frame.NavItem::url)
                .orElse(Urls.HOME);
    }

    private static List<Frame.NavItem> items(Configured configured, String active, ViewState state) {
        List<Frame.NavItem> items = new ArrayList<>();
        items.add(new Frame.NavItem("Home", Urls.HOME, "home", active.equals(Urls.HOME)));
        items.add(new Frame.NavItem("Data Import", Urls.IMPORT, "import", active.equals(Urls.IMPORT)));
        if (!configured.metrics().isEmpty()) {
            items.add(
                    new Frame.NavItem("Dashboard", Urls.dashboard(state), "dashboard", active.equals(Urls.DASHBOARD)));
            items.add(new Frame.NavItem("Reports", Urls.reports(state), "reports", active.equals(Urls.REPORTS)));
        }
        if (!configured.customerMetrics().isEmpty()) {
            items.add(
                    new Frame.NavItem("CLV", Urls.customerReports(state.periodOnly()), "clv", active.equals(Urls.CLV)));
        }
        if (configured.configuration().userInterface().chatWithData()
                && !(configured.metrics().isEmpty()
                        && configured.customerMetrics().isEmpty())) {
            items.add(new Frame.NavItem("Ask", Urls.ASSISTANT, "ask", active.equals(Urls.ASSISTANT)));
        }
        items.add(
                new Frame.NavItem("Configuration", Urls.CONFIGURATION, "settings", active.equals(Urls.CONFIGURATION)));
        return items;
    }

    private static Optional<Frame.Freshness> freshness(LoadedData data) {
        if (data.rows() == 0) {
            return Optional.empty();
        }
        String text = data.to().map(day -> "Data to " + SizeText.day(day)).orElse("Data loaded");
        return Optional.of(new Frame.Freshness(text, data.importedAt().map(Instant::toString)));
    }
}
