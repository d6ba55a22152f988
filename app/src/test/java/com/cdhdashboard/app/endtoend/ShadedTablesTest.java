package com.cdhdashboard.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(OnceForAll.class)
class ShadedTablesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/reports/propensity_histogram       | from            | Count",
                "/reports/propensity_histogram       | to              | Count",
                "/reports/model_auc?view=calibration | lowest_score    | Count",
                "/reports/model_auc?view=calibration | mean_predicted  | observed_rate",
                "/reports/model_auc?view=roc         | threshold       | true_positive_rate",
                "/clv/clv_density?mode=heatmap       | recency_from    | customers_count",
                "/clv/clv_density?mode=heatmap       | frequency_to    | mean_monetary_value"
            })
    void scoresAreShadedAndEdgesAreNot(String path, String edge, String score, Demo demo) throws Exception {
        Document page = new HttpApi(demo.url()).page(path);

        assertThat(shades(page, edge)).isNotEmpty().allMatch(String::isEmpty);
        assertThat(shades(page, score)).isNotEmpty().noneMatch(String::isEmpty);
    }

    private static List<String> shades(Document page, String column) {
        List<String> heads = page.select("#data thead tr > *").stream()
                .map(head -> head.attr("data-column"))
                .toList();
        String cells = "#data tbody tr > :nth-child(" + (heads.indexOf(column) + 1) + ")";
        return page.select(cells).stream()
                .map(cell -> cell.classNames().stream()
                        .filter(name -> name.startsWith("heat-"))
                        .findFirst()
                        .orElse(""))
                .toList();
    }
}
