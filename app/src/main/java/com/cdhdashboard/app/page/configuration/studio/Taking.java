package com.cdhdashboard.app.page.configuration.studio;

import com.cdhdashboard.assistant.draft.Entry;
import com.cdhdashboard.assistant.draft.Proposal;
import com.cdhdashboard.core.config.Family;
import com.cdhdashboard.core.config.edit.TomlText;
import com.cdhdashboard.core.config.entry.MetricEdits;
import com.cdhdashboard.core.config.read.ConfigurationReader;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What of a proposal goes into a text.
 *
 * @param fields which boxes are ticked, by their names
 */
record Taking(Proposal proposal, Predicate<String> fields) {
    private static final List<String> METRICS = List.of("metrics");

    /**
     * What came of it.
     *
     * @param metrics that were taken
     * @param reports that were taken
     * @param orphans reports that were left out, as nothing counts what they show
     */
    record Taken(TomlText text, int keys, int metrics, int reports, List<String> orphans) {
        Taken {
            orphans = List.copyOf(orphans);
        }

        String words() {
            List<String> parts = new ArrayList<>();
            add(parts, metrics, "metric");
            add(parts, reports, "report");
            add(parts, keys, "key");
            String left = orphans.isEmpty()
                    ? ""
                    : " Left out, as the metric that they show was: " + String.join(", ", orphans) + ".";
            return (parts.isEmpty()
                            ? "Nothing was taken."
                            : "Taken into the draft: " + String.join(", ", parts)
                                    + ". Review and apply it when it is right.")
                    + left;
        }

        private static void add(List<String> parts, int count, String what) {
            if (count > 0) {
                parts.add(count + " " + what + (count == 1 ? "" : "s"));
            }
        }
    }

    static String entryField(int number) {
        return "entry-" + number;
    }

    static String keyField(int number, int key) {
        return "key-" + number + "-" + key;
    }

    static String leavingField(String metric) {
        return "leave-" + metric;
    }

    /**
     * Metrics of a text of whose family a proposal by rules has none. Those of the built-in configuration go unless somebody
     * keeps them.
     */
    static List<ProposalView.Leaving> leaving(Proposal proposal, TomlText text) {
        boolean packaged = text.text().equals(ConfigurationReader.defaultText());
        List<Optional<Family>> wanted = proposal.of(Entry.Kind.METRIC).stream()
                .map(entry -> Family.of(entry.name()))
                .toList();
        return wanted.isEmpty()
                ? List.of()
                : text.keys(METRICS).stream()
                        .filter(name -> text.value(List.of("metrics", name))
                                .filter(Map.class::isInstance)
                                .isPresent())
                        .filter(name -> !wanted.contains(Family.of(name)))
                        .map(name -> new ProposalView.Leaving(
                                name, MetricEdits.reportsOf(text, name).size(), packaged))
                        .toList();
    }

    Taken into(TomlText before) {
        TomlText text = before;
        for (ProposalView.Leaving leaving : leaving(proposal, before)) {
            if (fields.test(leavingField(leaving.metric()))) {
                text = MetricEdits.remove(text, leaving.metric()).text();
            }
        }
        Map<Entry.Kind, Integer> counts = new EnumMap<>(Entry.Kind.class);
        List<String> orphans = new ArrayList<>();
        for (int i = 0; i < proposal.entries().size(); i++) {
            Entry entry = proposal.entries().get(i);
            List<Entry.Change> chosen = chosen(i, entry, before);
            if (!chosen.isEmpty() && isOrphan(entry, text)) {
                orphans.add(entry.name());
            } else if (!chosen.isEmpty()) {
                text = entry.on(text, chosen);
                counts.merge(entry.kind(), 1, Integer::sum);
            }
        }
        return new Taken(
                text,
                counts.getOrDefault(Entry.Kind.KEY, 0),
                counts.getOrDefault(Entry.Kind.METRIC, 0),
                counts.getOrDefault(Entry.Kind.REPORT, 0),
                orphans);
    }

    private static boolean isOrphan(Entry entry, TomlText text) {
        return entry.metric()
                .filter(metric -> text.value(List.of("metrics", metric)).isEmpty())
                .isPresent();
    }

    /** Of a new entry all keys, as one without some of them would have errors. */
    private List<Entry.Change> chosen(int number, Entry entry, TomlText before) {
        List<Entry.Change> changes = entry.changes(before);
        if (!fields.test(entryField(number))) {
            return List.of();
        }
        List<Entry.Change> chosen = new ArrayList<>();
        for (int i = 0; i < changes.size(); i++) {
            if (entry.isNew(before) || fields.test(keyField(number, i))) {
                chosen.add(changes.get(i));
            }
        }
        return chosen;
    }
}
