package com.cdhdashboard.core.ingest;

/** Which sample of the rows an import keeps, for whoever writes filters and calculations. */
public enum SampleChoice {
    /** No rows, and of columns only names and types. */
    NONE,
    /** Without the columns that identify people. */
    WITHOUT_PEOPLE,
    /** With all columns. */
    WHOLE
}
