package com.cdhdashboard.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.cdhdashboard.app.fixture.FixtureWorkspace;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExplanationsTest {
    private static Site site;

    @BeforeAll
    static void start(@TempDir Path folder) {
        site = new Site(FixtureWorkspace.withData(), folder, 1000);
    }

    @AfterAll
    static void stop() {
        site.close();
    }

    @Test
    void everyHeadOfANumberAndEveryRowHasAMark() {
        Document page = site.page("/reports/long_table?sort=-Count&page=2&filter.Channel=Web");

        assertThat(page.select("#data thead .ask").eachAttr("value")).containsExactly("Count", "CTR");
        assertThat(page.select("#data thead .ask").eachAttr("aria-label"))
                .containsExactly("What is Interactions?", "What is Click-through rate?");
        assertThat(page.select("#data tbody .ask"))
                .hasSize(50)
                .first()
                .satisfies(mark -> assertThat(mark.attr("value")).isEqualTo("51"));
        Element form = page.expectFirst("#asking");
        assertThat(form.attr("action")).isEqualTo("/explanations/reports/long_table");
        assertThat(form.select("input:not([disabled])").eachAttr("name"))
                .containsExactly("filter.Channel", "sort", "page");
    }

    @Test
    void aHeadTellsWhatTheNumberMeansInGeneral() {
        Element answer =
                site.page("/explanations/reports/long_table?column=CTR").expectFirst("#explanation");

        assertThat(answer.select("h2").text()).isEqualTo("What is this?");
        assertThat(answer.select(".number[open]").text())
                .isEqualTo("Click-through rate CTR The share of interactions with a positive response, such as a click."
                        + " CTR = P / (P + N) Not available when the group has no interactions.");
        assertThat(answer.select(".what-group, .what-behind, .what-others")).isEmpty();
    }

    @Test
    void aRowFillsTheFormulasAndTellsWhatIsBehindThem() {
        Element answer =
                site.page("/explanations/reports/long_table?row=3&sort=-Count").expectFirst("#explanation");

        String group = answer.select(".what-group").text();
        assertThat(group).startsWith("Action name Offer ");
        assertThat(answer.select("[data-number=CTR] .number-here").text()).startsWith("4 / (4 + 96) = ");
        assertThat(answer.select(".number[open]")).isEmpty();
        assertThat(answer.select(".what-behind").text())
                .isEqualTo("Behind it Positives 4 Negatives 96 Test positives 3 Test negatives 57");
        String row = site.page("/reports/long_table?sort=-Count")
                .select("#data tbody tr:nth-child(3) td.text")
                .text();
        assertThat(group).isEqualTo("Action name " + row);
        assertThat(answer.select(".what-links a").eachAttr("href"))
                .containsExactly(
                        "/reports/long_table?filter.Name=" + row.replace(' ', '+') + "&sort=-Count",
                        "/reports/long_table?sort=-Count");
    }

    @Test
    void aNumberOfARowStandsBeforeTheOthers() {
        Element answer =
                site.page("/explanations/reports/long_table?row=3&column=CTR").expectFirst("#explanation");

        assertThat(answer.select("#explanation > .number").eachAttr("data-number"))
                .containsExactly("CTR");
        assertThat(answer.select(".what-others .number").eachAttr("data-number"))
                .containsExactly("Count");
    }

    @Test
    void aNumberThatThereIsNotSaysWhen() {
        assertThat(site.page("/explanations/reports/hostile?row=3&column=Lift")
                        .select("[data-number=Lift] .number-here")
                        .text())
                .isEqualTo("not available: there is none unless both arms have interactions and the control arm has a"
                        + " positive response");
    }

    @Test
    void theTwinHasTheSame() {
        JsonNode twin = site.json("/explanations/reports/long_table.json?row=3&column=CTR");

        assertThat(twin.at("/numbers/0/name").asText()).isEqualTo("CTR");
        assertThat(twin.at("/numbers/0/formula").asText()).isEqualTo("P / (P + N)");
        assertThat(twin.at("/numbers/0/here").asText()).startsWith("4 / (4 + 96) = ");
        assertThat(twin.at("/group/Name").asText()).startsWith("Offer ");
        assertThat(twin.at("/sums/0/Positives").asText()).isEqualTo("4");
        assertThat(twin.at("/only").asText()).startsWith("/reports/long_table?filter.Name=Offer+");
    }

    @Test
    void hostileNamesAreTextAndNothingElse() {
        String body = site.get("/explanations/reports/hostile?row=1").body();

        assertThat(body).doesNotContain("<img").doesNotContain("<b>3").contains("&lt;img src=x");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    row=501 | 404 | There is no row 501; the table has 500 now. Load the page again.
                    row=0 | 400 | "0" is not the number of a row; rows count from 1
                    row=x | 400 | "x" is not the number of a row; rows count from 1
                    column=Name | 404 | The table has no number "Name". Numbers: Count, CTR.
                    sort=CTR | 400 | Say which number is meant, by "column", "row" or both
                    """)
    void whatIsNotThereIsSaid(String query, int status, String message) {
        HttpResponse<String> answer = site.get("/explanations/reports/long_table.json?" + query);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(site.json("/explanations/reports/long_table.json?" + query)
                        .at("/error/message")
                        .asText())
                .isEqualTo(message);
    }

    @Test
    void customersThatThereAreNotCannotBeExplained() {
        HttpResponse<String> answer = site.get("/explanations/customers/clv.json?row=1");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("There are no customers of a metric \\\"clv\\\".");
    }
}
