package com.cdhdashboard.app.page.configuration.studio;

import com.cdhdashboard.assistant.draft.DataField;
import com.cdhdashboard.assistant.draft.DataSample;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which fields of a sample are used, and of which of them values may be told.
 *
 * @param told among those that are used, and only such as tell of nobody
 */
record Chosen(Set<String> used, Set<String> told) {
    Chosen {
        used = Set.copyOf(used);
        told = Set.copyOf(told);
    }

    /** What is chosen to begin with: fields of use, and values of none. */
    static Chosen first(DataSample sample) {
        return new Chosen(
                sample.fields().stream()
                        .filter(field -> field.required() || field.kind().useful())
                        .map(DataField::name)
                        .collect(Collectors.toSet()),
                Set.of());
    }

    /** What somebody chose, as far as it can be chosen: required fields stay, values of others than plain fields are never told. */
    static Chosen of(DataSample sample, Collection<String> used, Collection<String> told) {
        Set<String> kept = new LinkedHashSet<>();
        Set<String> values = new LinkedHashSet<>();
        for (DataField field : sample.fields()) {
            if (field.required() || used.contains(field.name())) {
                kept.add(field.name());
                if (field.tellable() && told.contains(field.name())) {
                    values.add(field.name());
                }
            }
        }
        return new Chosen(kept, values);
    }

    List<String> hidden(DataSample sample) {
        return sample.fields().stream()
                .map(DataField::name)
                .filter(name -> !used.contains(name))
                .toList();
    }
}
