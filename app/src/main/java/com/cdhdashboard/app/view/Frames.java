package com.cdhdashboard.app.view;

import com.cdhdashboard.app.Workspace;
import com.cdhdashboard.app.route.Urls;
import com.cdhdashboard.app.route.ViewState;
import com.cdhdashboard.core.config.Configuration;
import com.cdhdashboard.core.ingest.LoadedData;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes the frame of each page: the navigation holds only pages that have something to show. */
public final class Frames {
    private final Workspace workspace;
    private final Assets assets;
    private final String token;

    public Frames(Workspace workspace, Assets assets, String token) {
        this.workspace = workspace;
        this.assets = assets;
        this.token = token;
    }

    /**
     * A frame.
     *
     * @param active the address of the page's entry in the navigation
     * @param theme what the reader chose; anything but {@code light} and {@code dark} counts as no choice
     */
    public Frame frame(String title, String active, Optional<String> theme) {
        return frame(title, active, theme, ViewState.EMPTY);
    }

    /** A frame whose links to dashboard and reports keep the filters of the page. */
    public Frame frame(String title, String active, Optional<String> theme, ViewState state) {
        return frame(title, theme, navigation(active, state.filtersOnly()), workspace.loaded());
    }

    /** The frame of a page over customers, which tells how fresh the holdings are. */
    public Frame customerFrame(String title, Optional<String> theme) {
        return frame(
                title,
                theme,
                navigation(Urls.CLV, ViewState.EMPTY),
                workspace.customerData().loaded());
    }

    private Frame frame(String title, Optional<String> theme, List<Frame.NavItem> navigation, LoadedData loaded) {
        Configuration configuration = workspace.configuration();
        Frame.Brand brand = new Frame.Brand(
                configuration.branding().name(),
                configuration.branding().version(),
                configuration.variant().description());
        return new Frame(
                title,
                brand,
                navigation,
                freshness(loaded),
                theme.filter(text -> text.equals("light") || text.equals("dark"))
                        .orElse(""),
                new Frame.Technical(assets, token, workspace.dataVersion()));
    }

    private List<Frame.NavItem> navigation(String active, ViewState state) {
        List<Frame.NavItem> items = new ArrayList<>();
        items.add(new Frame.NavItem("Home", Urls.HOME, "home", active.equals(Urls.HOME)));
        items.add(new Frame.NavItem("Data Import", Urls.IMPORT, "import", active.equals(Urls.IMPORT)));
        if (!workspace.metrics().isEmpty()) {
            items.add(
                    new Frame.NavItem("Dashboard", Urls.dashboard(state), "dashboard", active.equals(Urls.DASHBOARD)));
            items.add(new Frame.NavItem("Reports", Urls.reports(state), "reports", active.equals(Urls.REPORTS)));
        }
        if (!workspace.customerReports().metrics().isEmpty()) {
            items.add(new Frame.NavItem("CLV", Urls.CLV, "clv", active.equals(Urls.CLV)));
        }
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
