package com.cdhdashboard.core.ingest.format;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** Recognises configurations, which are easily handed over in the place of an export. */
public final class ConfigurationText {
    private static final int BYTES = 64 << 10;
    private static final String KEY = "[A-Za-z0-9_-]+|\"[^\"]*\"";
    private static final String KEYS = "(?:" + KEY + ")(?:\\s*\\.\\s*(?:" + KEY + "))*";
    private static final Pattern TABLE = Pattern.compile("\\s*\\[{1,2}\\s*" + KEYS + "\\s*]{1,2}\\s*(?:#.*)?");
    private static final Pattern SETTING = Pattern.compile("\\s*" + KEYS + "\\s*=.*");

    private ConfigurationText() {}

    /** Whether the file is TOML: it has a table and a setting, each on a line of its own. */
    public static boolean isIn(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            List<String> lines = new String(in.readNBytes(BYTES), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            return lines.stream().anyMatch(line -> TABLE.matcher(line).matches())
                    && lines.stream().anyMatch(line -> SETTING.matcher(line).matches());
        } catch (IOException e) {
            // Said when the file is read
            return false;
        }
    }
}
