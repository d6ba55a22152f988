package com.cdhdashboard.assistant.draft;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The outcomes of a sample by what they mean. */
record SampledOutcomes(List<String> all) {
    private static final Set<OutcomeWord> OF_BUYING = Set.of(OutcomeWord.CONVERTED, OutcomeWord.NOT_CONVERTED);
    private static final int MOST_NAMED = 10;

    SampledOutcomes {
        all = List.copyOf(all);
    }

    List<String> of(OutcomeWord... words) {
        Set<OutcomeWord> wanted = Set.copyOf(Arrays.asList(words));
        return all.stream()
                .filter(outcome ->
                        OutcomeWord.of(outcome).filter(wanted::contains).isPresent())
                .toList();
    }

    /**
     * All that mean something but for these.
     *
     * @param bought whether those count that tell of buying: what is bought later says nothing of a click
     */
    List<String> but(List<String> positive, boolean bought) {
        return all.stream()
                .filter(outcome -> OutcomeWord.of(outcome)
                        .filter(word -> bought || !OF_BUYING.contains(word))
                        .isPresent())
                .filter(outcome -> !positive.contains(outcome))
                .toList();
    }

    /** Which of them nobody can tell. */
    Optional<String> remark() {
        List<String> unknown = all.stream()
                .filter(outcome -> OutcomeWord.of(outcome).isEmpty())
                .map(outcome -> "\"" + outcome + "\"")
                .toList();
        String more = unknown.size() > MOST_NAMED ? " and " + (unknown.size() - MOST_NAMED) + " more" : "";
        return unknown.isEmpty()
                ? Optional.empty()
                : Optional.of("What these outcomes mean cannot be told from their names, so they are in no list: "
                        + String.join(", ", unknown.subList(0, Math.min(MOST_NAMED, unknown.size()))) + more
                        + ". Choose what each counts as in the metric.");
    }
}
