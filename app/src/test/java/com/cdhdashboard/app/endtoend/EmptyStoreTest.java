package com.cdhdashboard.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.cdhdashboard.app.start.InstalledProgram;
import java.nio.file.Path;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmptyStoreTest {
    private static InstalledProgram.Server server;
    private static HttpApi http;

    @BeforeAll
    static void start(@TempDir Path folder) {
        server = Demo.serve(folder.resolve("data"), folder);
        http = new HttpApi(server.url());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void aReportLeadsToTheImport() throws Exception {
        Document page = http.page("/reports/daily_ctr");

        assertThat(page.select("[data-reason]").text()).startsWith("The data hold nothing of the metric");
        assertThat(page.select(".empty-action a").attr("href")).isEqualTo("/import");
        assertThat(page.select(".filterbar-label")).isEmpty();
    }

    @Test
    void anAnswerAboutATableWithoutNumbersSaysSo() throws Exception {
        assertThat(http.page("/explanations/reports/daily_ctr?column=CTR")
                        .select("#error p")
                        .text())
                .contains("The table is empty, so it has no numbers. Import data or clear a filter.");
    }
}
