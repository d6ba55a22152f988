package com.cdhdashboard.core.config;

/** The {@code [ux]} section; {@code refreshInterval} is in milliseconds. */
public record UserInterface(boolean refreshDashboard, int refreshInterval, int dataCacheHours, boolean chatWithData) {
    /** Where the section or a key is left out. */
    public static final UserInterface DEFAULT = new UserInterface(false, 180_000, 24, false);
}
