package com.cdhdashboard.core.error;

/** How grave a problem is; only an error stops what it concerns. */
public enum Severity {
    ERROR,
    WARNING,
    INFO
}
