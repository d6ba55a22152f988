package com.cdhdashboard.core.config;

import static java.util.Objects.requireNonNull;

/**
 * The {@code [holdings]} section: product holdings, from which customer lifetime value is computed.
 *
 * @param tables how CSV files and workbooks are read
 */
public record Holdings(FileSelection files, Preparation preparation, TableOptions tables) {
    public Holdings {
        requireNonNull(files, "files");
        requireNonNull(preparation, "preparation");
        requireNonNull(tables, "tables");
    }

    public Holdings(FileSelection files, Preparation preparation) {
        this(files, preparation, TableOptions.RECOGNISED);
    }
}
