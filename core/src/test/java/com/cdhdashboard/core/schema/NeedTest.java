package com.cdhdashboard.core.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.cdhdashboard.core.config.LoadedConfiguration;
import com.cdhdashboard.core.config.change.ConfigurationChange;
import com.cdhdashboard.core.config.read.ConfigurationReader;
import com.cdhdashboard.core.config.schema.KeyType;
import com.cdhdashboard.core.config.schema.Need;
import com.cdhdashboard.core.config.schema.SchemaKey;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the schema says that a change of a key needs is what a change of it is found to need. */
class NeedTest {
    private static final String RATES = """
            metrics.NAME.group_by = ["Channel"]
            metrics.NAME.scores = ["Count"]
            metrics.NAME.positive_model_response = ["Accepted"]
            metrics.NAME.negative_model_response = ["Rejected"]
            """;

    private static final String TEXT = """
            ih.file_type = "parquet"
            ih.file_pattern = "*"
            holdings.file_type = "parquet"
            holdings.file_pattern = "*"
            metrics.global_filters = ["Direction"]
            metrics.descriptive.group_by = ["Channel"]
            metrics.descriptive.scores = ["Sum"]
            metrics.descriptive.columns = ["Rank"]
            metrics.experiment.experiment_name = "Name"
            metrics.experiment.experiment_group = "Arm"
            metrics.clv.group_by = ["Channel"]
            metrics.clv.scores = ["tenure"]
            reports.a.metric = "conversion"
            reports.a.type = "generic"
            reports.a.description = "A"
            """
            + RATES.replace("NAME", "engagement")
            + RATES.replace("NAME", "conversion")
            + RATES.replace("NAME", "model_ml_scores")
            + RATES.replace("NAME", "experiment");

    private static final LoadedConfiguration BEFORE = read(TEXT);

    /** Where the example is no change of a number of the metrics above. */
    private static final Map<String, String> OTHERWISE = Map.of(
            "ih.extensions.default_values", "{ Channel = \"none\" }",
            "holdings.extensions.default_values", "{ Channel = \"none\" }",
            "ih.extensions.columns", "'[pl.lit(\"x\").alias(\"Channel\")]'",
            "holdings.extensions.columns", "'[pl.lit(\"x\").alias(\"Channel\")]'",
            "reports.a.type", "\"line\"");

    static List<String> paths() {
        return KeyExplanation.paths().stream()
                .map(path -> path.replace("reports.NAME", "reports.a"))
                .filter(path -> Schema.key(path)
                        .filter(key -> !(key.type() instanceof KeyType.Nested))
                        .isPresent())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("paths")
    void aChangeNeedsWhatTheSchemaSays(String path) {
        SchemaKey key = Schema.key(path).orElseThrow();
        Map<String, String> lines = new LinkedHashMap<>();
        TEXT.lines().forEach(line -> lines.put(line.substring(0, line.indexOf(" =")), line));
        lines.put(path, path + " = " + OTHERWISE.getOrDefault(path, other(key)));
        String after = lines.values().stream().collect(Collectors.joining("\n"));

        ConfigurationChange change = ConfigurationChange.between(BEFORE, read(after));

        assertThat(change.needsImport()).isEqualTo(key.need() == Need.IMPORT);
        if (key.need() == Need.NOTHING) {
            assertThat(change.sentences()).containsExactly("Nothing changes but the text: all pages stay as they are.");
        }
    }

    private static LoadedConfiguration read(String text) {
        return ConfigurationReader.read(text, "a.toml");
    }

    /** A value that is not the default. */
    private static String other(SchemaKey key) {
        if (!key.help().example().isEmpty()) {
            return key.help().example();
        }
        if (key.type() instanceof KeyType.Flag) {
            return String.valueOf(!key.otherwise().orElseThrow().equals(true));
        }
        return key.otherwise().filter(Long.class::isInstance).isPresent() ? "7" : "\"Other\"";
    }
}
