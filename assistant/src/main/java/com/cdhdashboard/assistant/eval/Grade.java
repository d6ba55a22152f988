package com.cdhdashboard.assistant.eval;

import static java.util.Objects.requireNonNull;

import com.cdhdashboard.assistant.chat.Exchange;
import com.cdhdashboard.assistant.prose.Inline;
import com.cdhdashboard.assistant.prose.NumberLink;
import com.cdhdashboard.assistant.prose.Prose;
import com.cdhdashboard.assistant.prose.ProseNumbers;
import com.cdhdashboard.assistant.prose.ProseText;
import com.cdhdashboard.core.cube.Table;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Whether an answer is as good as was expected.
 *
 * @param wrong what is missing or too much; empty where nothing is
 */
public record Grade(KnownQuestion question, Exchange exchange, Optional<String> wrong) {
    /** Sums of two machines may differ in their last digits. */
    private static final double TOLERANCE = 1e-9;

    private static final int LONGEST_REFUSAL = 400;

    public Grade {
        requireNonNull(question, "question");
        requireNonNull(exchange, "exchange");
        requireNonNull(wrong, "wrong");
    }

    public static Grade of(KnownQuestion question, Exchange exchange) {
        return new Grade(question, exchange, wrong(question, exchange));
    }

    public boolean passed() {
        return wrong.isEmpty();
    }

    private static Optional<String> wrong(KnownQuestion question, Exchange exchange) {
        if (exchange.outcome() instanceof Exchange.Failure failure) {
            return Optional.of("no answer: " + failure.sentence());
        }
        Prose prose = ((Exchange.Answer) exchange.outcome()).prose();
        List<Inline.Number> numbers = ProseNumbers.of(prose);
        if (question.expected() instanceof KnownQuestion.Numbers expected) {
            return missing(expected, numbers, exchange);
        }
        if (!numbers.isEmpty()) {
            return Optional.of("gives the number " + numbers.get(0).text() + ", where none was expected");
        }
        String text = ProseText.plain(prose);
        boolean asks = text.contains("?");
        if (question.expected() instanceof KnownQuestion.Asks) {
            return asks ? Optional.empty() : Optional.of("does not ask back");
        }
        return text.length() <= LONGEST_REFUSAL ? Optional.empty() : Optional.of("declines at too great length");
    }

    private static Optional<String> missing(
            KnownQuestion.Numbers expected, List<Inline.Number> numbers, Exchange exchange) {
        List<Double> given = new ArrayList<>();
        numbers.forEach(number -> values(number.link(), exchange).forEach(given::add));
        return expected.values().stream()
                .filter(value -> given.stream().noneMatch(each -> agree(value, each)))
                .findFirst()
                .map(value -> "does not say " + value);
    }

    private static boolean agree(double expected, double given) {
        return Math.abs(expected - given) <= TOLERANCE * Math.max(1, Math.abs(expected));
    }

    /** The number of the data that a number of the text links to; all of its column where it does not say which. */
    private static Stream<Double> values(NumberLink link, Exchange exchange) {
        return exchange.asked().stream()
                .filter(asked -> asked.id().equals(link.asked()))
                .flatMap(asked -> asked.answer().stream())
                .flatMap(answer -> link.row().isPresent()
                        ? answer.table().stream().flatMap(table -> cells(table, link))
                        : fields(answer.content(), link.column()));
    }

    private static Stream<Double> cells(Table table, NumberLink link) {
        OptionalInt place = table.indexOf(link.column());
        List<List<@Nullable Object>> rows = link.ambiguous()
                ? table.rows()
                : List.of(table.rows().get(link.row().orElseThrow()));
        return place.isEmpty()
                ? Stream.empty()
                : rows.stream()
                        .map(row -> row.get(place.getAsInt()))
                        .filter(Number.class::isInstance)
                        .map(value -> ((Number) value).doubleValue());
    }

    /** The numbers of a name; those that are only called value are of the score that is named beside them. */
    private static Stream<Double> fields(JsonNode node, String name) {
        Stream<Double> here = Stream.of(
                        node.path(name),
                        node.path("score").asText().equals(name) ? node.path("value") : node.path(name))
                .filter(JsonNode::isNumber)
                .map(JsonNode::doubleValue);
        return Stream.concat(here, stream(node).flatMap(inner -> fields(inner, name)));
    }

    private static Stream<JsonNode> stream(JsonNode node) {
        return node.isContainerNode() ? StreamSupport.stream(node.spliterator(), false) : Stream.empty();
    }
}
