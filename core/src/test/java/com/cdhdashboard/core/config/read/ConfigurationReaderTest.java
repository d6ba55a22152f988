package com.cdhdashboard.core.config.read;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.cdhdashboard.core.config.AssistantSettings;
import com.cdhdashboard.core.config.Branding;
import com.cdhdashboard.core.config.Chat;
import com.cdhdashboard.core.config.Configuration;
import com.cdhdashboard.core.config.FileSelection;
import com.cdhdashboard.core.config.FileType;
import com.cdhdashboard.core.config.Holdings;
import com.cdhdashboard.core.config.ImportLimits;
import com.cdhdashboard.core.config.InteractionHistory;
import com.cdhdashboard.core.config.LoadedConfiguration;
import com.cdhdashboard.core.config.MetricConfig;
import com.cdhdashboard.core.config.MetricConfig.Clv;
import com.cdhdashboard.core.config.MetricConfig.Descriptive;
import com.cdhdashboard.core.config.MetricConfig.Engagement;
import com.cdhdashboard.core.config.MetricConfig.Experiment;
import com.cdhdashboard.core.config.MetricConfig.ModelScores;
import com.cdhdashboard.core.config.Preparation;
import com.cdhdashboard.core.config.ReportConfig;
import com.cdhdashboard.core.config.RfmSegments;
import com.cdhdashboard.core.config.TableEncoding;
import com.cdhdashboard.core.config.TableOptions;
import com.cdhdashboard.core.config.UserInterface;
import com.cdhdashboard.core.config.Variant;
import com.cdhdashboard.core.error.Position;
import com.cdhdashboard.core.error.UserException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigurationReaderTest {
    private static final String MINIMAL =
            "[ih]\nfile_type = \"csv\"\nfile_pattern = \"*.csv\"\n" + TestingConfiguration.METRICS;

    private static final String ENGAGEMENT_KEYS = """
            group_by = ["Day"]
            scores = ["CTR"]
            positive_model_response = ["Clicked"]
            negative_model_response = ["Impression"]
            """;

    @Test
    void aFileOfInteractionHistoryAndMetricsIsEnough() {
        LoadedConfiguration loaded = ConfigurationReader.read(MINIMAL, "small.toml");

        assertThat(loaded.hasErrors()).isFalse();
        assertThat(TestingConfiguration.problems(loaded))
                .containsExactly(
                        "warning small.toml:1:1 copyright: is missing; without [copyright] pages show the name"
                                + " \"CDH Dashboard\"",
                        "warning small.toml:1:1 ux: is missing; without [ux] reports do not take turns by"
                                + " themselves",
                        "warning small.toml:1:1 reports: is missing; there is nothing to show; write tables such as"
                                + " [reports.daily_ctr]",
                        "warning small.toml:1:1 variants: is missing; without [variants] the data set is named"
                                + " \"default\"");
        Configuration configuration = loaded.configuration();
        assertThat(configuration.branding()).isEqualTo(new Branding("CDH Dashboard", "1.0", Optional.empty()));
        assertThat(configuration.userInterface()).isEqualTo(new UserInterface(false, 180_000, 24, false));
        assertThat(configuration.variant()).isEqualTo(new Variant("default", "", false));
        assertThat(configuration.chat()).isEqualTo(Chat.DEFAULT);
        assertThat(configuration.holdings()).isEmpty();
        assertThat(configuration.interactionHistory())
                .isEqualTo(new InteractionHistory(
                        new FileSelection(FileType.CSV, "*.csv", "\\d{8}(?=\\d{6}_)", false, false, false),
                        new Preparation(Map.of(), Optional.empty(), Optional.empty()),
                        30));
        assertThat(configuration.metrics()).extracting(MetricConfig::name).containsExactly("engagement");
    }

    @Test
    void anEmptyFileBringsAConfigurationToShowTheProblemsWith() {
        LoadedConfiguration loaded = ConfigurationReader.read("", "empty.toml");

        assertThat(loaded.hasErrors()).isTrue();
        assertThat(TestingConfiguration.problems(loaded))
                .contains(
                        "error empty.toml:1:1 ih: is missing; write [ih] with file_type and file_pattern",
                        "error empty.toml:1:1 metrics: is missing; write [metrics] with global_filters, and a table such"
                                + " as [metrics.engagement]");
        assertThat(loaded.configuration().metrics()).isEmpty();
    }

    @Test
    void everyValueOfTheGeneralSectionsIsRead() {
        LoadedConfiguration loaded = TestingConfiguration.read("""
                [copyright]
                name = "Bank"
                version = 2.5
                version_date = 2024-07-07
                [ux]
                refresh_dashboard = "Yes"
                refresh_interval = 60_000
                data_cache_hours = 8
                chat_with_data = 1
                [variants]
                name = "Pilot"
                description = "First customers"
                demo_mode = "on"
                [chat_with_data]
                agent_prompt = "Be brief."
                metric_descriptions = { engagement = "Clicks", clv = "Value" }
                [assistant]
                mask = ["Name"]
                withhold = ["Issue", "Branch"]
                mcp = "on"
                tools = ["list_metrics"]
                """);

        assertThat(loaded.hasErrors()).isFalse();
        Configuration configuration = loaded.configuration();
        assertThat(configuration.branding()).isEqualTo(new Branding("Bank", "2.5", Optional.of("2024-07-07")));
        assertThat(configuration.userInterface()).isEqualTo(new UserInterface(true, 60_000, 8, true));
        assertThat(configuration.variant()).isEqualTo(new Variant("Pilot", "First customers", true));
        assertThat(configuration.chat().agentPrompt()).isEqualTo("Be brief.");
        assertThat(configuration.chat().metricDescriptions())
                .containsExactly(Map.entry("engagement", "Clicks"), Map.entry("clv", "Value"));
        assertThat(configuration.assistant())
                .isEqualTo(new AssistantSettings(
                        List.of("Name"), List.of("Issue", "Branch"), true, List.of("list_metrics")));
    }

    @Test
    void holdingsTakeTheirOwnDefaults() {
        Configuration configuration =
                TestingConfiguration.faultless("[holdings]\nfile_type = \"xlsx\"\nfile_pattern = \"**/*.xlsx\"\n");

        assertThat(configuration.holdings())
                .contains(new Holdings(
                        new FileSelection(FileType.XLSX, "**/*.xlsx", "(.*)", false, false, false),
                        new Preparation(Map.of(), Optional.empty(), Optional.empty())));
    }

    @Test
    void waysToReadTablesAreTakenWhereWritten() {
        Configuration configuration = TestingConfiguration.faultless("""
                [holdings]
                file_type = "csv"
                file_pattern = "*.csv"
                delimiter = "tab"
                encoding = "Windows-1252"
                decimal = ","
                header = "no"
                header_row = 3
                """);

        assertThat(configuration.holdings().orElseThrow().tables())
                .isEqualTo(new TableOptions(
                        Optional.of('\t'),
                        Optional.empty(),
                        Optional.of(TableEncoding.WINDOWS_1252),
                        Optional.of(','),
                        Optional.of(false),
                        Optional.of(3),
                        Optional.empty(),
                        Set.of(),
                        Set.of()));
    }

    @Test
    void limitsNotWrittenAreTheUsualOnes() {
        Configuration configuration = TestingConfiguration.faultless("""
                [ih]
                file_type = "parquet"
                file_pattern = "*"
                [ih.limits]
                max_ratio = 400
                """);

        assertThat(configuration.interactionHistory().limits()).isEqualTo(new ImportLimits(64, 400, 100_000, 1_100));
    }

    @Test
    void defaultValuesKeepTheirTypesAndOrder() {
        Configuration configuration = TestingConfiguration.faultless("""
                [ih]
                file_type = "parquet"
                file_pattern = "*"
                late_outcome_days = 0
                [ih.extensions.default_values]
                Text = '0.0'
                Float = 1e-10
                Whole = 5
                Flag = true
                Since = 2020-01-31
                Empty = ""
                """);

        assertThat(configuration.interactionHistory().lateOutcomeDays()).isZero();
        assertThat(configuration.interactionHistory().preparation().defaultValues())
                .containsExactly(
                        Map.entry("Text", "0.0"),
                        Map.entry("Float", 1e-10),
                        Map.entry("Whole", 5L),
                        Map.entry("Flag", true),
                        Map.entry("Since", "2020-01-31"),
                        Map.entry("Empty", ""));
    }

    @Test
    void metricsKeepTheOrderOfTheFileAndTheFamilyOfTheirPrefix() {
        Configuration configuration = TestingConfiguration.faultless("[metrics.engagement_web]\n" + ENGAGEMENT_KEYS
                + "control_group = \"Hold-out\"\n[metrics.model_ml_scores]\n" + ENGAGEMENT_KEYS
                + "use_t_digest = \"false\"\n[metrics]\nglobal_filters = [\"Channel\", \"Year\"]\n"
                + "[metrics.conversion]\n" + ENGAGEMENT_KEYS + "[metrics.engagement]\n" + ENGAGEMENT_KEYS);

        assertThat(configuration.globalFilters()).containsExactly("Channel", "Year");
        assertThat(configuration.metrics())
                .extracting(MetricConfig::name)
                .containsExactly("engagement_web", "model_ml_scores", "conversion", "engagement");
        assertThat(configuration.metric("engagement_web"))
                .map(Engagement.class::cast)
                .hasValueSatisfying(metric -> assertThat(metric.controlGroup()).isEqualTo("Hold-out"));
        assertThat(configuration.metric("engagement"))
                .map(Engagement.class::cast)
                .hasValueSatisfying(metric -> assertThat(metric.controlGroup()).isEqualTo("Control"));
        assertThat(configuration.metric("model_ml_scores"))
                .map(ModelScores.class::cast)
                .hasValueSatisfying(metric -> assertThat(metric.useTDigest()).isFalse());
        assertThat(configuration.metric("conversion").orElseThrow().common().position())
                .isEqualTo(new Position("config.toml", 15, 1));
    }

    @Test
    void everyValueOfTheLaterFamiliesIsRead() {
        Configuration configuration = TestingConfiguration.faultless("""
                [holdings]
                file_type = "csv"
                file_pattern = "*.csv"
                [metrics]
                global_filters = []
                [metrics.descriptive]
                group_by = ["Day"]
                scores = ["Mean"]
                columns = ["Propensity"]
                [metrics.experiment]
                group_by = ["Year"]
                scores = ["z_score"]
                positive_model_response = ["Clicked"]
                negative_model_response = ["Impression"]
                experiment_name = "Test"
                experiment_group = "Arm"
                control_group = "A"
                [metrics.clv]
                group_by = ["Segment"]
                scores = ["recency"]
                model = "contractual"
                lifespan = 9
                observation_end = 2024-12-31
                customer_id_col = "CustomerID"
                rfm_segment_config = "telco"
                """);

        assertThat(configuration.metric("descriptive"))
                .map(Descriptive.class::cast)
                .hasValueSatisfying(metric -> {
                    assertThat(metric.columns()).containsExactly("Propensity");
                    assertThat(metric.useTDigest()).isTrue();
                });
        assertThat(configuration.metric("experiment"))
                .map(Experiment.class::cast)
                .hasValueSatisfying(metric -> assertThat(List.of(
                                metric.experimentName(),
                                metric.experimentGroup(),
                                metric.controlGroup().orElseThrow()))
                        .containsExactly("Test", "Arm", "A"));
        assertThat(configuration.metric("clv")).map(Clv.class::cast).hasValueSatisfying(metric -> {
            assertThat(metric.columns())
                    .isEqualTo(new MetricConfig.ClvColumns(
                            "HoldingID",
                            "CustomerID",
                            "OneTimeCost",
                            "PurchasedDate",
                            "RecurringPeriod",
                            "RecurringCost"));
            assertThat(metric.model())
                    .isEqualTo(new MetricConfig.ClvModel(
                            true, 9, Optional.of("2024-12-31"), new RfmSegments.Named("telco")));
        });
    }

    @Test
    void reportsKeepTheOrderOfTheFileHoweverTheirTablesAreWritten() {
        Configuration configuration = TestingConfiguration.faultless("""
                [reports.first]
                metric = "engagement"
                type = "gauge"
                description = " [ENG] First "
                group_by = ["Channel", "Issue"]
                value = "CTR"
                showlegend = "no"
                log_x = "True"
                color = "---"
                x = ""
                [reports.first.reference]
                Web_Sales = 0.05
                "Call Center_Sales" = 1
                [reports]
                second = { metric = "engagement", type = "funnel", description = "Second", stages = ["A", "B"] }
                third.metric = "engagement"
                third.type = "line"
                third.description = "Third"
                [reports.fourth]
                metric = "engagement"
                type = "line"
                description = "Fourth"
                height = 500
                """);

        assertThat(configuration.reports())
                .extracting(ReportConfig::key, ReportConfig::description)
                .containsExactly(
                        tuple("first", "[ENG] First"),
                        tuple("second", "Second"),
                        tuple("third", "Third"),
                        tuple("fourth", "Fourth"));
        ReportConfig first = configuration.report("first").orElseThrow();
        assertThat(first.groupBy()).containsExactly("Channel", "Issue");
        assertThat(first.settings())
                .containsExactly(
                        Map.entry("value", "CTR"),
                        Map.entry("showlegend", false),
                        Map.entry("log_x", true),
                        Map.entry("reference", Map.of("Web_Sales", 0.05, "Call Center_Sales", 1L)));
        assertThat(first.positions())
                .containsEntry("", new Position("config.toml", 1, 1))
                .containsEntry("type", new Position("config.toml", 3, 1))
                .containsEntry("reference", new Position("config.toml", 11, 1));
        assertThat(configuration.report("second").orElseThrow().settings())
                .containsExactly(Map.entry("stages", List.of("A", "B")));
        assertThat(configuration.report("second").orElseThrow().positions())
                .containsEntry("type", new Position("config.toml", 15, 35));
        assertThat(configuration.report("fourth").orElseThrow().settings()).containsExactly(Map.entry("height", 500L));
    }

    @Test
    void whatHasErrorsIsLeftOutAndTheRestWorks() {
        LoadedConfiguration loaded = TestingConfiguration.read(
                "[metrics]\nglobal_filters = []\n[metrics.engagement]\n"
                        + ENGAGEMENT_KEYS + "[metrics.engagement_bad]\n[reports.good]\nmetric = \"engagement\"\n"
                        + "type = \"line\"\ndescription = \"Good\"\n[reports.bad]\nmetric = \"engagement_bad\"\n"
                        + "type = \"line\"\ndescription = \"Bad\"\n[ux]\nrefresh_interval = \"soon\"\nrefresh_dashboard = true\n");

        assertThat(loaded.hasErrors()).isTrue();
        assertThat(loaded.configuration().metrics())
                .extracting(MetricConfig::name)
                .containsExactly("engagement");
        assertThat(loaded.configuration().reports())
                .extracting(ReportConfig::key)
                .containsExactly("good");
        assertThat(loaded.configuration().userInterface()).isEqualTo(new UserInterface(true, 180_000, 24, false));
    }

    @ParameterizedTest
    @CsvSource({
        "true,true",
        "'\"yes\"',true",
        "'\" ON \"',true",
        "'\"t\"',true",
        "'\"1\"',true",
        "7,true",
        "-1,true",
        "false,false",
        "'\"NO\"',false",
        "'\"off\"',false",
        "'\"f\"',false",
        "'\"0\"',false",
        "0,false",
        "'\"N\"',false",
        "'\"TRUE\"',true",
        "'\"Y\"',true"
    })
    void truthValuesAreReadInAnyForm(String toml, boolean expected) {
        assertThat(TestingConfiguration.faultless("[ux]\nrefresh_dashboard = " + toml + "\n")
                        .userInterface()
                        .refreshDashboard())
                .isEqualTo(expected);
    }

    @Test
    void aByteOrderMarkAndWindowsLinesDoNotMatter(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("windows.toml");
        Files.writeString(file, "\uFEFF" + MINIMAL.replace("\n", "\r\n"), UTF_8);

        LoadedConfiguration loaded = ConfigurationReader.read(file);

        assertThat(loaded.hasErrors()).isFalse();
        assertThat(loaded.configuration()
                        .metric("engagement")
                        .orElseThrow()
                        .common()
                        .position())
                .isEqualTo(new Position(file.toString(), 6, 1));
    }

    @Test
    void aFileInAnotherEncodingIsToldWithItsFirstWrongCharacter(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("latin.toml");
        Files.write(file, (MINIMAL + "[variants]\nname = \"Prêts\"\n").getBytes(ISO_8859_1));

        LoadedConfiguration loaded = ConfigurationReader.read(file);

        assertThat(loaded.problems().stream().map(Object::toString))
                .contains(file + ":12:11: not UTF-8 text; save the file in the encoding UTF-8");
        assertThat(loaded.configuration().metrics()).hasSize(1);
    }

    @Test
    void aFileThatIsNotThereIsAnError(@TempDir Path folder) {
        Path file = folder.resolve("none.toml");

        assertThatThrownBy(() -> ConfigurationReader.read(file))
                .isInstanceOf(UserException.class)
                .hasMessage("there is no configuration file " + file + "; give the path of a TOML file");
    }
}
