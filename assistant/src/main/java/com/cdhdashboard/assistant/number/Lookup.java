package com.cdhdashboard.assistant.number;

import com.cdhdashboard.assistant.prose.NumberLink;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Finds the answer that supports a number. */
final class Lookup {
    private static final String NO_TOOL =
            "no tool answered this number at this precision; use a number of an answer as it rounds, or ask a tool for it";
    private static final String NO_SIGN = "the answer is negative; write the minus, or say that it fell or is lower";
    private static final String NO_WORD = "no tool answered a name or value that is written so";
    private static final String NO_DATE = "no tool answered this date";
    private static final String TOO_VAGUE = "say a number that a tool answered in place of this word";
    private static final BigDecimal CONFIDENCE = BigDecimal.valueOf(95);
    private static final List<String> LEAST_P = List.of("0.05", "0.01", "0.001");

    private static final int LONGEST_WORDS = 20;

    private final Facts facts;
    private final Names names;

    Lookup(Facts facts) {
        this.facts = facts;
        this.names = new Names(facts);
    }

    Names names() {
        return names;
    }

    /**
     * Where a number stands.
     *
     * @param clause what of the sentence is about this number
     * @param readings of the number, as it is written first
     * @param listed how many things the text lists
     */
    record Place(String text, String sentence, Clause clause, List<Numeral> readings, Set<Integer> listed) {}

    /** A link, a reason against it, or neither where it needs no link. */
    record Found(Optional<NumberLink> link, Optional<String> reason) {
        static final Found PLAIN = new Found(Optional.empty(), Optional.empty());

        static Found link(NumberLink link) {
            return new Found(Optional.of(link), Optional.empty());
        }

        static Found not(String reason) {
            return new Found(Optional.empty(), Optional.of(reason));
        }
    }

    Found find(Written written, Place place) {
        if (written instanceof Written.Token token) {
            return names.hasWord(token.text()) ? Found.PLAIN : Found.not(NO_WORD);
        }
        if (written instanceof WrittenDate date) {
            Optional<Found> day = day(date);
            return day.isPresent()
                    ? day.get()
                    : place.readings().isEmpty() ? Found.not(NO_DATE) : number(written, place);
        }
        return number(written, place);
    }

    private Optional<Found> day(WrittenDate date) {
        boolean both =
                date.readings().stream().anyMatch(reading -> reading.name().contains(" and "));
        List<Map.Entry<LocalDate, Fact.Place>> known = facts.days().entrySet().stream()
                .filter(each -> date.covers(each.getKey()))
                .toList();
        boolean said = facts.stated().stream()
                .anyMatch(each ->
                        each instanceof WrittenDate other && other.text().equalsIgnoreCase(date.text()));
        if (said || known.size() > 1) {
            return Optional.of(Found.PLAIN);
        }
        return known.stream()
                .filter(each -> !both)
                .map(each ->
                        new NumberLink(each.getValue().asked(), each.getValue().row(), "", false))
                .map(Found::link)
                .findFirst();
    }

    private Found number(Written written, Place place) {
        List<Candidate> candidates = new ArrayList<>();
        boolean unsigned = false;
        for (Numeral reading : place.readings()) {
            for (Fact fact : facts.numbers().near(reading)) {
                Agreement.Result result = Agreement.of(reading, fact);
                boolean said = result == Agreement.Result.SAME
                        || (result == Agreement.Result.UNSIGNED && Words.decrease(place.sentence()));
                unsigned |= result == Agreement.Result.UNSIGNED;
                if (said) {
                    candidates.add(new Candidate(fact, place.sentence(), place.clause(), names));
                }
            }
        }
        List<Candidate> possible =
                candidates.stream().filter(each -> each.conflict().isEmpty()).toList();
        if (!possible.isEmpty()) {
            return Found.link(best(possible));
        }
        if (isPlain(written, place)) {
            return Found.PLAIN;
        }
        Optional<NumberLink> count = count(place);
        if (count.isPresent()) {
            return Found.link(count.get());
        }
        return Found.not(reason(candidates, unsigned, place));
    }

    private static String reason(List<Candidate> candidates, boolean unsigned, Place place) {
        boolean vague = place.readings().stream().anyMatch(each -> each.unit() == Unit.VAGUE);
        return candidates.stream()
                .flatMap(each -> each.conflict().stream())
                .findFirst()
                .orElse(vague ? TOO_VAGUE : unsigned ? NO_SIGN : NO_TOOL);
    }

    /** The one that the sentence speaks of; among equals that of the last answer. */
    private static NumberLink best(List<Candidate> possible) {
        int most = possible.stream().mapToInt(Candidate::nearness).max().orElse(0);
        List<Fact> nearest = possible.stream()
                .filter(each -> each.nearness() == most)
                .map(Candidate::fact)
                .toList();
        Fact first = nearest.get(0);
        boolean ambiguous = nearest.stream().anyMatch(other -> !other.equals(first) && !other.isAgain(first));
        return first.link(ambiguous);
    }

    /** Numbers that state nothing about the data, or what the person has said. */
    private boolean isPlain(Written written, Place place) {
        for (Numeral numeral : place.readings()) {
            BigDecimal value = numeral.values().isEmpty()
                    ? BigDecimal.ZERO
                    : numeral.values().get(0);
            boolean confidence = numeral.unit() == Unit.PERCENT
                    && value.compareTo(CONFIDENCE) == 0
                    && Words.ofConfidence(place.sentence());
            if (confidence
                    || isStated(numeral)
                    || isBoundOfP(numeral, value, place)
                    || isCount(numeral, value, place)) {
                return true;
            }
        }
        return names.isValueOfNamed(written.text().strip(), place.sentence());
    }

    private boolean isStated(Numeral numeral) {
        return facts.stated().stream()
                .anyMatch(each -> each instanceof Numeral other
                        && other.unit() == numeral.unit()
                        && other.power() == numeral.power()
                        && other.sign() == numeral.sign()
                        && numeral.unit() != Unit.VAGUE
                        && other.values().equals(numeral.values()));
    }

    private boolean isBoundOfP(Numeral numeral, BigDecimal value, Place place) {
        return LEAST_P.contains(value.toPlainString())
                && Words.pBelow(before(numeral, place))
                && facts.numbers().all().stream()
                        .anyMatch(fact -> fact.measure() == Measure.P_VALUE
                                && fact.value().compareTo(value) < 0);
    }

    private boolean isCount(Numeral numeral, BigDecimal value, Place place) {
        int most = facts.counts().stream()
                .mapToInt(count -> count.value().intValue())
                .max()
                .orElse(0);
        boolean within = value.signum() > 0 && value.compareTo(BigDecimal.valueOf(most)) <= 0 && value.scale() <= 0;
        if (numeral.unit() == Unit.PLACE) {
            return within;
        }
        boolean top = within && Words.top(before(numeral, place));
        return numeral.unit() == Unit.NONE
                && numeral.power() == 0
                && (top || (numeral.isSmallCount() && isListed(value, place)));
    }

    private static String before(Numeral numeral, Place place) {
        return place.text().substring(Math.max(0, numeral.from() - LONGEST_WORDS), numeral.from());
    }

    private boolean isListed(BigDecimal value, Place place) {
        return place.listed().contains(value.intValue())
                || names.numbersMentioned(place.sentence()).contains(value.intValue());
    }

    private Optional<NumberLink> count(Place place) {
        return place.readings().stream()
                .filter(numeral -> numeral.unit() == Unit.NONE && numeral.power() == 0 && numeral.sign() == 0)
                .flatMap(numeral -> facts.counts().stream()
                        .filter(count -> count.value()
                                        .compareTo(
                                                numeral.values().isEmpty()
                                                        ? BigDecimal.ONE.negate()
                                                        : numeral.values().get(0))
                                == 0))
                .map(count -> new NumberLink(count.place().asked(), OptionalInt.empty(), count.column(), false))
                .findFirst();
    }
}
