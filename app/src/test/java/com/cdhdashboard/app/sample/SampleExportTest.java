package com.cdhdashboard.app.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.cdhdashboard.app.sample.SampleSettings.Size;
import com.cdhdashboard.core.cube.Column;
import com.cdhdashboard.core.error.UserException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SampleExportTest {
    private static final LocalDate END = LocalDate.of(2026, 3, 1);

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(
            value = ExportFormat.class,
            names = {"ZIP", "GZ", "JSON"})
    void equalSettingsGiveEqualBytes(ExportFormat format) throws IOException {
        SampleSettings settings = new SampleSettings(3, END, Size.ofInteractions(200), 7, format);
        assertThat(write("a", settings)).isEqualTo(write("b", settings));
    }

    @Test
    void anotherSeedGivesOtherInteractions() throws IOException {
        Map<String, String> one = write("a", new SampleSettings(1, END, Size.ofInteractions(50), 1, ExportFormat.JSON));
        Map<String, String> two = write("b", new SampleSettings(1, END, Size.ofInteractions(50), 2, ExportFormat.JSON));
        assertThat(one).hasSize(2);
        assertThat(two.values()).doesNotContainAnyElementsOf(one.values());
    }

    @Test
    void aRowLooksLikeThis() throws IOException {
        SampleSettings settings = new SampleSettings(1, END, Size.ofRows(1), 1, ExportFormat.JSON);
        String file = write("a", settings).get("interactions/interaction-0007-20260301235959_471.json");
        assertThat(file).isEqualTo("""
                        {"pxInteractionID":"-3586780626000000001","pySubjectID":"C-100128","CustomerID":"C-100128",\
                        "CustomerType":"Known","pyChannel":"Web","pyDirection":"Inbound","Placement":"Homepage",\
                        "PlacementType":"Hero","pyIssue":"Retention","pyGroup":"WinBack","pyName":"Welcome Back",\
                        "pyLabel":"Welcome Back","Product":"Loyalty","ModelType":"Conversion",\
                        "pyTreatment":"Web_2","pxRank":1,"pyPropensity":0.048279,"FinalPropensity":0.04886,\
                        "pxPriority":1.522371,"ModelControlGroup":"Test","HoldOutActionGroup":"CDH",\
                        "PropensitySource":"Bayesian","ModelCategory":"Bayesian","ExperimentName":"",\
                        "ExperimentGroup":"","pxDecisionTime":"20260301T000031.973 GMT","ConversionEventID":"",\
                        "Revenue":null,"pyOutcome":"Impression","pxOutcomeTime":"20260301T000033.850 GMT",\
                        "pxFactID":"1000000000000000"}
                        """);
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "3, 2", "5, 1000", "60, 4321"})
    void countsAreExact(int days, long amount) throws SQLException {
        Path byRows = folder.resolve("rows");
        SampleExport.Summary rows = new SampleExport(byRows)
                .write(new SampleSettings(days, END, Size.ofRows(amount), 1, ExportFormat.JSON), day -> {});
        assertThat(rows.rows()).isEqualTo(amount);
        assertThat(rows.files()).isEqualTo(days);
        assertThat(query("select count(*) from " + lines(byRows, "interactions")))
                .containsExactly(String.valueOf(amount));

        Path byInteractions = folder.resolve("visits");
        SampleExport.Summary visits = new SampleExport(byInteractions)
                .write(new SampleSettings(days, END, Size.ofInteractions(amount), 1, ExportFormat.JSON), day -> {});
        assertThat(visits.interactions()).isEqualTo(amount);
        assertThat(query("select count(distinct pxInteractionID) from " + lines(byInteractions, "interactions")))
                .containsExactly(String.valueOf(amount));
    }

    @ParameterizedTest
    @EnumSource(ExportFormat.class)
    void everyFormatHoldsTheSameRows(ExportFormat format) throws IOException, SQLException {
        Path plain = folder.resolve("plain");
        Size size = Size.ofInteractions(300);
        new SampleExport(plain).write(new SampleSettings(4, END, size, 5, ExportFormat.JSON), day -> {});
        Path other = folder.resolve("other");
        new SampleExport(other).write(new SampleSettings(4, END, size, 5, format), day -> {});
        unzip(other);
        for (String part : List.of("interactions", "holdings")) {
            String reader = format == ExportFormat.PARQUET
                    ? "read_parquet('" + other + "/" + part + "/*.parquet')"
                    : lines(other, part);
            assertThat(query("select * from " + reader))
                    .containsExactlyInAnyOrderElementsOf(query("select * from " + lines(plain, part)));
        }
    }

    @Test
    void showsEveryTrapOfARealExport() throws SQLException {
        SampleSettings settings = new SampleSettings(40, END, Size.ofInteractions(8_000), 1, ExportFormat.JSON);
        new SampleExport(folder).write(settings, day -> {});
        String rows = lines(folder, "interactions");
        String key = "pxInteractionID, pyName, pxRank, pyOutcome";
        String fileDay = "filename[-23:-16]";
        List<String> mustOccur = List.of(
                rows + " where pyOutcome = 'Clicked' and " + fileDay + " > pxDecisionTime[:8]",
                rows + " where pyOutcome = 'Clicked' and strptime(" + fileDay
                        + ", '%Y%m%d') >= strptime(pxDecisionTime[:8], '%Y%m%d') + interval 3 day",
                "(select 1 from " + rows + " group by pxFactID having count(distinct filename) > 1)",
                "(select 1 from " + rows + " group by pxFactID, filename having count(*) > 1)",
                "(select 1 from " + rows + " group by " + key + " having count(distinct pxOutcomeTime) > 1)",
                rows + " where FinalPropensity is null",
                rows + " where PlacementType is null",
                rows + " where PlacementType = ''",
                rows + " where ExperimentName is null",
                rows + " where ExperimentName = ''",
                rows + " where ModelControlGroup is null",
                rows + " where pyOutcome = 'Loyal'",
                rows + " where pyOutcome = 'Conversion' and Revenue > 0 and ConversionEventID = ''",
                "(select 1 from " + rows + " where ConversionEventID <> '' group by pySubjectID, ConversionEventID"
                        + " having count(distinct pxInteractionID) > 1)",
                rows + " where pyName like '%\"%<b>%'",
                rows + " where pyName like '%/%,%'",
                rows + " where pyGroup = 'Prêts'",
                "(select 1 from " + rows + " group by pyPropensity having count(*) > 100)",
                "(select 1 from " + rows + " where ExperimentName = 'Wording'"
                        + " having count(distinct ExperimentGroup) = 3)",
                "(select 1 from " + rows + " where ExperimentName = 'HeroColour'"
                        + " having count(distinct ExperimentGroup) = 2)",
                lines(folder, "holdings") + " where CustomerType is null",
                "(select 1 from " + lines(folder, "holdings") + " group by HoldingID having count(*) > 1)");
        for (String trap : mustOccur) {
            assertThat(query("select count(*) > 0 from " + trap)).as(trap).containsExactly("true");
        }
    }

    @Test
    void offersPickedByModelsAreClickedMoreThanThoseOfTheControlGroup() throws SQLException {
        SampleSettings settings = new SampleSettings(10, END, Size.ofInteractions(20_000), 1, ExportFormat.JSON);
        new SampleExport(folder).write(settings, day -> {});
        String rates = "select ModelControlGroup, count(*) filter (pyOutcome = 'Clicked') / count(*) as rate,"
                + " count(*) / sum(count(*)) over () as share from " + lines(folder, "interactions")
                + " where ModelControlGroup in ('Control', 'Test') group by all";
        assertThat(query("select max(rate) filter (ModelControlGroup = 'Test')"
                        + " / max(rate) filter (ModelControlGroup = 'Control') between 1.1 and 1.6,"
                        + " max(share) filter (ModelControlGroup = 'Control') between 0.07 and 0.11 from (" + rates
                        + ")"))
                .containsExactly("true|true");
    }

    @Test
    void anExportIsReplacedButNothingElseIs() throws IOException {
        SampleExport export = new SampleExport(folder.resolve("export"));
        SampleSettings small = new SampleSettings(2, END, Size.ofRows(10), 1, ExportFormat.JSON);
        assertThat(export.holds(small)).isFalse();
        export.write(small, day -> {});
        assertThat(export.holds(small)).isTrue();
        SampleSettings other = new SampleSettings(1, END, Size.ofRows(10), 1, ExportFormat.GZ);
        assertThat(export.holds(other)).isFalse();
        export.write(other, day -> {});
        assertThat(contents(folder.resolve("export")).keySet())
                .containsExactly(
                        ".cdhdashboard-sample",
                        "holdings/product-holdings-20260301.json.gz",
                        "interactions/interaction-0007-20260301235959_471.json.gz");

        Path precious = Files.createDirectory(folder.resolve("precious"));
        Files.writeString(precious.resolve("thesis.txt"), "…");
        assertThatThrownBy(() -> new SampleExport(precious).write(small, day -> {}))
                .isInstanceOf(UserException.class)
                .hasMessage(precious + " holds files that are not a demo export, so nothing was written there."
                        + " Name a new or empty folder.");
        assertThat(precious).isDirectoryContaining("glob:**thesis.txt");
        Path file = precious.resolve("thesis.txt");
        assertThatThrownBy(() -> new SampleExport(file).write(small, day -> {}))
                .hasMessage(file + " is a file. Name a folder to write the demo export to.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 | 1 | --days is 0, but must be between 1 and 3660.",
                "3661 | 1 | --days is 3661, but must be between 1 and 3660.",
                "1 | 0 | --rows is 0, but must be between 1 and 1000000000."
            })
    void refusesSizesThatMakeNoSense(int days, long rows, String message) {
        assertThatThrownBy(() -> new SampleSettings(days, END, Size.ofRows(rows), 1, ExportFormat.ZIP))
                .isInstanceOf(UserException.class)
                .hasMessage(message);
    }

    private Map<String, String> write(String name, SampleSettings settings) throws IOException {
        Path target = folder.resolve(name);
        new SampleExport(target).write(settings, day -> {});
        Map<String, String> contents = contents(target);
        assertThat(contents.remove(".cdhdashboard-sample")).isNotBlank();
        return contents;
    }

    /** The files below a folder by relative path, as text of one character per byte where they are not UTF-8. */
    private static Map<String, String> contents(Path target) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(target)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                contents.put(
                        target.relativize(file).toString().replace('\\', '/'),
                        new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
            }
        }
        return contents;
    }

    private static void unzip(Path target) throws IOException {
        for (String name : contents(target).keySet()) {
            if (name.endsWith(".zip")) {
                Path zip = target.resolve(name);
                try (ZipInputStream in = new ZipInputStream(Files.newInputStream(zip))) {
                    assertThat(in.getNextEntry().getName()).isEqualTo("data.json");
                    Files.copy(in, target.resolve(name.replace(".zip", "")));
                    assertThat(in.getNextEntry()).isNull();
                }
            }
        }
    }

    private static String lines(Path export, String part) {
        List<Column> columns = part.equals("holdings") ? HoldingsExport.COLUMNS : InteractionRows.COLUMNS;
        String types = columns.stream()
                .map(column -> column.name() + ": '"
                        + switch (column.type()) {
                            case INTEGER -> "BIGINT";
                            case NUMBER -> "DOUBLE";
                            default -> "VARCHAR";
                        }
                        + "'")
                .collect(Collectors.joining(", "));
        boolean gz = contains(export.resolve(part), ".gz");
        return "read_ndjson('" + export + "/" + part + "/*.json" + (gz ? ".gz" : "") + "', columns = {" + types + "})";
    }

    private static boolean contains(Path folder, String extension) {
        String[] names = folder.toFile().list();
        return names != null && Stream.of(names).anyMatch(name -> name.endsWith(extension));
    }

    private static List<String> query(String sql) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                ResultSet result = connection.createStatement().executeQuery(sql)) {
            int columns = result.getMetaData().getColumnCount();
            while (result.next()) {
                StringBuilder row = new StringBuilder(String.valueOf(result.getObject(1)));
                for (int i = 2; i <= columns; i++) {
                    row.append('|').append(result.getObject(i));
                }
                rows.add(row.toString());
            }
        }
        return rows;
    }
}
