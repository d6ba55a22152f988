package com.cdhdashboard.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.cdhdashboard.app.route.Section;
import com.cdhdashboard.app.start.InstalledProgram;
import com.cdhdashboard.core.report.ReportEntry;
import com.cdhdashboard.core.report.ReportRequest;
import com.cdhdashboard.core.report.ReportView;
import com.cdhdashboard.core.report.Reports;
import com.cdhdashboard.testdata.TestData;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Other people's configurations over product holdings of the demo export: every report over customers is drawn. */
class ReferenceCustomersTest {
    /** The template has this list quoted in the middle, so that it is two texts of which neither is an expression. */
    private static final String BROKEN =
            "columns = [\"[pl.col('PurchasedDate').str.strptime(pl.Datetime\", \"\\\"%Y%m%dT%H%M%S%.3f %Z\\\").dt.date()"
                    + ".alias('PurchasedDateTime')]\"]";

    /** What the validator says to write. */
    private static final String MENDED = "columns = '''[pl.col('PurchasedDate').str.strptime(pl.Datetime,"
            + " \"%Y%m%dT%H%M%S%.3f %Z\").dt.date().alias('PurchasedDateTime')]'''";

    @TempDir
    Path folder;

    private Path configuration(String name) {
        return TestData.path("configs").resolve(name);
    }

    private InstalledProgram.Outcome imported(Path configuration) {
        Path holdings = DemoExport.make(folder.resolve("export"), "json").holdings();
        return InstalledProgram.run(
                "import", "--config", configuration, "--data", folder.resolve("data"), "--holdings", holdings);
    }

    private void assertEveryReportIsDrawn(Path configuration) {
        InstalledProgram.Outcome imported = imported(configuration);
        assertThat(imported.code()).as(imported.err() + imported.out()).isZero();
        try (InstalledProgram.Server server =
                InstalledProgram.serve(Optional.of(configuration), folder.resolve("data"), List.of())) {
            Reports reports = server.workspace().now().reports();
            List<ReportEntry> entries = Section.CLV.entries(reports);
            assertThat(entries).hasSize(6);
            for (ReportEntry entry : entries) {
                ReportView view = reports.await(new ReportRequest(entry.key(), Map.of(), List.of()));
                assertThat(view.reason()).as(entry.key()).isEmpty();
                assertThat(view.figure().orElseThrow().data()).as(entry.key()).isNotEmpty();
                assertThat(view.table().rows()).as(entry.key()).isNotEmpty();
            }
        }
    }

    @Test
    void everyReportOfTheDemoIsDrawn() throws Exception {
        String demo = Files.readString(configuration("reference_demo.toml"));
        assertEveryReportIsDrawn(Files.writeString(
                folder.resolve("own.toml"), demo.replace("demo_mode = \"true\"", "demo_mode = \"false\"")));
    }

    @Test
    void everyReportOfTheTemplateIsDrawnOnceItsColumnsAreMended() throws Exception {
        String template = Files.readString(configuration("reference_template.toml"));
        assertThat(template).contains(BROKEN);
        assertEveryReportIsDrawn(Files.writeString(folder.resolve("mended.toml"), template.replace(BROKEN, MENDED)));
    }

    @Test
    void theColumnsOfTheTemplateAreReportedAsWhatTheyAre() {
        Path template = configuration("reference_template.toml");
        InstalledProgram.Outcome imported = imported(template);

        assertThat(InstalledProgram.run("validate", template).out())
                .contains(
                        "reference_template.toml:48:1: error: holdings.extensions.columns: the elements of the list are"
                                + " pieces of one expression cut at a comma, and no calculated column is made; write it as one"
                                + " text: " + MENDED);
        assertThat(imported.code()).isEqualTo(1);
        assertThat(imported.out())
                .contains(
                        "no metric can be computed from these files: metric clv is off: the files have no"
                                + " PurchasedDateTime (did you mean PurchasedDate?); name the right columns in the metric, add a"
                                + " default under [holdings.extensions.default_values], or take it out of group_by; see [metrics]");
    }
}
