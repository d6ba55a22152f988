package com.cdhdashboard.core.schema;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.cdhdashboard.core.check.ConfigurationCheck;
import com.cdhdashboard.core.config.Configuration;
import com.cdhdashboard.core.config.read.ConfigurationReader;
import com.cdhdashboard.testdata.TestData;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Error;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tomlj.Toml;

/** The JSON Schema as a validator of its own understands it. */
class JsonSchemaTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final com.networknt.schema.Schema SCHEMA = SchemaRegistry.withDefaultDialect(
                    SpecificationVersion.DRAFT_7)
            .getSchema(JSON.valueToTree(JsonSchema.of()));

    private static final String SOUND = """
            ih.file_type = "parquet"
            ih.file_pattern = "**/*.parquet"
            metrics.global_filters = []
            metrics.engagement.group_by = ["Day"]
            metrics.engagement.scores = ["CTR"]
            metrics.engagement.positive_model_response = ["Clicked"]
            metrics.engagement.negative_model_response = ["Impression"]
            metrics.experiment.group_by = ["Day"]
            metrics.experiment.experiment_name = "Name"
            metrics.experiment.experiment_group = "Arm"
            metrics.experiment.scores = ["z_score"]
            metrics.experiment.positive_model_response = ["Clicked"]
            metrics.experiment.negative_model_response = ["Impression"]
            metrics.clv.scores = ["recency"]
            """;

    @ParameterizedTest
    @ValueSource(strings = {"default.toml", "demo.toml"})
    void packagedConfigurationsAreAccepted(String name) throws IOException {
        try (InputStream file = Objects.requireNonNull(Configuration.class.getResourceAsStream(name))) {
            assertThat(errors(new String(file.readAllBytes(), UTF_8))).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"configs/reference_demo.toml", "configs/reference_template.toml", "ih/oracle/oracle.toml"})
    void olderConfigurationsAreAccepted(String name) throws IOException {
        assertThat(errors(Files.readString(TestData.path(name)))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ux.refresh_dashboard = \"Yes\"",
                "ux.refresh_dashboard = 0",
                "ux.data_profiling = 7",
                "copyright.version = 2.1",
                "copyright.version_date = 2025-01-31",
                "copyright.version_date = \"2025-01-31\"",
                "ih.extensions.columns = ['pl.lit(1).alias(\"A\")']",
                "ih.extensions.default_values = { A = \"x\", B = 1, C = 1.5, D = true, E = 2025-01-31 }",
                "holdings = { file_type = \"csv\", file_pattern = \"*\", encoding = \"UTF-8\", delimiter = \"tab\" }",
                "metrics.clv.rfm_segment_config = \"telco\"",
                "metrics.clv.rfm_segment_config = \"other\"",
                "metrics.clv.positive_model_response = []",
                "reports.a = { metric = \"experiment\", description = \"A\" }",
                "reports.a = { metric = \"engagement\", type = \"generic\", description = \"A\", property = \"\" }",
                "reports.a = { metric = \"experiment\", description = \"A\", x = \"chi2_stat\" }",
                "reports.a = { metric = \"engagement\", type = \"line\", description = \"A\", x = \"Day\", y = \"CTR\","
                        + " color = \"---\", form = \"\", scale = \"log\", height = 400, bins = 3 }",
                "reports.a = { metric = \"clv\", type = \"model\", description = \"A\", years = \"5\", discount_rate = 8 }",
            })
    void whatIsReadIsAccepted(String more) {
        assertThat(ConfigurationCheck.check(ConfigurationReader.read(SOUND + more, "a.toml"))
                        .hasErrors())
                .isFalse();
        assertThat(errors(SOUND + more)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '\u0000',
            value = {
                "uxx = {}; ; uxx",
                "ux.refresh_intervall = 1000; /ux; refresh_intervall",
                "ux.refresh_interval = 999; /ux/refresh_interval; 1000",
                "ux.refresh_interval = \"1000\"; /ux/refresh_interval; integer",
                "ux.refresh_interval = 86400001; /ux/refresh_interval; 86400000",
                "ux.refresh_dashboard = \"perhaps\"; /ux/refresh_dashboard; pattern",
                "copyright.version_date = \"soon\"; /copyright/version_date; pattern",
                "copyright = 1; /copyright; object",
                "holdings = {}; /holdings; file_type",
                "holdings = { file_type = \"doc\", file_pattern = \"*\" }; /holdings/file_type; xlsx",
                "holdings = { file_type = \"csv\", file_pattern = \" \" }; /holdings/file_pattern; pattern",
                "holdings = { file_type = \"csv\", file_pattern = \"*\", encoding = \"utf8\" }; /holdings/encoding; windows",
                "ih.limits.memory_megabytes = 255; /ih/limits/memory_megabytes; 256",
                "ih.extensions.filter = 1; /ih/extensions/filter; string",
                "ih.extensions.default_values = { A = [1] }; /ih/extensions/default_values/A; array",
                "metrics.engagment = {}; /metrics; engagment",
                "metrics.engagement_b = {}; /metrics/engagement_b; group_by",
                "metrics.engagement.groupby = []; /metrics/engagement; groupby",
                "metrics.clv.model = \"free\"; /metrics/clv/model; contractual",
                "metrics.clv.rfm_segment_config = { Gold = [\"555\"] }; /metrics/clv/rfm_segment_config/Gold/0; pattern",
                "reports.a = {}; /reports/a; metric",
                "reports.a = { metric = \"engagement\", description = \"A\" }; /reports/a; type",
                "reports.a = { metric = \"engagement\", type = \"corr\", description = \"A\" }; /reports/a/type; line",
                "reports.a = { metric = \"engagement\", type = \"line\", description = \"A\", x = \"Day\" }; /reports/a; 'y'",
                "reports.a = { metric = \"engagement\", type = \"line\", description = \"A\", x = \"Day\", y = \"CRT\" }; /reports/a/y; CTR",
                "reports.a = { metric = \"engagement\", type = \"line\", description = \"A\", x = \"Day\", y = \"CTR\", form = \"pie\" }; /reports/a/form; bar",
                "reports.a = { metric = \"engagement\", type = \"line\", description = \"A\", x = \"Day\", y = \"CTR\", height = 1 }; /reports/a/height; 100",
                "reports.a = { metric = \"engagement\", type = \"gauge\", description = \"A\", value = \"CTR\" }; /reports/a; group_by",
                "reports.a = { metric = \"engagement\", type = \"gauge\", description = \"A\", value = \"CTR\", group_by = [] }; /reports/a/group_by; 1",
                "reports.a = { metric = \"clv\", type = \"model\", description = \"A\", years = 4 }; /reports/a/years; 8",
                "reports.a = { metric = \"clv\", type = \"exposure\", description = \"A\", points = 5 }; /reports/a/points; 10",
                "reports.a = { metric = \"clv\", type = \"exposure\", description = \"A\", point = 50 }; /reports/a; point",
            })
    void whatCannotBeReadIsRefusedAtItsPlace(String more, String place, String word) {
        String text = SOUND + more;
        assertThat(ConfigurationCheck.check(ConfigurationReader.read(text, "a.toml"))
                        .hasErrors())
                .as("an error to validate, too")
                .isTrue();
        assertThat(errors(text))
                .anySatisfy(error -> assertThat(error)
                        .startsWith((place == null ? "" : place) + ":")
                        .contains(word));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ih", "metrics"})
    void aSectionThatIsNeededIsMissed(String section) {
        String rest =
                SOUND.lines().filter(line -> !line.startsWith(section + ".")).collect(Collectors.joining("\n"));

        assertThat(errors(rest)).singleElement().asString().contains("'" + section + "'");
    }

    @Test
    void editorsAreToldMeaningDefaultAndExamples() {
        JsonNode interval = JSON.valueToTree(JsonSchema.of()).at("/properties/ux/properties/refresh_interval");

        assertThat(interval.toString())
                .isEqualTo("{\"description\":\"Time between two of them.\",\"type\":\"integer\",\"minimum\":1000,"
                        + "\"maximum\":86400000,\"default\":180000,\"examples\":[60000]}");
    }

    /** What no sound configuration shows: that each default and example is of the type beside it. */
    @ParameterizedTest
    @MethodSource("described")
    void defaultsAndExamplesAreOfTheirType(JsonNode type) {
        com.networknt.schema.Schema alone =
                SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7).getSchema(type);
        if (type.has("default")) {
            assertThat(alone.validate(type.get("default"))).isEmpty();
        }
        type.path("examples")
                .forEach(example ->
                        assertThat(alone.validate(example)).as(type.toString()).isEmpty());
    }

    static Stream<JsonNode> described() {
        JsonNode whole = JSON.valueToTree(JsonSchema.of());
        return Stream.concat(whole.findParents("default").stream(), whole.findParents("examples").stream())
                .filter(node -> node.has("description"))
                .distinct();
    }

    private static List<String> errors(String toml) {
        JsonNode json = tree(Toml.parse(toml).toJson());
        return SCHEMA
                .validate(json, context -> context.executionConfig(config -> config.locale(Locale.ENGLISH)))
                .stream()
                .map(JsonSchemaTest::line)
                .toList();
    }

    private static JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String line(Error error) {
        return error.getInstanceLocation() + ": " + error.getMessage();
    }
}
