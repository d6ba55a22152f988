package com.cdhdashboard.core.metric.answer;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingLong;

import com.cdhdashboard.core.cube.UncountedOutcome;
import com.cdhdashboard.core.error.DidYouMean;
import com.cdhdashboard.core.metric.Metric;
import com.cdhdashboard.core.metric.arm.LooseName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Says which outcomes of the data count in no rate, as no metric lists them; those close to a listed one first. */
public final class UncountedOutcomes {
    private static final int NAMED = 10;
    private static final String UNLISTED = " in no rate, as no metric lists the outcome: ";
    private static final int CHANNELS_NAMED = 3;

    private UncountedOutcomes() {}

    /** The outcomes that the metrics list, positive or negative. */
    public static Set<String> listed(Collection<Metric> metrics) {
        Set<String> listed = new LinkedHashSet<>();
        metrics.stream().flatMap(metric -> metric.responses().stream()).forEach(responses -> {
            listed.addAll(responses.positive());
            listed.addAll(responses.negative());
        });
        return Collections.unmodifiableSet(listed);
    }

    /** The note; empty where every row has an outcome that is listed. */
    public static Optional<String> note(List<UncountedOutcome> uncounted, Collection<Metric> metrics) {
        if (uncounted.isEmpty()) {
            return Optional.empty();
        }
        List<Uncounted> outcomes = byOutcome(uncounted, listed(metrics));
        long rows = outcomes.stream().mapToLong(Uncounted::rows).sum();
        String named = outcomes.stream().limit(NAMED).map(Uncounted::words).collect(Collectors.joining("; "));
        String more = outcomes.size() > NAMED ? "; and " + (outcomes.size() - NAMED) + " more" : "";
        return Optional.of(rows + (rows == 1 ? " row counts" : " rows count")
                + UNLISTED + named + more
                + ". Outcomes that should count belong into positive_model_response or negative_model_response");
    }

    /** Whether a note is of this kind; notes are kept as texts. */
    public static boolean isNote(String note) {
        return note.contains(UNLISTED);
    }

    private static List<Uncounted> byOutcome(List<UncountedOutcome> uncounted, Set<String> listed) {
        Map<Optional<String>, List<UncountedOutcome>> byOutcome = new LinkedHashMap<>();
        uncounted.forEach(one -> byOutcome
                .computeIfAbsent(one.outcome(), some -> new ArrayList<>())
                .add(one));
        return byOutcome.entrySet().stream()
                .map(entry -> new Uncounted(entry.getKey(), entry.getValue(), near(entry.getKey(), listed)))
                .sorted(comparing((Uncounted one) -> one.near().isEmpty())
                        .thenComparing(comparingLong(Uncounted::rows).reversed())
                        .thenComparing(one -> one.outcome().orElse("")))
                .toList();
    }

    private static Optional<String> near(Optional<String> outcome, Set<String> listed) {
        return outcome.map(LooseName::trimmed)
                .filter(text -> !text.isEmpty())
                .flatMap(text -> DidYouMean.closest(text, listed).stream().findFirst());
    }

    /** One outcome with its rows by channel, and the listed outcome that it may have been meant to be. */
    private record Uncounted(Optional<String> outcome, List<UncountedOutcome> channels, Optional<String> near) {
        long rows() {
            return channels.stream().mapToLong(UncountedOutcome::rows).sum();
        }

        String words() {
            String name = outcome.map(text -> text.isEmpty() ? "(empty)" : "\"" + text + "\"")
                    .orElse("(missing)");
            return name + " " + rows() + " (" + where() + ")"
                    + near.map(text -> ", close to \"" + text + "\"").orElse("");
        }

        private String where() {
            List<UncountedOutcome> most = channels.stream()
                    .sorted(comparingLong(UncountedOutcome::rows)
                            .reversed()
                            .thenComparing(one -> one.channel().orElse("")))
                    .toList();
            String named = most.stream()
                    .limit(CHANNELS_NAMED)
                    .map(one -> channel(one) + (most.size() > 1 ? " " + one.rows() : ""))
                    .collect(Collectors.joining(", "));
            int more = most.size() - CHANNELS_NAMED;
            return named
                    + (more > 0
                            ? String.format(Locale.ROOT, ", %d more %s", more, more == 1 ? "channel" : "channels")
                            : "");
        }

        private static String channel(UncountedOutcome one) {
            return one.channel().map(text -> text.isEmpty() ? "(empty)" : text).orElse("no channel");
        }
    }
}
