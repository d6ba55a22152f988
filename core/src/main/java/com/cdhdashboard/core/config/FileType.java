package com.cdhdashboard.core.config;

/** What {@code file_type} may say; the content of a file decides in the end. */
public enum FileType {
    PEGA_DS_EXPORT,
    PARQUET,
    CSV,
    XLSX
}
