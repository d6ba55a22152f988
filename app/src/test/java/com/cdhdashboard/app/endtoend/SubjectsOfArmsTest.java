package com.cdhdashboard.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.cdhdashboard.app.start.InstalledProgram;
import com.cdhdashboard.testdata.TestData;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Subjects that are in more than one arm of an experiment are counted and told. */
class SubjectsOfArmsTest {
    private static final String REST =
            ". This is counted over all data, whatever the filters; such subjects saw several"
                    + " treatments, so the arms do not differ by theirs alone.";

    private static final String REPORT = """

            [reports.arms]
            metric = "experiment"
            type = "line"
            description = "Arms"
            group_by = ["ExperimentName"]
            x = "z_score"
            y = "ExperimentName"
            """;

    @TempDir
    private Path temporary;

    private int next;

    private CaseStore store() throws IOException {
        Path configuration = temporary.resolve("case.toml");
        Files.writeString(configuration, Files.readString(TestData.path("cases", "33-srm", "case.toml")) + REPORT);
        return CaseStore.in(temporary.resolve("data"), configuration);
    }

    private static String notes(CaseStore store, String... options) {
        List<Object> line = new ArrayList<>(List.of(
                "query", "experiment", "--config", store.configuration().orElseThrow(), "--data", store.data()));
        line.addAll(List.of(options));
        InstalledProgram.Outcome answer = InstalledProgram.run(line.toArray());
        assertThat(answer.code()).as(answer.err()).isZero();
        return answer.err();
    }

    private static void importing(CaseStore store, Path file) {
        InstalledProgram.Outcome outcome = store.importing(file);
        assertThat(outcome.code()).as(outcome.out() + outcome.err()).isZero();
    }

    @Test
    void queryApiAndReportTellThem() throws Exception {
        CaseStore store = store();
        importing(store, TestData.path("cases", "33-srm", "data.json"));
        String note = "20 of 1,000 subjects of experiment \"split\" are in more than one arm" + REST;
        assertThat(notes(store)).contains("Note: " + note);
        assertThat(notes(store, "--filter", "ExperimentName=other")).doesNotContain("more than one arm");
        try (InstalledProgram.Server server = InstalledProgram.serve(store.configuration(), store.data(), List.of())) {
            HttpApi api = new HttpApi(server.url());
            HttpResponse<String> metric = api.get("/api/v1/metrics/experiment");
            assertThat(metric.headers().firstValue("X-Notes").orElse("")).contains(note.replace("\"", "\\\""));
            assertThat(api.json("/api/v1/reports/arms").get("notes"))
                    .anySatisfy(said -> assertThat(said.asText()).isEqualTo(note));
        }
    }

    /** The days of January are final when those of May come. */
    @Test
    void armsAreRememberedOverImportsAndFinalDays() throws IOException {
        CaseStore store = store();
        importing(store, file(rows("20240110", "A", "Test", 0, 10)));
        assertThat(notes(store)).doesNotContain("more than one arm");
        importing(store, file(rows("20240510", "A", "test", 0, 4) + rows("20240510", "B", "Test", 0, 10)));
        assertThat(notes(store)).doesNotContain("more than one arm");
        importing(store, file(rows("20240901", "A", "Control", 7, 12) + rows("20240901", "B", "Control", 9, 10)));
        assertThat(notes(store))
                .contains("Note: 3 of 12 subjects of experiment \"A\" are in more than one arm; 1 of 10 subjects of"
                        + " experiment \"B\" is in more than one arm" + REST);
        assertThat(notes(store, "--filter", "ExperimentName=B"))
                .contains("Note: 1 of 10 subjects of experiment \"B\" is in more than one arm" + REST);
    }

    @Test
    void withoutSubjectsThereIsNothingToTellAndTheyMayComeLater() throws IOException {
        CaseStore store = store();
        importing(store, file(rows("20240110", "A", "Test", 0, 10).replaceAll("\"pySubjectID\":\"[^\"]*\",", "")));
        importing(store, file(rows("20240110", "A", "Test", 0, 10)));
        importing(store, file(rows("20240111", "A", "Control", 0, 2)));
        assertThat(notes(store)).contains("Note: 2 of 10 subjects of experiment \"A\" are in more than one arm" + REST);
    }

    private Path file(String rows) throws IOException {
        return Files.writeString(temporary.resolve("rows" + next++ + ".json"), rows);
    }

    private String rows(String day, String experiment, String arm, int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(subject -> String.format(
                        Locale.ROOT,
                        "{\"pxInteractionID\":\"%d\",\"pySubjectID\":\"S%d\",\"pyChannel\":\"Web\",\"pyIssue\":\"Sales\","
                                + "\"pyGroup\":\"Cards\",\"pyName\":\"Gold\",\"pxRank\":1,\"pyOutcome\":\"%s\","
                                + "\"pxOutcomeTime\":\"%sT100000.000 GMT\",\"pxDecisionTime\":\"%sT100000.000 GMT\","
                                + "\"ExperimentName\":\"%s\",\"ExperimentGroup\":\"%s\"}\n",
                        next * 100_000 + experiment.charAt(0) * 1000 + subject,
                        subject,
                        subject % 2 == 0 ? "Clicked" : "Impression",
                        day,
                        day,
                        experiment,
                        arm))
                .collect(Collectors.joining());
    }
}
