package com.cdhdashboard.core.config.read;

import com.cdhdashboard.core.config.Configuration;
import com.cdhdashboard.core.config.LoadedConfiguration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Makes whole configurations of pieces, so that a test shows only what it is about. */
final class TestingConfiguration {
    static final String METRICS = """
            [metrics]
            global_filters = ["Channel"]
            [metrics.engagement]
            group_by = ["Day"]
            scores = ["CTR"]
            positive_model_response = ["Clicked"]
            negative_model_response = ["Impression"]
            """;

    private record Piece(String section, String text) {}

    private static final List<Piece> PIECES = List.of(
            new Piece("copyright", "[copyright]\nname = \"Test\"\nversion = \"1\"\n"),
            new Piece("ux", "[ux]\nrefresh_dashboard = false\n"),
            new Piece("ih", "[ih]\nfile_type = \"parquet\"\nfile_pattern = \"**/*.parquet\"\n"),
            new Piece("metrics", METRICS),
            new Piece("reports", "[reports]\n"),
            new Piece("variants", "[variants]\nname = \"test\"\ndescription = \"Test\"\n"));

    private TestingConfiguration() {}

    /** Reads the text, followed by a faultless section for each it does not name. */
    static LoadedConfiguration read(String text) {
        StringBuilder whole = new StringBuilder(text);
        PIECES.stream()
                .filter(piece -> !text.contains("[" + piece.section) && !text.startsWith(piece.section + " ="))
                .forEach(piece -> whole.append(piece.text));
        return ConfigurationReader.read(whole.toString(), "config.toml");
    }

    /** As {@link #read}, which must find nothing wrong. */
    static Configuration faultless(String text) {
        LoadedConfiguration loaded = read(text);
        if (!loaded.problems().isEmpty()) {
            throw new AssertionError(loaded.problems());
        }
        return loaded.configuration();
    }

    /** The problems as lines, the severity first. */
    static List<String> problems(LoadedConfiguration loaded) {
        List<String> lines = new ArrayList<>();
        loaded.problems()
                .forEach(problem -> lines.add(problem.severity().name().toLowerCase(Locale.ROOT) + " " + problem));
        return lines;
    }
}
