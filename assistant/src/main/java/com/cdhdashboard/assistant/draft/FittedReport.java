package com.cdhdashboard.assistant.draft;

import com.cdhdashboard.core.config.read.ConfigurationReader;
import com.cdhdashboard.core.report.definition.FieldCatalogue;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A report of a known configuration, made to show what other data have. */
record FittedReport(FieldCatalogue catalogue, SampledFields fields) {
    private static final Set<String> NO_NAMES = Set.of("metric", "type", "description");
    /** What known configurations call the fields that they show; other texts are no names. */
    private static final Set<String> FIELDS = Stream.of(ConfigurationReader.defaults(), ConfigurationReader.demo())
            .flatMap(loaded -> loaded.configuration().metrics().stream())
            .map(metric -> FieldCatalogue.of(metric, List.of()))
            .flatMap(known -> Stream.concat(known.dimensions().stream(), known.properties().stream()))
            .collect(Collectors.toUnmodifiableSet());

    private static final String MEASURE = "Propensity";
    private static final String GROUP_BY = "group_by";
    /** Targets are for somebody to set who knows the business. */
    private static final String REFERENCE = "reference";

    /**
     * The report as it fits; empty where nothing of it would be left.
     *
     * @param completed fills in what a changed one lacks, and names it anew
     */
    Optional<Map<String, Object>> of(Map<String, Object> keys, UnaryOperator<Map<String, Object>> completed) {
        Map<String, Object> fitted = new LinkedHashMap<>();
        keys.forEach((key, value) -> {
            if (NO_NAMES.contains(key)) {
                fitted.put(key, value);
            } else if (!key.equals(REFERENCE)) {
                fitted(value).ifPresent(left -> fitted.put(key, left));
            }
        });
        boolean same = without(fitted).equals(without(keys));
        boolean described = !keys.containsValue(MEASURE) || measure().isPresent();
        boolean grouped = !(keys.get(GROUP_BY) instanceof List<?>) || fitted.containsKey(GROUP_BY);
        return !described || !grouped ? Optional.empty() : Optional.of(same ? fitted : completed.apply(fitted));
    }

    private static Map<String, Object> without(Map<String, Object> keys) {
        Map<String, Object> rest = new LinkedHashMap<>(keys);
        rest.remove(REFERENCE);
        return rest;
    }

    private Optional<Object> fitted(Object value) {
        if (value instanceof String name) {
            return named(name).map(Object.class::cast);
        }
        if (value instanceof List<?> names) {
            Set<String> left = new LinkedHashSet<>();
            names.forEach(name -> named(String.valueOf(name)).ifPresent(left::add));
            return left.isEmpty() ? Optional.empty() : Optional.of(List.copyOf(left));
        }
        return Optional.of(value);
    }

    /** A field that there is in place of one that there is not. */
    private Optional<String> named(String name) {
        if (catalogue.dimensions().contains(name)
                || catalogue.scores().contains(name)
                || catalogue.properties().contains(name)) {
            return Optional.of(name);
        }
        if (!FIELDS.contains(name)) {
            return Optional.of(name);
        }
        if (name.equals("Channel")) {
            return fields.main().filter(catalogue.dimensions()::contains);
        }
        return name.equals(MEASURE) ? measure() : Optional.empty();
    }

    /** The number that stands for the propensity. */
    private Optional<String> measure() {
        return Stream.concat(Stream.of(MEASURE), catalogue.properties().stream())
                .filter(catalogue.properties()::contains)
                .filter(property -> !property.equals("Outcome"))
                .findFirst();
    }

    /** What stands in brackets before a description. */
    static String tag(String description) {
        int end = description.indexOf(']');
        return description.startsWith("[") && end > 0 ? description.substring(0, end + 1) + " " : "";
    }
}
