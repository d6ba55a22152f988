package com.cdhdashboard.assistant.draft;

/**
 * The configuration by which files are read that are only looked at: it takes rows of both kinds of data, and lacks none of
 * their columns.
 */
public final class SampleConfiguration {
    /** Its text. Rows without a time get one, so that it is the draft that says what is missing. */
    public static final String TEXT = """
            [ih]
            file_type = "pega_ds_export"
            file_pattern = "**/*"

            [ih.extensions.default_values]
            InteractionID = ""
            Outcome = "N/A"
            OutcomeTime = "2000-01-01T00:00:00Z"
            Issue = "N/A"
            Group = "N/A"
            Name = "N/A"
            Rank = 1

            [holdings]
            file_type = "pega_ds_export"
            file_pattern = "**/*"

            [metrics]
            global_filters = []

            [metrics.descriptive]
            group_by = ["Month"]
            columns = ["Outcome"]
            scores = ["Count"]

            [metrics.clv]
            group_by = []
            scores = ["frequency"]

            [metrics.clv_customers]
            group_by = []
            scores = ["frequency"]
            customer_id_col = "CustomerID"
            """;

    private SampleConfiguration() {}
}
