package com.cdhdashboard.assistant.draft;

import static java.util.Objects.requireNonNull;

import com.cdhdashboard.core.sample.SampleSummary;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A sample of the data that a configuration is drafted for.
 *
 * @param unused fields that the data have, and that must not be used
 * @param interactions of interaction history; empty where there is none
 * @param holdings of product holdings; empty where there are none
 */
public record DataSample(Optional<SampleSummary> interactions, Optional<SampleSummary> holdings, Set<String> unused) {
    public DataSample {
        requireNonNull(interactions, "interactions");
        requireNonNull(holdings, "holdings");
        unused = Set.copyOf(unused);
    }

    public DataSample(Optional<SampleSummary> interactions, Optional<SampleSummary> holdings) {
        this(interactions, holdings, Set.of());
    }

    /** The same without the fields of interaction history that are not named. */
    public DataSample only(Set<String> fields) {
        return new DataSample(
                interactions.map(sample -> new SampleSummary(
                        sample.rows(),
                        sample.columns().stream()
                                .filter(column -> fields.contains(column.name()))
                                .toList(),
                        fields.contains("Outcome") ? sample.outcomes() : List.of())),
                holdings,
                fields().stream()
                        .map(DataField::name)
                        .filter(name -> !fields.contains(name))
                        .collect(Collectors.toSet()));
    }

    /** What the fields of interaction history are. */
    public List<DataField> fields() {
        return fields(interactions, true);
    }

    /** What the fields of product holdings are. */
    public List<DataField> holdingFields() {
        return fields(holdings, false);
    }

    private static List<DataField> fields(Optional<SampleSummary> sample, boolean interactions) {
        return sample.stream()
                .flatMap(summary -> {
                    Classification classification = new Classification(summary.rows(), interactions);
                    return summary.columns().stream().map(classification::of);
                })
                .toList();
    }

    /** The outcomes of interaction history, the most frequent first, each once. */
    public List<String> outcomes() {
        return interactions.stream()
                .flatMap(summary -> summary.outcomes().stream())
                .map(SampleSummary.Outcome::outcome)
                .filter(outcome -> !outcome.isBlank())
                .distinct()
                .toList();
    }

    public long rows() {
        return interactions.map(SampleSummary::rows).orElse(0L)
                + holdings.map(SampleSummary::rows).orElse(0L);
    }
}
