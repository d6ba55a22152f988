package com.cdhdashboard.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.cdhdashboard.app.start.InstalledProgram;
import com.cdhdashboard.core.report.ReportRequest;
import com.cdhdashboard.core.report.ReportView;
import com.cdhdashboard.testdata.TestData;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What outcomes count as, and what is said of those that count nowhere and of channels that only know successes. */
class OutcomesTest {
    private static final String ODD =
            "6 rows count in no rate, as no metric lists the outcome: \"Clicked \" 1 (Web), close to"
                    + " \"Clicked\"; \"clicked\" 1 (Web), close to \"Clicked\"; (empty) 1 (Web); (missing) 1 (Web);"
                    + " \"Dismissed\" 1 (Web); \"_EMPTY_\" 1 (Web). Outcomes that should count belong into"
                    + " positive_model_response or negative_model_response";

    private static final String ONLY_SUCCESSES =
            "Nothing but successes was recorded of Web, so the rate is 1 there and says"
                    + " nothing: outcomes without response are missing from the export, or from negative_model_response.";

    @TempDir
    Path temporary;

    private CaseStore store() {
        return CaseStore.in(temporary.resolve("data"));
    }

    private CaseStore imported(String name) {
        CaseStore store = store();
        InstalledProgram.Outcome outcome = store.importing(TestData.path("cases", name, "data.json"));
        assertThat(outcome.code()).as(outcome.out() + outcome.err()).isZero();
        return store;
    }

    @Test
    void outcomesInNoListAreNamedByImportQueryHomeAndReport() throws Exception {
        InstalledProgram.Outcome outcome = store().importing(TestData.path("cases", "15-odd-outcomes", "data.json"));
        assertThat(outcome.err()).contains("Note: " + ODD);
        JsonNode total = store().total("engagement");
        assertThat(total.get("Count").asLong()).isEqualTo(2);
        assertThat(total.get("Positives").asLong()).isEqualTo(1);
        InstalledProgram.Outcome query = InstalledProgram.run("query", "engagement", "--data", store().data());
        assertThat(query.err()).contains(ODD);
        assertThat(notesOf("daily_ctr")).contains(ODD);
        assertThat(notesOf("outcomes")).doesNotContain(ODD);
        try (InstalledProgram.Server server = InstalledProgram.serve(Optional.empty(), store().data(), List.of())) {
            assertThat(server.workspace().now().loaded().notes()).contains(ODD);
        }
    }

    private List<String> notesOf(String report) {
        try (InstalledProgram.Server server = InstalledProgram.serve(Optional.empty(), store().data(), List.of())) {
            ReportView view = server.workspace().now().reports().view(new ReportRequest(report, Map.of(), List.of()));
            return view.notes();
        }
    }

    @Test
    void countsGoOnOverImportsAndDaysThatBecomeFinal() throws IOException {
        for (String day : List.of("20240101", "20240102", "20240401", "20240402")) {
            Path file = Files.writeString(
                    temporary.resolve(day + ".json"),
                    row("1" + day, day, "Impression", "Web")
                            + row("2" + day, day, "clicked", "Web")
                            + row("3" + day, day, "clicked", "Mobile"));
            assertThat(store().importing(file).code()).isZero();
            assertThat(store().importing(file).code()).isZero();
        }
        assertThat(notesOf("daily_ctr"))
                .anySatisfy(note -> assertThat(note)
                        .startsWith("8 rows count in no rate, as no metric lists the outcome: \"clicked\" 8 (Mobile 4,"
                                + " Web 4), close to \"Clicked\"."));
    }

    private static String row(String id, String day, String outcome, String channel) {
        return """
                {"pxInteractionID":"%s","pySubjectID":"C1","pyChannel":"%s","pyDirection":"Inbound","pyIssue":"I",\
                "pyGroup":"G","pyName":"N","pxRank":1,"pyOutcome":"%s","pxOutcomeTime":"%sT100000.000 GMT",\
                "pxDecisionTime":"%sT100000.000 GMT"}
                """.formatted(id, channel, outcome, day, day);
    }

    @Test
    void aChannelWithoutNegativesShowsItsRateAndSaysSo() {
        CaseStore store = imported("14-no-impressions");
        JsonNode channels = store.query("engagement", "--group-by", "Channel");
        assertThat(channels.get(0).get("Channel").asText()).isEqualTo("Mobile");
        assertThat(channels.get(0).get("CTR").asDouble()).isEqualTo(0.5);
        assertThat(channels.get(1).get("Positives").asLong()).isEqualTo(5);
        assertThat(channels.get(1).get("Count").asLong()).isEqualTo(5);
        assertThat(channels.get(1).get("CTR").asDouble()).isEqualTo(1);
        assertThat(notesOf("daily_ctr")).contains(ONLY_SUCCESSES);
        InstalledProgram.Outcome mobile =
                InstalledProgram.run("query", "engagement", "--data", store.data(), "--filter", "Channel=Mobile");
        assertThat(mobile.err()).doesNotContain("Nothing but successes");
    }

    @Test
    void eachChannelHasOutcomesOfItsOwn() {
        CaseStore store = imported("16-channel-outcomes");
        JsonNode channels = store.query("engagement", "--group-by", "Channel");
        assertThat(channels).hasSize(3);
        assertThat(List.of(0, 1, 2))
                .extracting(place -> channels.get(place).get("Channel").asText() + " "
                        + channels.get(place).get("Count").asLong() + "/"
                        + channels.get(place).get("Positives").asLong())
                .containsExactly("Call Center 3/1", "Direct Mail 2/1", "Email 4/1");
    }

    @Test
    void messagesOpenedAreARateOfMessagesSent() {
        JsonNode email = imported("16-channel-outcomes").total("engagement_opens", "--filter", "Channel=Email");
        assertThat(email.get("Count").asLong()).isEqualTo(4);
        assertThat(email.get("CTR").asDouble()).isCloseTo(0.5, within(1e-12));
    }
}
