package com.cdhdashboard.app.view;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * What stands around the content of every page.
 *
 * @param title of the page, without the name of the product
 * @param freshness how new the data are; absent where nothing is loaded
 * @param theme {@code light} or {@code dark}; empty: as the reader's system says
 */
public record Frame(
        String title,
        Brand brand,
        List<NavItem> navigation,
        Optional<Freshness> freshness,
        String theme,
        Technical technical) {
    /** An entry of the navigation. */
    public record NavItem(String label, String url, String icon, boolean active) {}

    /** The name and version shown. */
    public record Brand(String name, String version, String data) {}

    /** How new the data are, as text, and the moment of the import as ISO text for the browser to tell the time since. */
    public record Freshness(String text, Optional<String> importedAt) {}

    /** What the browser needs: addresses of assets, the token for changes, the version of the data. */
    public record Technical(Assets assets, String token, String dataVersion) {}

    public Frame {
        requireNonNull(title, "title");
        requireNonNull(brand, "brand");
        navigation = List.copyOf(navigation);
        requireNonNull(freshness, "freshness");
        requireNonNull(theme, "theme");
        requireNonNull(technical, "technical");
    }

    public String asset(String name) {
        return technical.assets().url(name);
    }
}
