package com.cdhdashboard.bench.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import com.cdhdashboard.app.sample.ExportFormat;
import com.cdhdashboard.app.sample.SampleExport;
import com.cdhdashboard.app.sample.SampleSettings;
import com.cdhdashboard.bench.process.Product;
import com.cdhdashboard.bench.process.Workbench;
import com.cdhdashboard.core.config.Configuration;
import com.cdhdashboard.core.cube.Column;
import com.cdhdashboard.core.cube.RollUp;
import com.cdhdashboard.core.cube.Summary;
import com.cdhdashboard.core.cube.Table;
import com.cdhdashboard.core.ingest.ImportListener;
import com.cdhdashboard.core.ingest.ImportProgress;
import com.cdhdashboard.core.ingest.ImportRequest;
import com.cdhdashboard.core.ingest.archive.UnpackLimits;
import com.cdhdashboard.core.metric.Metrics;
import com.cdhdashboard.duckdb.EngineLimits;
import com.cdhdashboard.duckdb.imports.DuckDbImporter;
import com.cdhdashboard.duckdb.store.PublishedStore;
import com.cdhdashboard.duckdb.store.StoreFolder;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The script by which the import is judged gives the numbers of the program, cell by cell. */
class HandWrittenScriptTest {
    private static final List<String> CELL = List.of("Day", "Channel", "PropensitySource", "Issue", "Group");
    private static final String CELL_SQL = "day, channel, propensity_source, issue, \"group\"";

    private static PublishedStore store;
    private static Connection script;

    @BeforeAll
    static void importAndRunTheScript(@TempDir Path folder) throws SQLException {
        SampleExport export = new SampleExport(folder.resolve("export"));
        export.write(
                new SampleSettings(
                        6, SampleSettings.DEFAULT_END, SampleSettings.Size.ofRows(6000), 5, ExportFormat.PARQUET),
                done -> {});
        Workbench workbench =
                new Workbench(folder.resolve("work"), new Product(Path.of("java"), Path.of("script")), System.err);
        Configuration configuration = workbench.read("families.toml");
        StoreFolder data = new StoreFolder(folder.resolve("store"));
        new DuckDbImporter(
                        data,
                        configuration.interactionHistory(),
                        Metrics.of(configuration),
                        EngineLimits.forImporting(512),
                        UnpackLimits.defaults())
                .run(new ImportRequest(List.of(export.interactions()), false, false), silent());
        store = new PublishedStore(data, EngineLimits.forReading());
        script = DriverManager.getConnection("jdbc:duckdb:");
        try (Statement statement = script.createStatement()) {
            HandWrittenScript.run(statement, "read_parquet('" + export.interactions() + "/*.parquet')");
        }
    }

    private static ImportListener silent() {
        return new ImportListener() {
            @Override
            public void progressed(ImportProgress progress) {}

            @Override
            public boolean cancelled() {
                return false;
            }
        };
    }

    @AfterAll
    static void close() throws SQLException {
        store.close();
        script.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "engagement | Day,Channel,PlacementType,PropensitySource,Issue,Group,ModelControlGroup |"
                        + " day, channel, placement_type, propensity_source, issue, \"group\", model_control_group |"
                        + " Positives,Negatives | positives, negatives",
                "engagement_sales | Month,Channel,Group,Name,ModelControlGroup | strftime(month, '%Y-%m'), channel,"
                        + " \"group\", name, model_control_group | Positives,Negatives | positives, negatives",
                "conversion | Day,Channel,PlacementType,Issue,Group | day, channel, placement_type, issue, \"group\" |"
                        + " Positives,Negatives,Revenue | positives, negatives, revenue",
                "experiment | Year,Channel,ExperimentName,ExperimentGroup | year, channel, experiment_name,"
                        + " experiment_group | Positives,Negatives | positives, negatives",
            })
    void countsAndSumsAreThoseOfTheProgram(
            String metric, String dimensions, String keys, String measures, String figures) throws SQLException {
        assertSame(
                rollUp(metric, List.of(dimensions.split(",")), List.of(), List.of(measures.split(","))),
                answer(keys, figures, metric));
    }

    @ParameterizedTest
    @CsvSource({"Propensity, propensity", "FinalPropensity, final_propensity"})
    void scoresOfModelsAreThoseOfTheProgram(String property, String column) throws SQLException {
        Summary scores = new Summary.ScoreCounts(property, false);
        assertSame(
                rollUp(
                        "model_ml_scores",
                        CELL,
                        List.of(scores),
                        List.of(
                                scores.part(Summary.ScoreCounts.POSITIVES),
                                scores.part(Summary.ScoreCounts.NEGATIVES),
                                scores.part(Summary.ScoreCounts.AREA),
                                scores.part(Summary.ScoreCounts.PRECISION))),
                answer(CELL_SQL, "p, n, auc, precision", "(" + curves(column) + ")"));
    }

    /** By cell the area under the ROC curve, ties counted as half, and average precision. */
    private static String curves(String column) {
        String counted = "SELECT " + CELL_SQL + ", " + column + " AS score, count(*) FILTER (clicked) AS p,"
                + " count(*) FILTER (NOT clicked) AS n FROM model_ml_scores WHERE score IS NOT NULL GROUP BY ALL";
        String ranked = "SELECT *, sum(p) OVER cell AS all_p, sum(n) OVER cell AS all_n, sum(p) OVER above AS above_p,"
                + " sum(n) OVER above AS above_n FROM (" + counted + ") WINDOW cell AS (PARTITION BY " + CELL_SQL
                + "), above AS (cell ORDER BY score DESC ROWS UNBOUNDED PRECEDING)";
        return "SELECT " + CELL_SQL + ", sum(p) AS p, sum(n) AS n, sum(p * (all_n - above_n + n / 2))"
                + " / nullif(any_value(all_p * all_n), 0) AS auc, CASE WHEN any_value(all_n) > 0 THEN sum(p * above_p"
                + " / (above_p + above_n)) / nullif(any_value(all_p), 0) END AS precision FROM (" + ranked
                + ") GROUP BY ALL";
    }

    @Test
    void listsAreThoseOfTheProgram() throws SQLException {
        Summary lists = new Summary.ItemLists("Name");
        Map<List<String>, List<Double>> sums = rollUp(
                "model_ml_scores",
                CELL,
                List.of(lists),
                List.of(
                        lists.part(Summary.ItemLists.LISTS),
                        lists.part(Summary.ItemLists.SQUARES),
                        lists.part(Summary.ItemLists.SURPRISE)));
        Map<List<String>, List<Double>> scores = new LinkedHashMap<>();
        sums.forEach((cell, sum) -> {
            double n = sum.get(0);
            double personalization = n > 1 ? 1 - (sum.get(1) - n) / (n * (n - 1)) : Double.NaN;
            scores.put(cell, List.of(n, personalization, sum.get(2) / n));
        });
        assertSame(scores, answer(CELL_SQL, "lists, personalization, novelty", "lists"));
    }

    @ParameterizedTest
    @CsvSource({"Propensity", "FinalPropensity", "Priority", "ResponseTime", "PropensityPerMille"})
    void describedColumnsAreThoseOfTheProgram(String property) throws SQLException {
        Summary moments = new Summary.Moments(property);
        Summary quantiles = new Summary.Quantiles(property, false);
        List<String> parts = new ArrayList<>(List.of(
                moments.part(Summary.Moments.COUNT),
                moments.part(Summary.Moments.SUM),
                moments.part(Summary.Moments.MIN),
                moments.part(Summary.Moments.MAX),
                moments.part(Summary.Moments.SQUARES)));
        Summary.Quantiles.PARTS.forEach(part -> parts.add(quantiles.part(part)));
        List<String> dimensions = new ArrayList<>(CELL);
        dimensions.add("Outcome");
        assertSame(
                rollUp("descriptive", dimensions, List.of(moments, quantiles), parts),
                answer(
                        CELL_SQL + ", outcome",
                        "\"count\", \"sum\", \"min\", \"max\", coalesce(variance * (\"count\" - 1), CASE WHEN \"count\" > 0"
                                + " THEN 0 END), quantiles[1], quantiles[2], quantiles[3], quantiles[4], quantiles[5]",
                        "descriptive WHERE property = '" + property + "'"));
    }

    /** Figures of the program by the values of the dimensions. */
    private static Map<List<String>, List<Double>> rollUp(
            String metric, List<String> dimensions, List<Summary> summaries, List<String> figures) {
        Table table = store.cubes().rollUp(new RollUp(metric, dimensions, List.of(), summaries));
        List<String> names = table.columns().stream().map(Column::name).toList();
        Map<List<String>, List<Double>> cells = new LinkedHashMap<>();
        table.rows()
                .forEach(row -> cells.put(
                        row.subList(0, dimensions.size()).stream()
                                .map(String::valueOf)
                                .toList(),
                        figures.stream()
                                .map(name -> number(row.get(names.indexOf(name))))
                                .toList()));
        return cells;
    }

    private static Map<List<String>, List<Double>> answer(String keys, String figures, String from)
            throws SQLException {
        Map<List<String>, List<Double>> cells = new LinkedHashMap<>();
        String sql = "SELECT [" + keys.replaceAll("([^,]+\\([^)]*\\)|[^,]+)", "CAST($1 AS VARCHAR)") + "], [" + figures
                + "]::DOUBLE[] FROM " + from;
        try (Statement statement = script.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                List<String> key = new ArrayList<>();
                for (Object one : (Object[]) row.getArray(1).getArray()) {
                    key.add(String.valueOf(one));
                }
                List<Double> values = new ArrayList<>();
                for (Object one : (Object[]) row.getArray(2).getArray()) {
                    values.add(number(one));
                }
                cells.put(key, values);
            }
        }
        return cells;
    }

    private static double number(Object value) {
        return value instanceof Number one ? one.doubleValue() : Double.NaN;
    }

    private static void assertSame(Map<List<String>, List<Double>> program, Map<List<String>, List<Double>> script) {
        assertThat(script).isNotEmpty().containsOnlyKeys(program.keySet());
        program.forEach((cell, figures) -> {
            for (int i = 0; i < figures.size(); i++) {
                double expected = figures.get(i);
                double found = script.getOrDefault(cell, List.of()).get(i);
                if (Double.isNaN(expected)) {
                    assertThat(found).as("%s, figure %s", cell, i).isNaN();
                } else {
                    assertThat(found).as("%s, figure %s", cell, i).isCloseTo(expected, withinPercentage(1e-7));
                }
            }
        });
    }
}
