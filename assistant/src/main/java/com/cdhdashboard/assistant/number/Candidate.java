package com.cdhdashboard.assistant.number;

import com.cdhdashboard.core.metric.score.Scores;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A number of an answer that agrees, and how near what it is of is to what the sentence speaks of. */
record Candidate(Fact fact, String sentence, Clause clause, Names names) {
    int nearness() {
        long own = fact.names().values().stream()
                .filter(name -> Words.mentions(sentence, name))
                .count();
        return (int) own * 2 + (isColumn(fact.column()) ? 1 : 0);
    }

    private boolean isColumn(String column) {
        return Words.mentions(sentence, column)
                || Scores.find(column)
                        .filter(score -> Words.mentions(sentence, score.title()))
                        .isPresent();
    }

    /** Why the sentence cannot mean this number, although the digits agree. */
    Optional<String> conflict() {
        for (Map.Entry<String, String> name : fact.names().entrySet()) {
            Set<String> named = names.mentioned(name.getKey(), sentence);
            boolean elsewhere = (!named.isEmpty() && !named.contains(name.getValue()))
                    || clause.namesOther(text -> names.mentioned(name.getKey(), text), name.getValue());
            if (elsewhere) {
                return Optional.of("in the answer this number belongs to " + name.getKey() + " " + name.getValue()
                        + ", which the sentence does not name with it");
            }
        }
        return otherColumn().or(this::otherDay);
    }

    /** A sentence that names another score of this kind, and not this one. */
    private Optional<String> otherColumn() {
        String own = names.scoreOf(fact.column());
        return !own.isEmpty() && clause.namesOther(text -> names.scores(fact.measure(), text), own)
                ? Optional.of(
                        "in the answer this number is " + fact.column() + ", which the sentence does not name with it")
                : Optional.empty();
    }

    private Optional<String> otherDay() {
        if (fact.days().isEmpty()) {
            return Optional.empty();
        }
        List<WrittenDate> dates = WrittenDates.in(sentence);
        boolean elsewhere = !dates.isEmpty()
                && dates.stream().noneMatch(date -> fact.days().stream().anyMatch(date::covers));
        return elsewhere
                ? Optional.of(
                        "in the answer this number is of " + fact.days().get(0) + ", which the sentence does not name")
                : Optional.empty();
    }
}
