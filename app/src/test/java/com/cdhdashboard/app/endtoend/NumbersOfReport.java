package com.cdhdashboard.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * What a report writes for each number: the texts of its cells by the unrounded numbers in their titles, against all
 * other places that write the same number.
 */
final class NumbersOfReport {
    private static final Pattern UNROUNDED = Pattern.compile("\\d\\.\\d{7}");
    private static final List<String> DRAWN = List.of("x", "y", "z", "value", "values", "r");

    private final HttpApi api;
    private final String path;
    private final List<List<String>> cells = new ArrayList<>();
    private final List<String> heads;
    private final Map<Double, List<Written>> texts = new HashMap<>();
    private int compared;

    /** The text of a number, and that of how many rows its group has. */
    private record Written(String text, String count) {
        boolean mayStandIn(String hover) {
            return !hover.contains("n = ") || hover.matches("(?s).*n = " + count + "(\\D.*)?");
        }
    }

    NumbersOfReport(HttpApi api, JsonNode entry) throws Exception {
        this.api = api;
        this.path = entry.get("page").asText();
        Document page = api.page(path);
        this.heads = page.select("#data thead tr > [data-column]").stream()
                .map(head -> head.attr("data-column"))
                .toList();
        for (Element row : page.select("#data tbody tr")) {
            cells.add(row.children().eachText());
            int counted = heads.indexOf("Count");
            String count = counted < 0 ? "" : row.child(counted).text();
            for (Element cell : row.select("td.num[title]")) {
                if (cell.attr("title").matches("-?[0-9.]+(E-?[0-9]+)?")) {
                    texts.computeIfAbsent(Double.valueOf(cell.attr("title")), value -> new ArrayList<>())
                            .add(new Written(plain(cell.text()), count));
                }
            }
        }
    }

    /** How many texts were found to agree. */
    int compare() throws Exception {
        JsonNode twin = path.startsWith("/clv") ? api.fitted(path + ".json") : api.json(path + ".json");
        JsonNode figure =
                twin.path("figure").isMissingNode() ? twin.path("report").path("figure") : twin.path("figure");
        assertRounded(figure);
        figure.path("data").forEach(this::compareHovers);
        twin.path("cards").forEach(this::compareCard);
        compareExplanations();
        return compared;
    }

    /** What is drawn has all digits; what is written has none that nobody reads. */
    private void assertRounded(JsonNode node) {
        if (node.isTextual()) {
            assertThat(node.asText()).as(path).doesNotContainPattern(UNROUNDED);
        }
        node.forEach(this::assertRounded);
    }

    private void compareHovers(JsonNode trace) {
        JsonNode hovers = trace.path("hovertext");
        // What the template itself writes is not in the text
        String template = trace.path("hovertemplate").asText();
        DRAWN.stream()
                .filter(name -> !template.contains("%{" + name))
                .forEach(name -> compare(trace.path(name), hovers));
        compare(trace.path("marker").path("colors"), hovers);
    }

    private void compare(JsonNode numbers, JsonNode hovers) {
        for (int i = 0; i < Math.min(numbers.size(), hovers.size()); i++) {
            if (numbers.get(i).isArray()) {
                compare(numbers.get(i), hovers.get(i));
            } else if (isTelling(numbers.get(i))) {
                String hover = plain(hovers.get(i).asText());
                List<String> written = texts.getOrDefault(numbers.get(i).asDouble(), List.of()).stream()
                        .filter(each -> each.mayStandIn(hover))
                        .map(Written::text)
                        .toList();
                if (!written.isEmpty()) {
                    assertThat(written)
                            .as("%s: %s in \"%s\"", path, numbers.get(i), hover)
                            .anyMatch(hover::contains);
                    compared++;
                }
            }
        }
    }

    /** Small whole numbers are equal by chance, such as the place of a line. */
    private static boolean isTelling(JsonNode number) {
        return number.isNumber() && (number.asDouble() >= 1000 || number.asDouble() != Math.rint(number.asDouble()));
    }

    /** The definition of a card ends with the formula in numbers. */
    private void compareCard(JsonNode card) {
        String definition = card.get("definition").asText();
        String value = card.get("value").asText();
        if (definition.contains(" Here: ") && !value.equals("–")) {
            assertThat(definition).as(path).contains(value.replace(" bits", ""));
            compared++;
        }
    }

    private void compareExplanations() throws Exception {
        for (int row = 1; row <= Math.min(3, cells.size()); row++) {
            JsonNode answer = api.json("/explanations" + path + ".json?row=" + row);
            for (JsonNode number : answer.get("numbers")) {
                int column = heads.indexOf(number.get("name").asText());
                String text = column < 0 ? "–" : cells.get(row - 1).get(column);
                if (!text.equals("–") && number.get("here").isTextual()) {
                    assertThat(plain(number.get("here").asText()))
                            .as("%s, row %d: %s", path, row, heads.get(column))
                            .contains(plain(text));
                    compared++;
                }
            }
        }
    }

    private static String plain(String text) {
        return text.replace('\u00a0', ' ').replace("&lt;", "<");
    }
}
