package com.cdhdashboard.assistant.draft;

import com.cdhdashboard.core.config.edit.TomlText;
import java.util.List;

/** A configuration that counts and shows nothing yet, to which a proposal is added where there is no other. */
public final class EmptyConfiguration {
    private static final String TEXT = """
            # Drafted from a sample of the data. Every key is explained in docs/configuration.md.

            [copyright]
            name = "CDH Dashboard"
            version = "1.0"

            [ux]
            refresh_dashboard = false

            [variants]
            name = "default"
            description = "Drafted from a sample of the data"

            [ih]
            file_type = "pega_ds_export"
            file_pattern = "**/*"
            """;

    private EmptyConfiguration() {}

    /**
     * One that reads files.
     *
     * @param fileType what they are
     * @param filePattern which ones
     */
    public static TomlText of(String fileType, String filePattern) {
        return TomlText.of(TEXT)
                .set(List.of("ih", "file_type"), fileType)
                .set(List.of("ih", "file_pattern"), filePattern);
    }
}
