package com.cdhdashboard.app.sample;

/** How product holdings are put into their file; the first four as interactions are. */
public enum HoldingsFormat {
    ZIP(ExportFormat.ZIP),
    GZ(ExportFormat.GZ),
    NDJSON(ExportFormat.JSON),
    PARQUET(ExportFormat.PARQUET),
    CSV(ExportFormat.JSON),
    XLSX(ExportFormat.JSON);

    private final ExportFormat lines;

    HoldingsFormat(ExportFormat lines) {
        this.lines = lines;
    }

    /** The format of holdings that goes with one of interactions. */
    static HoldingsFormat like(ExportFormat format) {
        return switch (format) {
            case ZIP -> ZIP;
            case GZ -> GZ;
            case JSON -> NDJSON;
            case PARQUET -> PARQUET;
        };
    }

    /** How the JSON lines are written that the file is, or is made of. */
    ExportFormat lines() {
        return lines;
    }

    boolean isTable() {
        return this == CSV || this == XLSX;
    }

    String fileName(String stem) {
        return isTable() ? stem + (this == CSV ? ".csv" : ".xlsx") : lines.fileName(stem);
    }
}
