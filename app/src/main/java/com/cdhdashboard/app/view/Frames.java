package com.cdhdashboard.app.view;

import com.cdhdashboard.app.Snapshot;
import com.cdhdashboard.app.Workspace;
import com.cdhdashboard.app.route.Section;
import com.cdhdashboard.app.route.Urls;
import com.cdhdashboard.app.route.ViewState;
import com.cdhdashboard.core.config.Configuration;
import com.cdhdashboard.core.ingest.LoadedData;
import io.javalin.http.Context;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes the frame of each page: the navigation holds only pages that have something to show. */
public final class Frames {
    private final Workspace workspace;
    private final Assets assets;
    private final String token;
    private final boolean readOnly;

    public Frames(Workspace workspace, Assets assets, String token, boolean readOnly) {
        this.workspace = workspace;
        this.assets = assets;
        this.token = token;
        this.readOnly = readOnly;
    }

    /** Whether pages show everything and change nothing. */
    public boolean readOnly() {
        return readOnly;
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
        return frame(context, title, navigation(now, active, state.filtersOnly()), now.loaded());
    }

    /** The frame of a page of that section. */
    public Frame frame(Context context, String title, Section section, ViewState state) {
        return section == Section.CLV ? customerFrame(context, title) : frame(context, title, Urls.REPORTS, state);
    }

    /** The frame of a page over customers, which tells how fresh the holdings are. */
    public Frame customerFrame(Context context, String title) {
        Snapshot now = Snapshots.of(context, workspace);
        return frame(context, title, navigation(now, Urls.CLV, ViewState.EMPTY), now.holdings());
    }

    private Frame frame(Context context, String title, List<Frame.NavItem> navigation, LoadedData loaded) {
        Configuration configuration = Snapshots.of(context, workspace).configuration();
        Frame.Brand brand = new Frame.Brand(
                configuration.branding().name(),
                configuration.branding().version(),
                configuration.variant().description());
        return new Frame(
                title,
                brand,
                navigation,
                freshness(loaded),
                Respond.theme(context)
                        .filter(text -> text.equals("light") || text.equals("dark"))
                        .orElse(""),
                new Frame.Technical(
                        assets, token, Snapshots.of(context, workspace).version()));
    }

    private static List<Frame.NavItem> navigation(Snapshot now, String active, ViewState state) {
        List<Frame.NavItem> items = new ArrayList<>();
        items.add(new Frame.NavItem("Home", Urls.HOME, "home", active.equals(Urls.HOME)));
        items.add(new Frame.NavItem("Data Import", Urls.IMPORT, "import", active.equals(Urls.IMPORT)));
        if (!now.metrics().isEmpty()) {
            items.add(
                    new Frame.NavItem("Dashboard", Urls.dashboard(state), "dashboard", active.equals(Urls.DASHBOARD)));
            items.add(new Frame.NavItem("Reports", Urls.reports(state), "reports", active.equals(Urls.REPORTS)));
        }
        if (!now.customerMetrics().isEmpty()) {
            items.add(new Frame.NavItem("CLV", Urls.CLV, "clv", active.equals(Urls.CLV)));
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
