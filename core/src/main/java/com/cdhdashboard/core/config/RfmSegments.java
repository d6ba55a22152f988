package com.cdhdashboard.core.config;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How customers are named by their quartiles of recency, frequency and value. */
public sealed interface RfmSegments {
    /** The sets of names that can be chosen. */
    List<String> NAMES = List.of("retail_banking", "telco", "e-commerce");

    /** The set used where none is chosen. */
    RfmSegments BUILT_IN = new Named("built-in");

    /** A set that comes with the program. */
    record Named(String name) implements RfmSegments {
        public Named {
            requireNonNull(name, "name");
        }
    }

    /**
     * A map of the configuration.
     *
     * @param codes by segment, in file order; all 64 codes of three digits from 1 to 4, each once
     */
    record Custom(Map<String, List<String>> codes) implements RfmSegments {
        public Custom {
            Map<String, List<String>> copy = new LinkedHashMap<>();
            codes.forEach((segment, list) -> copy.put(segment, List.copyOf(list)));
            codes = Collections.unmodifiableMap(copy);
        }
    }
}
