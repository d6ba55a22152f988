package com.cdhdashboard.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.cdhdashboard.app.start.InstalledProgram;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Drafts on their way to what everybody sees, over HTTP and a real store. */
class ConfigurationReviewTest {
    private static final String TEXT = """
            # ours
            [copyright]
            name = "Ours" # short
            version = "1"

            [ih]
            file_type = "pega_ds_export"
            file_pattern = "**/*.zip"

            [metrics]
            global_filters = ["Channel"]

            [metrics.engagement]
            group_by = ["Day"]
            filter = ""
            scores = ["CTR"]
            positive_model_response = ["Clicked"]
            negative_model_response = ["Impression"]
            """;
    private static final int WAITS = 600;

    @TempDir
    private static Path shared;

    @TempDir
    private Path folder;

    private Path file = Path.of("");

    @BeforeAll
    static void makeExport() {
        InstalledProgram.Outcome made =
                InstalledProgram.run("sample", shared.resolve("export"), "--days", 2, "--interactions", 50);
        assertThat(made.code()).as(made.err()).isZero();
    }

    @BeforeEach
    void writeFile() throws IOException {
        file = Files.writeString(folder.resolve("ours.toml"), TEXT);
    }

    private InstalledProgram.Server serve() {
        return InstalledProgram.serve(Optional.of(file), folder.resolve("data"), List.of());
    }

    @Test
    void whatNeedsNoImportIsAppliedAtOnceAndOpenPagesAreTold() throws Exception {
        try (InstalledProgram.Server server = serve()) {
            Author author = Author.at(server.url());
            String before = author.page("/").select("#page").attr("data-version");
            String text = TEXT.replace("\"Ours\"", "\"Everybody's\"");
            Document review = author.review(author.draft(text));
            assertThat(review.select("#need").text()).isEqualTo("It needs no import: pages show it at once.");
            assertThat(review.select(".comparison .changed").text())
                    .isEqualTo("3 name = \"Ours\" # short 3 name = \"Everybody's\" # short");
            HttpResponse<String> answer = author.send(review, "#apply");
            assertThat(answer.headers().firstValue("Location")).contains("/configuration/applied");
            assertThat(author.page("/configuration/applied").select("h2").text())
                    .isEqualTo("The configuration is applied, and all pages show it");
            assertThat(Files.readString(file)).isEqualTo(text);
            Document home = author.page("/");
            assertThat(home.select(".brand-name").text()).isEqualTo("Everybody's");
            assertThat(home.select("#page").attr("data-version")).isNotEqualTo(before);
            assertThat(author.page("/configuration")
                            .select("#draft-state strong")
                            .text())
                    .isEqualTo("As applied");
        }
    }

    @Test
    void errorsAreSaidAndNothingIsApplied() throws Exception {
        try (InstalledProgram.Server server = serve()) {
            Author author = Author.at(server.url());
            String draft = author.draft(TEXT.replace("[\"Day\"]", "[]"));
            Document review = author.review(draft);
            assertThat(review.select("#refusal").text())
                    .startsWith("The configuration has errors and cannot be applied; the first is ");
            assertThat(review.select("#apply")).isEmpty();
            assertThat(author.review(author.draft("name = ")).select("#refusal").text())
                    .contains("not valid TOML");
            assertThat(Files.readString(file)).isEqualTo(TEXT);
        }
    }

    @Test
    void whatNeedsAnImportIsServedOnceItIsComplete() throws Exception {
        assertThat(InstalledProgram.run(
                                "import",
                                "--config",
                                file,
                                "--data",
                                folder.resolve("data"),
                                shared.resolve("export/interactions"))
                        .code())
                .isZero();
        try (InstalledProgram.Server server = serve()) {
            Author author = Author.at(server.url());
            Document review = author.review(author.draft(TEXT.replace("[\"Day\"]", "[\"Day\", \"Issue\"]")));
            assertThat(review.select(".plan li").eachText())
                    .containsExactly("The metric engagement is counted from the files again, because of its group_by.");
            assertThat(review.select("#need").text()).startsWith("It needs an import of ");
            author.send(review, "#apply");
            for (int wait = 0; state(author).equals("importing"); wait++) {
                assertThat(wait).isLessThan(WAITS);
                Thread.sleep(50);
            }
            assertThat(state(author)).isEqualTo("applied");
            assertThat(Files.readString(file)).contains("\"Issue\"");
            assertThat(new HttpApi(server.url()).json("/api/v1/metrics/engagement?group_by=Issue"))
                    .isNotEmpty();
        }
    }

    private static String state(Author author) throws IOException, InterruptedException {
        return author.page("/configuration/applied").select("#applying").attr("data-state");
    }

    @Test
    void whatDoesNotCollideIsMergedAndWhatDoesIsChosen() throws Exception {
        try (InstalledProgram.Server server = serve()) {
            Author first = Author.at(server.url());
            String merged = first.draft(TEXT.replace("version = \"1\"", "version = \"2\""));
            String collides = first.draft(TEXT.replace("\"Ours\"", "\"Mine\"").replace("# ours", "# mine"));
            first.send(first.review(first.draft(TEXT.replace("\"Ours\"", "\"Theirs\""))), "#apply");

            Document review = first.review(merged);
            assertThat(review.select(".stale[role=status]").not("#stale").text())
                    .isEqualTo("Another configuration was applied since this draft was begun. What it changed and what"
                            + " you changed do not collide: both are in what is shown here.");
            first.send(review, "#apply");
            String both = TEXT.replace("version = \"1\"", "version = \"2\"").replace("\"Ours\"", "\"Theirs\"");
            assertThat(Files.readString(file)).isEqualTo(both);

            Document collisions = first.review(collides);
            assertThat(collisions.select(".collision legend").eachText()).containsExactly("copyright.name");
            assertThat(collisions.select(".collision-value").eachText()).containsExactly("Ours", "Mine", "Theirs");
            first.send(collisions, "#merge", "choice.copyright.name", "mine copyright.name");
            assertThat(first.text(collides))
                    .isEqualTo(both.replace("\"Theirs\"", "\"Mine\"").replace("# ours", "# mine"));
            first.send(first.review(collides), "#apply");
            assertThat(Files.readString(file)).contains("\"Mine\"", "version = \"2\"");
        }
    }

    @Test
    void whatWasReviewedBeforeOthersAppliedIsReviewedAgain() throws Exception {
        try (InstalledProgram.Server server = serve()) {
            Author author = Author.at(server.url());
            String draft = author.draft(TEXT.replace("version = \"1\"", "version = \"2\""));
            Document review = author.review(draft);
            author.send(author.review(author.draft(TEXT.replace("\"Ours\"", "\"Theirs\""))), "#apply");
            HttpResponse<String> answer = author.send(review, "#apply");
            assertThat(answer.headers().firstValue("Location")).contains("/configuration/review?draft=" + draft);
            assertThat(Files.readString(file)).contains("version = \"1\"");
        }
    }

    @Test
    void formerConfigurationsAreKeptAndComeBack() throws Exception {
        try (InstalledProgram.Server server = serve()) {
            Author author = Author.at(server.url());
            assertThat(author.page("/configuration/history")
                            .select("#history-page")
                            .text())
                    .contains("Nothing was applied in the product yet.");
            author.send(author.review(author.draft(TEXT.replace("\"Ours\"", "\"<b>Other</b>\""))), "#apply");
            Document history = author.page("/configuration/history?version=2");
            assertThat(history.select("#versions tbody tr").eachText()).hasSize(2);
            assertThat(history.select("#versions tbody tr").get(0).text())
                    .contains("local", "changed copyright.name", "Restore");
            assertThat(history.select("#chosen .changed .line-after").text()).contains("<b>Other</b>");
            HttpResponse<String> restored = author.post("/configuration/restore", "version", "1");
            String draft =
                    restored.headers().firstValue("Location").orElseThrow().replaceAll(".*draft=", "");
            assertThat(author.text(draft)).isEqualTo(TEXT);
            author.send(author.review(draft), "#apply");
            assertThat(Files.readString(file)).isEqualTo(TEXT);
            assertThat(author.post("/configuration/restore", "version", "../1").statusCode())
                    .isEqualTo(404);
        }
    }
}
