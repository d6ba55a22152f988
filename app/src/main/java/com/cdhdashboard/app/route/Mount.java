package com.cdhdashboard.app.route;

import static java.util.Objects.requireNonNull;

/**
 * Where the addresses of one configuration begin. Pages name addresses within it, see {@link Urls}, which are the same for
 * all; what lies before them is added where they leave the server, and left out where a request comes in.
 *
 * @param prefix such as {@code /v/north}; empty where the server shows one configuration only
 */
public record Mount(String prefix) {
    /** Of the only configuration. */
    public static final Mount ROOT = new Mount("");

    private static final String BELOW = "/v/";

    public Mount {
        requireNonNull(prefix, "prefix");
    }

    /** Of one of several configurations. */
    public static Mount of(String slug) {
        return new Mount(BELOW + slug);
    }

    /** What the configuration is called in addresses; empty where it is the only one. */
    public String name() {
        return prefix.isEmpty() ? "" : prefix.substring(BELOW.length());
    }

    /** The address on this server of one within the configuration. What all share, and what names another, stays. */
    public String address(String within) {
        boolean own = within.startsWith("/") && !within.startsWith(Urls.ASSETS + "/") && !within.startsWith(BELOW);
        return own ? prefix + within : within;
    }

    /** Whether a path is below this one; it is compared as it was sent, undecoded. */
    public boolean holds(String path) {
        return prefix.isEmpty() || path.equals(prefix) || path.startsWith(prefix + "/");
    }

    /** The path within the configuration, of one that is held. */
    public String within(String path) {
        return path.length() == prefix.length() ? Urls.HOME : path.substring(prefix.length());
    }

    /** Whether a path names one of several configurations, be there one of that name or not. */
    public static boolean isNamed(String path) {
        return path.startsWith(BELOW);
    }

    /** The path within whichever configuration it names. */
    public static String withinAny(String path) {
        int end = isNamed(path) ? path.indexOf('/', BELOW.length()) : 0;
        return end < 0 ? Urls.HOME : path.substring(end);
    }
}
