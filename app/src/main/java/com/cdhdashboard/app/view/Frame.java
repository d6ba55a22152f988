package com.cdhdashboard.app.view;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What stands around the content of every page.
 *
 * @param title of the page, without the name of the product
 * @param filters of the page in words; empty where it has none
 * @param freshness how new the data are; absent where nothing is loaded
 * @param theme {@code light} or {@code dark}; empty: as the reader's system says
 */
public record Frame(
        String title,
        String filters,
        Brand brand,
        Navigation navigation,
        Optional<Freshness> freshness,
        String theme,
        Technical technical) {
    /**
     * Where one can go from every page.
     *
     * @param variants the configurations that the server shows, where there are several
     */
    public record Navigation(List<NavItem> items, List<Choice> variants) {
        public Navigation {
            items = List.copyOf(items);
            variants = List.copyOf(variants);
        }

        /** The name of the configuration that is shown. */
        public String variant() {
            return variants.stream().filter(Choice::current).map(Choice::name).collect(Collectors.joining());
        }
    }

    /** One of several configurations. */
    public record Choice(String name, String description, String url, boolean current) {}

    /** An entry of the navigation. */
    public record NavItem(String label, String url, String icon, boolean active) {}

    /**
     * The name and version shown.
     *
     * @param demo what is said of demo data; empty where the data are the user's
     */
    public record Brand(String name, String version, String data, String demo) {}

    /** How new the data are, as text, and the moment of the import as ISO text for the browser to tell the time since. */
    public record Freshness(String text, Optional<String> importedAt) {}

    /**
     * What the browser needs: addresses of assets, the token for changes, the version of the data.
     *
     * @param base what is before addresses that scripts ask for
     */
    public record Technical(Assets assets, String token, String dataVersion, String base) {}

    public Frame {
        requireNonNull(title, "title");
        requireNonNull(filters, "filters");
        requireNonNull(brand, "brand");
        requireNonNull(navigation, "navigation");
        requireNonNull(freshness, "freshness");
        requireNonNull(theme, "theme");
        requireNonNull(technical, "technical");
    }

    /** What the browser calls the page, in tabs, bookmarks and history: each view its own name. */
    public String documentTitle() {
        return Stream.of(title, filters, brand.name())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    public String asset(String name) {
        return technical.assets().url(name);
    }
}
