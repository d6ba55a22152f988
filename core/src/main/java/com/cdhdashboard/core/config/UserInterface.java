package com.cdhdashboard.core.config;

/** The {@code [ux]} section; {@code refreshInterval} is in milliseconds. */
public record UserInterface(boolean refreshDashboard, int refreshInterval, int dataCacheHours, boolean chatWithData) {}
