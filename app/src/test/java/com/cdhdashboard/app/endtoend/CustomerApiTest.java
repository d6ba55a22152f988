package com.cdhdashboard.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.cdhdashboard.app.start.InstalledProgram;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Customers as the API gives them: rows, groups, filters, pages, and what is refused. */
class CustomerApiTest {
    private static final String COLUMNS =
            "CustomerID,Arm,first_purchase,last_purchase,unique_holdings,frequency,recency,tenure,monetary_value,"
                    + "lifetime_value,days_since_last,r_quartile,f_quartile,m_quartile,rfm_score,rfm_segment";
    private static final String GROUP_COLUMNS = ",customers_count,repeat_customers,unique_holdings,lifetime_value,"
            + "mean_lifetime_value,mean_monetary_value,mean_frequency,mean_recency,mean_tenure,mean_days_since_last,"
            + "mean_rfm_score";

    private static InstalledProgram.Server server;
    private static HttpApi http;

    @BeforeAll
    static void importHoldings(@TempDir Path folder) throws Exception {
        server = HoldingsStore.fill(
                        folder,
                        HoldingsStore.CONFIGURATION + HoldingsStore.REPORTS,
                        Optional.of(HoldingsStore.someHoldings()))
                .serve();
        http = new HttpApi(server.url());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static HttpResponse<String> ask(String query) throws Exception {
        return http.get("/api/v1/metrics/clv" + query);
    }

    private static JsonNode rows(String query) throws Exception {
        return http.json("/api/v1/metrics/clv" + query);
    }

    private static List<String> ids(JsonNode rows) {
        return rows.findValuesAsText("CustomerID");
    }

    @Test
    void aCustomerIsARowWithEveryColumn() throws Exception {
        JsonNode row = rows("?search=d").get(0);

        List<String> names = new ArrayList<>();
        row.fieldNames().forEachRemaining(names::add);
        assertThat(names).containsExactly(COLUMNS.split(","));
        // D bought for 1, 2 and 6 on days 1, 2 and 31, the last day of all
        assertThat(row.toString())
                .isEqualTo("{\"CustomerID\":\"D\",\"Arm\":\"Control\",\"first_purchase\":\"2024-01-01\","
                        + "\"last_purchase\":\"2024-01-31\",\"unique_holdings\":3,\"frequency\":2,\"recency\":30,"
                        + "\"tenure\":30,\"monetary_value\":4.0,\"lifetime_value\":9.0,\"days_since_last\":0,"
                        + "\"r_quartile\":4,\"f_quartile\":4,\"m_quartile\":4,\"rfm_score\":4.0,"
                        + "\"rfm_segment\":\"Premium Customer\"}");
    }

    @Test
    void theMetricIsInTheListOfMetrics() throws Exception {
        JsonNode metric = http.json("/api/v1/metrics").get(0);

        assertThat(metric.get("name").textValue()).isEqualTo("clv");
        assertThat(metric.get("family").textValue()).isEqualTo("clv");
        assertThat(metric.get("dimensions").toString()).isEqualTo("[\"Arm\"]");
        assertThat(metric.get("has_data").booleanValue()).isTrue();
    }

    @Test
    void customersComeInPagesThatTogetherAreAll() throws Exception {
        List<String> all = ids(rows("?limit=10000"));
        List<String> paged = new ArrayList<>();
        for (int offset = 0; offset < 66; offset += 20) {
            HttpResponse<String> answer = ask("?limit=20&offset=" + offset);
            assertThat(answer.headers().firstValue("X-Total-Count")).contains("66");
            paged.addAll(ids(new ObjectMapper().readTree(answer.body())));
        }

        assertThat(all).hasSize(66).startsWith(HoldingsStore.FORMULA, "A", "B").endsWith("N-59", "N-60");
        assertThat(paged).isEqualTo(all);
        assertThat(ids(rows(""))).isEqualTo(all);
        assertThat(rows("?offset=66")).isEmpty();
        assertThat(rows("?limit=0")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sort=-lifetime_value&limit=2                  | N-60,N-59",
                "sort=lifetime_value&limit=3                   | =SUM(1),E,D",
                "sort=-Arm&limit=1                             | A",
                "sort=Arm&offset=65                            | E",
                "filter.Arm=Control                            | C,D",
                "filter.Arm=%28missing%29                      | E",
                "filter.Arm.not=Test&filter.Arm.not=Control    | =SUM(1),E",
                "filter.rfm_segment=Premium+Customer           | D",
                "filter.rfm_segment.contains=repeat            | B",
                "search=N-6                                    | N-60",
                "search=n-6                                    | N-60",
                "search=%C3%B1-6                               | N-60",
                "search=%25                                    | ``",
                "search=_                                      | ``",
                "filter.Arm=Nobody                             | ``"
            },
            quoteCharacter = '`')
    void sortFiltersAndSearchChooseCustomers(String query, String ids) throws Exception {
        HttpResponse<String> answer = ask("?" + query.strip());

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(String.join(",", ids(new ObjectMapper().readTree(answer.body()))))
                .isEqualTo(ids);
    }

    @Test
    void groupsAreSummedUp() throws Exception {
        String csv = ask("?group_by=Arm&format=csv").body();

        assertThat(csv.lines().toList())
                .isEqualTo(List.of(
                        "Arm" + GROUP_COLUMNS,
                        "\"<b>&\"\"x\"\"\",1,0,1,3.0,3.0,,0.0,0.0,28.0,28.0,1.0",
                        // C: 1 repeat of 7, 1 day, T 26, score 3; D: 2 repeats of 4 on average, 30 days, T 30, score 4
                        "Control,2,2,5,21.0,10.5,5.5,1.5,15.5,28.0,12.5,3.5",
                        csv.lines().skip(3).findFirst().orElseThrow(),
                        ",1,0,1,3.0,3.0,,0.0,0.0,28.0,28.0,1.0"));
        assertThat(csv.lines().skip(3).findFirst().orElseThrow()).startsWith("Test,62,1,63,7900.0,");
        JsonNode segments = rows("?group_by=Arm,rfm_segment&filter.Arm=Control");
        assertThat(segments.findValuesAsText("rfm_segment")).containsExactly("Premium Customer", "Top Spender");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "limit=99999           | limit is \"99999\", but must be a whole number from 0 to 10000",
                "limit=-1              | limit is \"-1\", but must be a whole number from 0 to 10000",
                "offset=1.5            | offset is \"1.5\", but must be a whole number from 0",
                "frob=1                | \"frob\" is not a parameter of a metric over product holdings; there are group_by, limit, offset, sort, search, format and filter.DIMENSION",
                "format=xlsx           | \"xlsx\" is not a format; there are json, csv, object",
                "sort=-nothing         | \"nothing\" is not a column of clv; its columns are CustomerID, Arm, first_purchase, last_purchase, unique_holdings, frequency, recency, tenure, monetary_value, lifetime_value, days_since_last, r_quartile, f_quartile, m_quartile, rfm_score, rfm_segment",
                "group_by=Armm         | \"Armm\" is not a dimension of clv; its dimensions are Arm, rfm_segment",
                "filter.Channel=Web    | \"Channel\" is not a dimension of clv; its dimensions are Arm, rfm_segment",
                "group_by=Arm&limit=1  | limit, offset, sort and search choose among customers; leave them out where the answer is one row a group",
                "group_by=Arm&sort=Arm | limit, offset, sort and search choose among customers; leave them out where the answer is one row a group"
            })
    void mistakesAreSaid(String query, String message) throws Exception {
        HttpResponse<String> answer = ask("?" + query);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(new ObjectMapper()
                        .readTree(answer.body())
                        .at("/error/message")
                        .textValue())
                .isEqualTo(message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"json", "csv"})
    void reportsOverCustomersAreReportsOfTheApi(String format) throws Exception {
        String answer = http.get("/api/v1/reports/hist?format=" + format).body();

        assertThat(http.json("/api/v1/reports").findValuesAsText("key")).containsExactly("hist", "model");
        assertThat(answer)
                .contains("upper_quartile_frequency")
                .contains(format.equals("json") ? "\"figure\":{" : "66,");
    }

    @Test
    void aModelThatCannotBeFittedHasNoFigure() throws Exception {
        HttpResponse<String> answer = http.get("/api/v1/reports/model?format=figure");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body())
                .isEqualTo(
                        "{\"error\":{\"status\":400,\"message\":\"report \\\"model\\\" has no figure: BG/NBD cannot be"
                                + " fitted. Fewer than 10 customers bought again (with a positive mean value where values are"
                                + " modelled): too few for the parameters of the model.\"}}");
    }
}
