package com.cdhdashboard.core.ingest;

import java.util.List;

/**
 * The columns of an export that are read.
 *
 * @param columns in the order of the export; technical columns are not among them
 * @param warnings one for each column that kept its raw name because another has the short one
 */
public record ColumnNames(List<NamedColumn> columns, List<String> warnings) {
    public ColumnNames {
        columns = List.copyOf(columns);
        warnings = List.copyOf(warnings);
    }
}
