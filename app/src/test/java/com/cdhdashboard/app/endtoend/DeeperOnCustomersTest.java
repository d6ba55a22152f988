package com.cdhdashboard.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the parts of charts over customers lead to is what they are made of. */
@ExtendWith(OnceForAll.class)
class DeeperOnCustomersTest {
    private HttpApi api;

    @BeforeEach
    void ask(Demo demo) {
        api = new HttpApi(demo.url());
    }

    /** Alone, a part has the same numbers; those of a bar of a histogram change with the bins, but not their sum. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "clv_frequency?                                        | ControlGroup              | y      | sum",
                "clv_frequency?color=&facet_row=rfm_segment            | rfm_segment               | y      | sum",
                "clv_frequency?facet_row=rfm_segment                   | ControlGroup, rfm_segment | y      | sum",
                "clv_segments?                                         | ControlGroup, rfm_segment | values | each",
                "clv_around_segments?                                  | ControlGroup, rfm_segment | r      | each",
                "clv_exposure?points=1000                              | rfm_segment               | y      | count",
                "clv_correlation?facet_col=rfm_segment                 | rfm_segment               | z      | each",
                "clv_correlation?facet_col=ControlGroup&view=scatter   | ControlGroup              | x      | each",
                "clv_prediction?measure=lifetime_value&by=rfm_segment  | rfm_segment               | y      | each",
                "clv_density?mode=3d&points=200000                     | rfm_segment               | z      | each"
            })
    void everyPartLeadsToItsCustomers(String address, String dimensions, String numbers, String compared)
            throws Exception {
        Map<Map<String, String>, List<Double>> parts = parts(address, Map.of(), numbers);
        assertThat(parts).isNotEmpty();
        String most = parts.keySet().stream()
                .map(conditions -> String.join(", ", conditions.keySet()))
                .reduce("", (one, other) -> one.length() > other.length() ? one : other);
        assertThat(most).isEqualTo(dimensions);
        for (Map<String, String> conditions : parts.keySet()) {
            List<Double> own = parts.getOrDefault(conditions, List.of());
            List<Double> alone = parts(address, conditions, numbers).getOrDefault(conditions, List.of());
            switch (compared) {
                case "sum" -> assertThat(sum(alone)).as("%s", conditions).isEqualTo(sum(own));
                case "count" -> assertThat(alone).as("%s", conditions).hasSameSizeAs(own);
                default -> assertAlike(alone, own, conditions.toString());
            }
        }
    }

    private static double sum(List<Double> numbers) {
        return numbers.stream().mapToDouble(number -> number).sum();
    }

    private static void assertAlike(List<Double> found, List<Double> expected, String of) {
        List<Double> sorted = found.stream().sorted().toList();
        List<Double> own = expected.stream().sorted().toList();
        assertThat(sorted).as(of).hasSameSizeAs(own);
        for (int i = 0; i < own.size(); i++) {
            assertThat(sorted.get(i)).as(of).isCloseTo(own.get(i), within(1e-9 * Math.max(1, Math.abs(own.get(i)))));
        }
    }

    /** Bins of numbers and what models say are of no group that a page can be filtered by. */
    @ParameterizedTest
    @CsvSource({
        "clv_frequency?color=",
        "clv_density?mode=heatmap",
        "clv_density?mode=contour",
        "clv_prediction?view=fit",
        "clv_prediction?view=holdout",
        "clv_prediction?view=alive"
    })
    void whatStandsForNoGroupLeadsNowhere(String address) throws Exception {
        JsonNode figure = api.fitted("/clv/" + address.replace("?", ".json?")).get("figure");
        assertThat(figure.get("data")).isNotEmpty();
        assertThat(figure.findValues("drill")).isEmpty();
    }

    @Test
    void aCellOfAMatrixOpensThePointsOfItsColumns() throws Exception {
        JsonNode drill = api.json("/clv/clv_correlation.json").at("/figure/data/0/meta/drill");
        assertThat(drill.get("is")).isEmpty();
        assertThat(drill.at("/opens/choices/view").asText()).isEqualTo("scatter");
        assertThat(drill.at("/opens/places/Monetary value").asText()).isEqualTo("monetary_value");
        String names = "y=recency&x=" + drill.at("/opens/places/Tenure").asText();
        assertThat(api.json("/clv/clv_correlation.json?view=scatter&" + names).at("/rows"))
                .hasSize(1);
    }

    @Test
    void aRowOfACorrelationLeadsToItsCustomers() throws Exception {
        assertThat(api.page("/clv/clv_correlation?facet_col=rfm_segment").select("#data tbody a[data-drill]"))
                .isNotEmpty()
                .allMatch(link -> link.attr("href").contains("filter.rfm_segment="));
    }

    private Map<Map<String, String>, List<Double>> parts(String address, Map<String, String> conditions, String numbers)
            throws Exception {
        String filters = conditions.entrySet().stream()
                .map(each -> "&filter." + each.getKey() + "=" + HttpApi.encode(each.getValue()))
                .collect(Collectors.joining());
        JsonNode answer = api.fitted("/clv/" + address.replace("?", ".json?") + filters);
        Map<Map<String, String>, List<Double>> parts = new LinkedHashMap<>();
        for (JsonNode trace : answer.get("figure").get("data")) {
            String type = trace.path("type").asText();
            boolean ofBox = type.equals("scatter") && trace.at("/y/0").isTextual();
            if (!type.equals("box") && !ofBox) {
                add(trace, trace.get(numbers), 0, parts);
            }
        }
        return parts;
    }

    /** A heat map has all its numbers of one group. */
    private static void add(JsonNode trace, JsonNode numbers, int point, Map<Map<String, String>, List<Double>> parts) {
        for (int i = 0; i < numbers.size(); i++) {
            if (numbers.get(i).isArray()) {
                add(trace, numbers.get(i), i, parts);
            } else if (numbers.get(i).isNumber()) {
                parts.computeIfAbsent(conditions(trace, point + i), none -> new ArrayList<>())
                        .add(numbers.get(i).asDouble());
            }
        }
    }

    private static Map<String, String> conditions(JsonNode trace, int point) {
        JsonNode drill = trace.at("/meta/drill");
        Map<String, String> all = new TreeMap<>();
        drill.path("is")
                .forEach(each -> all.put(
                        each.get("dimension").asText(), each.get("label").asText()));
        for (JsonNode each : drill.path("each")) {
            JsonNode value = each.get("values").get(each.get("of").get(point).asInt());
            all.put(each.get("dimension").asText(), value.get("label").asText());
        }
        String id = trace.path("ids").path(point).asText();
        for (JsonNode each : drill.path("path")) {
            int slash = id.indexOf('/');
            if (slash >= 0) {
                int colon = id.indexOf(':', slash);
                int end = colon + 1 + Integer.parseInt(id.substring(slash + 1, colon));
                all.put(each.get("dimension").asText(), id.substring(colon + 1, end));
                id = id.substring(end);
            }
        }
        return all;
    }
}
