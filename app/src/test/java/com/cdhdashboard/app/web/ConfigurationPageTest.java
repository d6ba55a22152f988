package com.cdhdashboard.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.cdhdashboard.app.fixture.FixtureWorkspace;
import com.cdhdashboard.core.config.read.ConfigurationReader;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The page of the configuration, asked over HTTP. */
class ConfigurationPageTest {
    private static Site site;
    private static String token;

    @BeforeAll
    static void start(@TempDir Path folder) {
        site = new Site(FixtureWorkspace.withData(), folder, 1000);
        token = site.token();
    }

    @AfterAll
    static void stop() {
        site.close();
    }

    private static HttpResponse<String> edit(String draft, long revision, String... more) {
        String form = "draft=" + draft + "&revision=" + revision + "&step=general&item=&"
                + Arrays.stream(more).map(ConfigurationPageTest::encoded).collect(Collectors.joining("&"));
        return site.post("/configuration/edit", form, "X-Csrf-Token", token, "Accept", "application/json, text/html");
    }

    private static String encoded(String pair) {
        int at = pair.indexOf('=');
        return pair.substring(0, at + 1) + Site.encode(pair.substring(at + 1));
    }

    private static HttpResponse<String> text(String draft, long revision, String text) {
        return site.send(HttpRequest.newBuilder(URI.create(
                        site.url() + "/configuration/text?step=toml&draft=" + draft + "&revision=" + revision + "&base="
                                + site.page("/configuration").select("#editor").attr("data-base")))
                .header("X-Csrf-Token", token)
                .header("Accept", "application/json, text/html")
                .POST(HttpRequest.BodyPublishers.ofString(text)));
    }

    private static String draftOf(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.headers().firstValue("X-Draft").orElseThrow();
    }

    private static String begin() {
        return draftOf(edit("", 0, "action=set", "as=text", "path=copyright", "path=version", "value=1.1"));
    }

    private static String textOf(String draft) {
        return site.json("/configuration.json?draft=" + draft).get("text").asText();
    }

    private static String message(HttpResponse<String> answer) {
        return Jsoup.parse(answer.body()).text();
    }

    @ParameterizedTest
    @ValueSource(strings = {"general", "ih", "holdings", "metrics", "reports", "variants", "chat", "toml"})
    void openingAStepChangesNothing(String step) {
        String draft = begin();
        String before = textOf(draft);
        Document page = site.page("/configuration/" + step + "?draft=" + draft);
        assertThat(page.select("[data-step-link=" + step + "]").attr("aria-current"))
                .isEqualTo("step");
        assertThat(page.select("#step")).hasSize(1);
        assertThat(textOf(draft)).isEqualTo(before);
        assertThat(site.json("/configuration.json?draft=" + draft)
                        .get("revision")
                        .asInt())
                .isEqualTo(2);
    }

    @Test
    void everyInputHasALabelAndSaysWhatItIsFor() {
        for (String step : new String[] {"general", "ih", "holdings", "variants", "chat"}) {
            Document page = site.page("/configuration/" + step);
            assertThat(page.select(".field")).isNotEmpty().allSatisfy(field -> {
                String id = field.select("label").attr("for");
                assertThat(page.select("[id='" + id + "']")).as(id).hasSize(1);
                assertThat(page.select("[id='" + id + "-help']").text()).isNotBlank();
            });
            assertThat(page.select(
                            "#editor input:not([type=hidden]):not([type=file]), #editor select, #editor textarea"))
                    .allSatisfy(input -> assertThat(input.hasAttr("aria-label")
                                    || !page.select("label[for=" + cssId(input.id()) + "]")
                                            .isEmpty())
                            .as(input.outerHtml())
                            .isTrue());
        }
    }

    private static String cssId(String id) {
        return "\"" + id + "\"";
    }

    private static HttpResponse<String> columns(String text, String model) {
        return expression("[\"ih\",\"extensions\",\"columns\"]", text, model);
    }

    private static HttpResponse<String> expression(String path, String text, String model) {
        return site.post(
                "/configuration/expression",
                "draft=&path=" + Site.encode(path) + "&text=" + Site.encode(text) + "&model=" + Site.encode(model),
                "X-Csrf-Token",
                token,
                "Accept",
                "application/json, text/html");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "null", "[]", "[null]", "[null,null,\"x\"]", "{\"filter\":1}", "[[\"filter\"]]", "[[[", "7"})
    void pathsThatNameNoExpressionAreRefused(String path) {
        HttpResponse<String> answer = expression(path, "", "");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("The request names no expression; load the page again");
    }

    @Test
    void aColumnOfAFormBecomesText() {
        String model = """
                {"columns": [
                    {"name": "Year \\"2024\\"", "formula": {"shape": "PLAIN", "value": {"type": "TEXT", "value": "2024"}}},
                    {"name": "Month", "formula": {"shape": "CALCULATION",
                        "first": {"type": "FIELD", "value": "Day", "aspect": "MONTH"},
                        "terms": [{"operator": "ADD", "value": {"type": "NUMBER", "value": "1"}}]}},
                    {"name": "When", "formula": {"shape": "CHOICE",
                        "branches": [{"condition": {"operator": "AND", "negated": true, "members": [
                                {"field": "Day", "aspect": "YEAR", "operator": "EQUAL",
                                    "values": [{"type": "NUMBER", "value": "2024"}]}]},
                            "result": {"shape": "TEXT", "text": "pl.col('a').round(1)"}}],
                        "otherwise": {"shape": "NONE"}}}
                ]}""";
        HttpResponse<String> answer = columns("", model);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(Jsoup.parse(answer.body()).select(".expression-body").attr("data-text"))
                .isEqualTo("""
                [
                    pl.lit("2024").alias("Year \\"2024\\""),
                    (pl.col("Day").dt.month() + 1).alias("Month"),
                    pl.when(~(pl.col("Day").dt.year() == 2024)).then(pl.col('a').round(1)).alias("When"),
                ]""");
    }

    @Test
    void withoutASampleTheNamesOfTheConfigurationAreOfferedAndNothingIsSaidOfThem() {
        assertThat(site.json("/configuration/fields.json").get("ih").findValuesAsText("name"))
                .contains("Day", "Channel")
                .doesNotHaveDuplicates();
        assertThat(site.json("/configuration/fields.json").get("ih").findValuesAsText("words"))
                .containsOnly("");
        HttpResponse<String> answer = edit(
                "", 0, "action=set", "as=list", "path=metrics", "path=engagement", "path=group_by", "value=Chanel");
        Document page = site.page("/configuration/metrics?item=engagement&draft=" + draftOf(answer));
        assertThat(page.select(".field-problem.hint")).isEmpty();
        assertThat(page.select("[id='field-metrics.engagement.group_by']").attr("data-names-of"))
                .isEqualTo("ih");
    }

    @ParameterizedTest
    @CsvSource({"general, false", "ih, false", "toml, true"})
    void onlyTheStepOfTheTextLoadsItsEditor(String step, boolean loads) {
        Document page = site.page("/configuration/" + step);
        assertThat(page.select("script[src*=toml]").isEmpty()).isNotEqualTo(loads);
        assertThat(page.select("link[href*=codemirror]").isEmpty()).isNotEqualTo(loads);
        assertThat(page.select("script[src*=expression]").isEmpty()).isEqualTo(loads);
    }

    static Stream<Arguments> refusedColumns() {
        String column = "{'name': 'x', 'formula': {'shape': 'PLAIN', 'value': {'type': 'TEXT', 'value': ''}}}";
        return Stream.of(
                Arguments.of(
                        column + "," + column,
                        "Two calculated columns would have the name \"x\"; choose another. The text is unchanged"),
                Arguments.of(
                        column.replace("'x'", "' '"),
                        "A calculated column needs a name; type one. The text is unchanged"),
                Arguments.of(column.replace("PLAIN", "ROUND"), "The request holds no columns; load the page again"),
                Arguments.of(
                        column.replace("'TEXT', 'value': ''", "'NUMBER', 'value': 'ten'"),
                        "\"ten\" is not a number such as 12 or 0.5"));
    }

    @ParameterizedTest
    @MethodSource("refusedColumns")
    void columnsThatCannotBeWrittenAreRefused(String columns, String message) {
        HttpResponse<String> answer = columns("", "{\"columns\": [" + columns.replace('\'', '"') + "]}");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("\"" + message.replace("\"", "\\\"") + "\"");
    }

    @Test
    void theFirstChangeBeginsADraftAndTouchesOnlyItsLine() {
        HttpResponse<String> answer =
                edit("", 0, "action=set", "as=text", "path=copyright", "path=name", "value=Bank \"2024\" <b>");
        String draft = draftOf(answer);
        assertThat(answer.headers().firstValue("X-Address")).contains("/configuration/general?draft=" + draft);
        String expected = ConfigurationReader.demo()
                .text()
                .replace("name = \"CDH Dashboard\"", "name = \"Bank \\\"2024\\\" <b>\"");
        assertThat(textOf(draft))
                .isEqualTo(expected)
                .isNotEqualTo(ConfigurationReader.demo().text());
        assertThat(answer.body()).contains("Bank &#34;2024&#34; &lt;b>").doesNotContain("2024\" <b>");
    }

    @Test
    void whatIsWrongIsSaidBesideTheFieldAndInTheHealthOfItsStep() {
        HttpResponse<String> answer =
                edit("", 0, "action=set", "as=number", "path=ux", "path=refresh_interval", "value=5");
        Document page = Jsoup.parse(answer.body());
        String said = "5 is not a whole number of milliseconds from 1000 to 86400000; write a number of that range";
        assertThat(page.select("#health-words").text()).isEqualTo("1 error, 0 warnings");
        assertThat(page.select("[id='field-ux.refresh_interval-problems']").text())
                .isEqualTo("error " + said);
        assertThat(page.select("[id='field-ux.refresh_interval']").attr("aria-invalid"))
                .isEqualTo("true");
        assertThat(page.select("[data-step-link=general] .progress-state").text())
                .isEqualTo("Blocked");
        assertThat(page.select("[data-step-link=ih] .progress-state").text()).isEqualTo("Ready");
        assertThat(page.select("#health-general a").eachAttr("href"))
                .containsExactly(
                        "/configuration/general?draft=" + draftOf(answer) + "#field-ux.refresh_interval",
                        "/configuration/toml?draft=" + draftOf(answer) + "&item=line-12");
    }

    @Test
    void resettingAKeyTakesItOutSoThatTheDefaultHolds() {
        String draft = begin();
        assertThat(edit(draft, 2, "action=reset", "path=ux", "path=refresh_interval")
                        .statusCode())
                .isEqualTo(200);
        assertThat(textOf(draft)).doesNotContain("refresh_interval");
        Document page = site.page("/configuration/general?draft=" + draft);
        assertThat(page.select("[id='field-ux.refresh_interval']").attr("placeholder"))
                .isEqualTo("180000");
    }

    @Test
    void aChangeOfAnOlderRevisionIsToldAndNotMade() {
        String draft = begin();
        assertThat(edit(draft, 2, "action=set", "as=number", "path=ux", "path=refresh_interval", "value=70000")
                        .statusCode())
                .isEqualTo(200);
        HttpResponse<String> late =
                edit(draft, 2, "action=set", "as=text", "path=copyright", "path=name", "value=Late");
        assertThat(Jsoup.parse(late.body()).select("#editor-notice span").text())
                .isEqualTo("This draft was changed in another window meanwhile, and is shown here as it is now. Your"
                        + " change of copyright.name to \"Late\" was not made.");
        assertThat(late.headers().firstValue("X-Revision")).contains("3");
        assertThat(textOf(draft)).contains("70000").doesNotContain("Late");
        assertThat(Jsoup.parse(text(draft, 2, "a = 1").body())
                        .select("#editor-notice span")
                        .text())
                .isEqualTo("This draft was changed in another window meanwhile, and is shown here as it is now. Your"
                        + " text was not made.");
    }

    @Test
    void aTextThatWasMadeOfAnotherThanTheOneThatIsAppliedIsToldAndNotTaken() {
        HttpResponse<String> late = site.send(HttpRequest.newBuilder(
                        URI.create(site.url() + "/configuration/text?step=toml&draft=&revision=0&base=0123"))
                .header("X-Csrf-Token", token)
                .POST(HttpRequest.BodyPublishers.ofString("a = 1")));
        assertThat(Jsoup.parse(late.body()).select("#editor-notice span").text())
                .endsWith("Your text was not made.");
        assertThat(late.headers().firstValue("X-Draft")).contains("");
    }

    @Test
    void textThatIsNoTomlIsKeptAndFormsLeadToItsLine() {
        String draft = draftOf(text("", 0, "[ux]\nrefresh_interval =\n"));
        assertThat(textOf(draft)).isEqualTo("[ux]\nrefresh_interval =\n");
        Document page = site.page("/configuration/general?draft=" + draft);
        assertThat(page.select("#broken h2").text()).isEqualTo("The text must be mended first");
        assertThat(page.select("#broken a").text()).isEqualTo("Mend line 2");
        assertThat(page.select("#broken a").attr("href"))
                .isEqualTo("/configuration/toml?draft=" + draft + "&item=line-2");
        assertThat(edit(draft, 2, "action=set", "as=text", "path=copyright", "path=name", "value=x")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void aFileBecomesADraftAndIsDownloadedAsItIs() {
        String toml = "# mine\n[copyright]\nname = \"Übung\"\n";
        HttpResponse<String> answer = upload(toml.getBytes(StandardCharsets.UTF_8));
        assertThat(answer.statusCode()).isEqualTo(201);
        String draft = answer.body().replaceAll("(?s).*draft=([0-9a-f]+).*", "$1");
        HttpResponse<String> file = site.get("/configuration/download?draft=" + draft);
        assertThat(file.body()).isEqualTo(toml);
        assertThat(file.headers().firstValue("Content-Disposition"))
                .contains("attachment; filename=\"configuration.toml\"");
    }

    private static HttpResponse<String> upload(byte[] bytes) {
        return site.send(HttpRequest.newBuilder(URI.create(site.url() + "/configuration/upload"))
                .header("X-Csrf-Token", token)
                .header("Accept", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(bytes)));
    }

    @Test
    void filesThatAreNoTextOrTooLargeAreRefused() {
        assertThat(upload(new byte[] {'a', (byte) 0xFF}).body())
                .contains("The file is not UTF-8 text; save it in the encoding UTF-8 and choose it again");
        assertThat(upload(new byte[600_000]).body())
                .contains("The file has 600.0 kB; a configuration may have 524.3 kB");
        assertThat(upload(new byte[2_000_000]).statusCode()).isEqualTo(413);
    }

    @Test
    void stepsBackAndForthAreStepsOfWhatWasTypedInOneGo() {
        String draft = begin();
        for (int at = 0; at < 3; at++) {
            edit(
                    draft,
                    2 + at,
                    "action=set",
                    "as=text",
                    "path=copyright",
                    "path=name",
                    "value=" + "abc".substring(0, at + 1));
        }
        assertThat(step(draft, 5, "undo").headers().firstValue("X-Revision")).contains("6");
        assertThat(textOf(draft)).contains("name = \"CDH Dashboard\"", "version = \"1.1\"");
        step(draft, 6, "redo");
        assertThat(textOf(draft)).contains("name = \"abc\"");
        assertThat(Jsoup.parse(step(draft, 7, "redo").body())
                        .select("[data-step-back=redo]")
                        .hasAttr("disabled"))
                .isTrue();
        assertThat(textOf(draft)).contains("name = \"abc\"");
    }

    private static HttpResponse<String> step(String draft, long revision, String way) {
        return site.post(
                "/configuration/undo",
                "draft=" + draft + "&revision=" + revision + "&step=general&item=&action=" + way,
                "X-Csrf-Token",
                token);
    }

    @Test
    void savedBesideTheDataUnderANameThatHoldsNoWay() {
        String draft = begin();
        assertThat(save(draft, "mine").body()).contains("Saved as ", "/configuration/saved/mine.toml.");
        assertThat(save(draft, "mine.toml").body()).contains("already; choose another name");
        for (String name : new String[] {"../mine", "", "a/b", ".hidden", "x".repeat(65)}) {
            assertThat(save(draft, name).statusCode()).as(name).isEqualTo(400);
        }
    }

    private static HttpResponse<String> save(String draft, String name) {
        return site.post(
                "/configuration/save",
                "draft=" + draft + "&name=" + Site.encode(name),
                "X-Csrf-Token",
                token,
                "Accept",
                "application/json");
    }

    @Test
    void aServerThatIsReadOnlyShowsAllAndChangesNothing(@TempDir Path folder) {
        try (Site readOnly = Site.readOnly(FixtureWorkspace.withData(), folder)) {
            Document page = readOnly.page("/configuration/general");
            assertThat(page.select("#draft-state").text())
                    .isEqualTo(
                            "Read only This server shows the configuration and changes nothing, as it was started with"
                                    + " --read-only.");
            assertThat(page.select("fieldset[disabled] .field")).isNotEmpty();
            assertThat(readOnly.page("/").select("a.step").eachAttr("href")).doesNotContain("/configuration");
            Document imports = readOnly.page("/import");
            assertThat(imports.select("#read-only").text())
                    .isEqualTo("This server shows data and changes nothing, as it was started with --read-only: nothing"
                            + " can be imported or deleted here.");
            assertThat(imports.select("#import form, #import input, #import button"))
                    .isEmpty();
            String own = readOnly.token();
            for (String path : new String[] {"/configuration/edit", "/configuration/upload", "/import/start"}) {
                HttpResponse<String> refused = readOnly.post(path, "draft=", "X-Csrf-Token", own);
                assertThat(refused.statusCode()).isEqualTo(403);
                assertThat(message(refused))
                        .contains("This server shows data and changes nothing, as it was started with --read-only");
            }
        }
    }

    @Test
    void discardedDraftsAreGone() {
        String draft = begin();
        assertThat(site.post("/configuration/discard", "csrf=" + Site.encode(token) + "&draft=" + draft)
                        .statusCode())
                .isEqualTo(303);
        HttpResponse<String> gone = site.get("/configuration/general?draft=" + draft);
        assertThat(gone.statusCode()).isEqualTo(404);
        assertThat(message(gone))
                .contains("There is no such draft any more; it was discarded or applied. Open the configuration anew");
    }

    /** The address is a header, in which not every name has room. */
    @Test
    void aNameOfAnyLengthIsTaken() {
        String name = "clv_" + "é".repeat(20_000);
        HttpResponse<String> answer = site.post(
                "/configuration/edit",
                "draft=&revision=0&step=metrics&action=add&family=clv&to=" + Site.encode(name),
                "X-Csrf-Token",
                token);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        String draft = answer.headers().firstValue("X-Draft").orElseThrow();
        assertThat(answer.headers().firstValue("X-Address")).contains("/configuration/metrics?draft=" + draft);
        assertThat(site.get("/configuration/download?draft=" + draft).body()).contains(name);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    action=set&as=text&path=nothing&path=at all&value=1 | A configuration has no key nothing."at all"; nothing was changed. Load the page again
                    action=set&as=text&value=1                       | A configuration has no key ; nothing was changed. Load the page again
                    action=set&as=shell&path=ux&path=refresh_interval&value=1 | "shell" is no kind of input; load the page again
                    action=set&as=text&path=copyright&path=name      | One value was expected, and 0 came; load the page again
                    action=explode&path=ux                           | "explode" is nothing that this step can do; load the page again
                    action=rename&path=ux&to=                        | A name is missing; type one
                    """)
    void whatNoFormSendsIsRefused(String fields, String message) {
        HttpResponse<String> answer = edit("", 0, fields.split("&"));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains(message.replace("\"", "\\\""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"..%2F..%2Fetc%2Fpasswd", "%00", "0123456789abcdef0123456789abcdef", "*"})
    void draftsThatDoNotExistAreNotFound(String id) {
        assertThat(site.get("/configuration/general?draft=" + id).statusCode()).isEqualTo(404);
        assertThat(edit(id, 1, "action=reset", "path=ux").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"edit", "text", "undo", "save", "merge", "apply", "cancel", "restore", "discard", "upload"})
    void changesComeOnlyFromOwnPages(String action) {
        String path = "/configuration/" + action;
        assertThat(site.post(path, "draft=").statusCode()).isEqualTo(403);
        assertThat(site.post(path, "draft=", "X-Csrf-Token", token, "Origin", "http://evil.example")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void unknownStepsNameThoseThereAre() {
        assertThat(message(site.get("/configuration/nothing")))
                .contains("There is no step \"nothing\" of the configuration. Steps: general, ih, holdings, metrics,"
                        + " reports, variants, chat, studio, toml.");
    }
}
