package com.cdhdashboard.app.route;

import com.cdhdashboard.core.cube.Filter;
import com.cdhdashboard.core.cube.notation.FilterNotation;
import com.cdhdashboard.core.error.UserException;
import com.cdhdashboard.core.report.configured.AdHocReport;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Filters as URL parameters, in the notation of {@link FilterNotation}: {@code filter.Channel=Web,Mobile}. */
final class FilterParameters {
    static final String PREFIX = AdHocReport.FILTER;

    private FilterParameters() {}

    static List<Filter> parse(Map<String, List<String>> parameters) {
        Map<String, List<String>> named = new LinkedHashMap<>();
        parameters.forEach((name, values) -> {
            if (name.startsWith(PREFIX) && name.length() > PREFIX.length()) {
                named.put(name.substring(PREFIX.length()), values);
            }
        });
        try {
            return FilterNotation.ofNamed(named);
        } catch (IllegalArgumentException e) {
            throw new UserException(UserException.Kind.USER, PREFIX + e.getMessage(), e);
        }
    }

    /** The parameters that {@link #parse} reads back, one for each value. */
    static List<Parameter> of(List<Filter> filters) {
        return filters.stream()
                .flatMap(filter -> FilterNotation.named(filter).stream())
                .map(part -> new Parameter(PREFIX + part.name(), part.value()))
                .toList();
    }

    /** How a value is written in a parameter. */
    static String label(Optional<String> value) {
        return FilterNotation.value(value);
    }

    static String name(String dimension) {
        return PREFIX + FilterNotation.name(dimension);
    }
}
