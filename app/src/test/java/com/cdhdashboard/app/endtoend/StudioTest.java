package com.cdhdashboard.app.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.cdhdashboard.app.start.InstalledProgram;
import com.cdhdashboard.assistant.scripted.Reply;
import com.cdhdashboard.assistant.scripted.ScriptedModels;
import com.cdhdashboard.testdata.TestData;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Drafting from data, step by step, as a browser would. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StudioTest {
    private static final String ANSWER = """
            {"metrics": {"engagement_sources": {"group_by": ["Day", "PropensitySource"], "scores": ["CTR"],
               "positive_model_response": ["(successes)"], "negative_model_response": ["(others)"]}},
             "reports": {"sources": {"metric": "engagement_sources", "type": "line",
               "description": "[ENG] <script>alert(1)</script> By source", "x": "Day", "y": "CTR", "color": "PropensitySource"}}}""";

    private final ScriptedModels models = ScriptedModels.start();
    private Path sent = Path.of("");
    private Optional<InstalledProgram.Server> server = Optional.empty();
    private Author author = new Author("", "", HttpClient.newHttpClient());

    @BeforeAll
    void start(@TempDir Path folder) throws IOException, InterruptedException {
        Path file = Files.writeString(folder.resolve("llm_config.toml"), models.file());
        InstalledProgram.Server started = InstalledProgram.serve(folder.resolve("data"), file);
        sent = folder.resolve("data");
        server = Optional.of(started);
        HttpClient keeping =
                HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
        author = new Author(started.url(), Author.at(started.url()).token(), keeping);
    }

    @AfterAll
    void stop() {
        server.ifPresent(InstalledProgram.Server::close);
        models.close();
    }

    /** The editor after an action, with the draft and the sample that it is of. */
    private record Shown(HttpResponse<String> answer) {
        Document page() {
            return Jsoup.parse(answer.body());
        }

        String draft() {
            return answer.headers().firstValue("X-Draft").orElse("");
        }

        String revision() {
            return answer.headers().firstValue("X-Revision").orElse("0");
        }

        String sample() {
            return page().select("#editor").attr("data-item");
        }

        String notice() {
            return page().select("#editor-notice span").text();
        }
    }

    private Shown act(String draft, String revision, String sample, List<String> more)
            throws IOException, InterruptedException {
        List<String> fields =
                new ArrayList<>(List.of("step", "studio", "draft", draft, "revision", revision, "item", sample));
        fields.addAll(more);
        return new Shown(author.post("/configuration/edit", fields.toArray(String[]::new)));
    }

    private Shown act(Shown shown, String... more) throws IOException, InterruptedException {
        return act(shown.draft(), shown.revision(), shown.sample(), List.of(more));
    }

    private Shown sampled(Path file) throws IOException, InterruptedException {
        String batch = author.post("/import/uploads").body().replaceAll("(?s).*\"batch\":\"([0-9a-f]+)\".*", "$1");
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(author.url() + "/import/uploads/" + batch + "?name=" + file.getFileName()))
                .header("X-Csrf-Token", author.token())
                .PUT(HttpRequest.BodyPublishers.ofFile(file))
                .build();
        assertThat(author.client().send(request, BodyHandlers.ofString(UTF_8)).statusCode())
                .isEqualTo(201);
        return act("", "0", "", List.of("action", "uploaded", "batch", batch));
    }

    /** Of a day that no other test looks at, as what was chosen of a sample is held. */
    private Shown sampled(String day) throws IOException, InterruptedException {
        return sampled(TestData.path("ih", "oracle", "interaction-0007-" + day + ".json.zip"));
    }

    /** The names of the boxes that are ticked in a form, as a browser sends them. */
    private static Stream<String> ticked(Document page, String form) {
        return page.select(form + " input[type=checkbox][checked]:not([disabled])").stream()
                .map(box -> box.attr("name"));
    }

    private Shown chosen(Shown shown, List<String> off) throws IOException, InterruptedException {
        List<String> fields = new ArrayList<>(List.of("action", "choose"));
        ticked(shown.page(), "#choose-fields")
                .filter(name -> off.stream().noneMatch(field -> name.equals("use-" + number(shown, field))))
                .forEach(name -> fields.addAll(List.of(name, "yes")));
        return act(shown.draft(), shown.revision(), shown.sample(), fields);
    }

    private static String number(Shown shown, String field) {
        return shown.page().select("#choose-fields tr").stream()
                .filter(row -> row.select("th").text().matches(field + "( required)?"))
                .map(row -> row.id().replace("field-row-", ""))
                .findFirst()
                .orElseThrow();
    }

    private Shown taken(Shown shown, String... without) throws IOException, InterruptedException {
        Document page = shown.page();
        List<String> fields = new ArrayList<>(List.of(
                "action",
                "take",
                "proposal",
                page.select("#take [name=proposal]").val()));
        ticked(page, "#take")
                .filter(name -> Stream.of(without).noneMatch(entry -> name.equals(box(page, entry))))
                .forEach(name -> fields.addAll(List.of(name, "yes")));
        return act(shown.draft(), shown.revision(), shown.sample(), fields);
    }

    private static String box(Document page, String entry) {
        return row(page, entry).select("label > input").attr("name");
    }

    private static Element row(Document page, String entry) {
        return page.select(".study-entry").stream()
                .filter(row -> row.select("label strong").text().equals(entry)
                        || row.select("label .muted").text().startsWith(entry + " · "))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aSampleBecomesADraftWithoutErrors() throws IOException, InterruptedException {
        Shown sampled = sampled("20241225235959_313");
        assertThat(sampled.page().select("#sample .study-title").text())
                .isEqualTo("interaction-0007-20241225235959_313.json.zip");
        assertThat(sampled.page().select("#choose-fields input[disabled]"))
                .hasSize(7)
                .allMatch(box -> box.hasAttr("checked"));
        assertThat(sampled.page().select("#choose-fields [name^=tell-][checked]"))
                .isEmpty();
        assertThat(row(sampled, "SubjectID")).contains("Personal").endsWith("never");

        Shown proposed = chosen(sampled, List.of());
        assertThat(row(proposed.page(), "experiment").select(".pill").text()).isEqualTo("new");
        assertThat(row(proposed.page(), "daily_ctr").select(".pill").text()).isEqualTo("as it is");
        String chart = row(proposed.page(), "experiment_map")
                .select("[data-when-seen]")
                .attr("data-url");
        assertThat(author.page(chart).select("[data-chart]")).hasSize(1);
        assertThat(author.page(chart.replace("proposal=1", "proposal=7")).text())
                .isEqualTo("This is no longer proposed; load the page again.");

        Shown taken = taken(proposed);
        assertThat(taken.notice())
                .startsWith("Taken into the draft: ")
                .endsWith("Review and apply it when it is right.");
        assertThat(taken.page().select("#health").text()).contains("No problems");
        assertThat(author.text(taken.draft()))
                .contains("[metrics.experiment]", "[reports.experiment_map]", "PropensitySource")
                .doesNotContain("[metrics.clv]");
        assertThat(taken(taken).notice()).isEqualTo("Nothing was taken.");
    }

    private static String row(Shown shown, String field) {
        return shown.page().select("#field-row-" + number(shown, field)).text();
    }

    @Test
    void whatIsNotApprovedIsNotProposed() throws IOException, InterruptedException {
        Shown proposed = chosen(sampled("20241226235959_076"), List.of("PropensitySource", "ExperimentName"));
        assertThat(proposed.page().select("#proposal").text()).doesNotContain("PropensitySource", "ExperimentName");
        assertThat(taken(proposed).answer().statusCode()).isEqualTo(200);
    }

    @Test
    void reportsOfARejectedMetricAreLeftOut() throws IOException, InterruptedException {
        Shown taken = taken(chosen(sampled("20241227235959_070"), List.of()), "experiment");
        assertThat(taken.notice())
                .endsWith("Left out, as the metric that they show was: experiment_z, experiment_odds, experiment_map,"
                        + " explore_experiments.");
        assertThat(author.text(taken.draft())).doesNotContain("[metrics.experiment]", "experiment_z");
    }

    @Test
    void theSameContentIsTheSameSample() throws IOException, InterruptedException {
        Shown first = chosen(sampled("20241228235959_322"), List.of());
        Shown again = sampled("20241228235959_322");
        assertThat(again.sample()).isEqualTo(first.sample());
        assertThat(again.page().select("#proposal")).isNotEmpty();
        Shown other = sampled("20241229235959_617");
        assertThat(other.sample()).isNotEqualTo(first.sample());
        assertThat(other.page().select(".draft-others a").eachText())
                .contains("interaction-0007-20241228235959_322.json.zip");
        Shown gone = act(other, "action", "forget");
        assertThat(gone.page().select("#study-fields")).isEmpty();
        assertThat(act("", "0", other.sample(), List.of("action", "choose"))
                        .answer()
                        .body())
                .contains("This sample is no longer held; choose it again");
    }

    private String progress(Shown shown) throws IOException, InterruptedException {
        String url = shown.page().select("#asking-url").attr("data-url");
        Document part = author.page(url);
        while (part.select("[data-waits=true]").hasText()) {
            Thread.sleep(20);
            part = author.page(url);
        }
        return part.text();
    }

    private Shown sent(Shown shown) throws IOException, InterruptedException {
        String hash = shown.page().select("#send-payload [name=hash]").val();
        return act(shown, "action", "send", "hash", hash);
    }

    @Test
    void aModelImprovesWhatWasApprovedAndNothingElse() throws IOException, InterruptedException {
        Shown proposed = chosen(sampled("20250101235959_363"), List.of("Treatment"));
        Shown shown = act(proposed, "action", "payload", "task", "DRAFT");
        String payload = shown.page().select("#payload").text();
        assertThat(payload).contains("PropensitySource").doesNotContain("Treatment", "SubjectID", ".zip");
        assertThat(shown.page().select("#improve dl").text()).contains("Treatment", "Values told of (0) none");
        assertThat(act(shown, "action", "send", "hash", "0").answer().body())
                .contains("What would be sent is not what was shown; look at it once more and approve that");

        models.script(Reply.says("{}"), Reply.says(ANSWER));
        HttpResponse<String> entered = author.send(shown.page(), "#own-key form", "key", "sk-canary-77");
        assertThat(entered.headers().firstValue("location")).contains("/configuration/studio?item=" + shown.sample());
        Shown first = sent(shown);
        assertThat(first.page().select("#own-key summary").text())
                .isEqualTo("Your own key is configured for this session");
        assertThat(first.answer().body()).doesNotContain("sk-canary-77");
        assertThat(progress(first))
                .isEqualTo("Answer 1 of 3 at most cannot be used. It has these problems: the answer proposes nothing;"
                        + " answer with metrics or reports or variants Look at what would be sent back Close");
        assertThat(models.asked()).hasSize(1);
        assertThat(models.asked().get(0).header("authorization")).contains("Bearer sk-canary-77");
        Shown again = act(first, "action", "again");
        assertThat(again.page().select("#payload").text())
                .startsWith(payload)
                .contains("[The model's answer]\n{}\n\nYour answer cannot be used:\n- the answer proposes nothing");
        assertThat(again.page().select("#improve dl").text()).contains("Better metrics and reports, answer 2");
        author.post("/assistant/forget", "purpose", "config_studio");
        Shown asked = sent(again);
        assertThat(progress(asked))
                .isEqualTo("The model has answered, and the check has found no errors. Show what it proposes");
        assertThat(models.asked()).hasSize(2);
        assertThat(models.asked().get(1).header("authorization")).contains("Bearer sk-scripted");
        assertThat(models.asked().get(0).messages().get(1).toString())
                .contains("PropensitySource")
                .doesNotContain("Treatment", "SubjectID");
        assertThat(models.asked().get(1).text()).contains("the answer proposes nothing");
        assertThat(written()).contains("PropensitySource", "\"purpose\":\"studio\"");

        Shown improved = act(asked, "action", "show");
        assertThat(improved.page().select("#proposal .card-header").text()).endsWith("by openai/scripted");
        assertThat(improved.page().select("#proposal script:not([type])")).isEmpty();
        assertThat(row(improved.page(), "sources").text()).contains("<script>alert(1)</script>");
        Shown taken = taken(improved);
        assertThat(author.text(taken.draft())).contains("[metrics.engagement_sources]", "[reports.sources]");
        assertThat(taken.page().select("#health").text()).contains("No problems");
    }

    private String written() throws IOException {
        try (Stream<Path> files = Files.walk(sent)) {
            List<Path> logs = files.filter(file -> file.endsWith("sent.jsonl")).toList();
            assertThat(logs).hasSize(1);
            return Files.readString(logs.get(0));
        }
    }

    @Test
    void answersThatStayWrongAreToldWithTheirProblems() throws IOException, InterruptedException {
        Shown sampled = sampled("20250102235959_903");
        assertThat(act(sampled, "action", "payload", "task", "DRAFT").answer().body())
                .contains("The fields are not approved yet, so nothing can be sent; approve them first");
        Shown shown = act(chosen(sampled, List.of()), "action", "payload", "task", "REFRESH");
        models.always(asked -> Reply.says("{\"ih\": {}}"));
        Shown asked = sent(shown);
        for (int round = 2; round <= 3; round++) {
            assertThat(progress(asked)).startsWith("Answer " + (round - 1) + " of 3 at most cannot be used.");
            asked = sent(act(asked, "action", "again"));
        }
        assertThat(progress(asked))
                .isEqualTo(
                        "None of 3 answers could be used. The last one had these problems: ih: this section may not be"
                                + " answered; sections: reports Close");
        assertThat(act(asked, "action", "unask").page().select("#payload-DRAFT"))
                .isNotEmpty();
    }

    @Test
    void anAnswerToAnotherProposalIsRefused() throws IOException, InterruptedException {
        Shown proposed = chosen(sampled("20241230235959_426"), List.of());
        assertThat(act(proposed, "action", "take", "proposal", "0").answer().body())
                .contains("Another proposal took the place of this one meanwhile; load the page again");
        Shown dropped = act(proposed, "action", "drop");
        assertThat(dropped.page().select("#proposal")).isEmpty();
        assertThat(act("", "0", "", List.of("action", "kept")).answer().body())
                .contains("No rows were kept from imports; upload files, or import some first");
    }
}
