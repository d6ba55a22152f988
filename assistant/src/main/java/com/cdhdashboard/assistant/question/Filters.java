package com.cdhdashboard.assistant.question;

import com.cdhdashboard.core.cube.Filter;
import com.cdhdashboard.core.cube.Values;
import com.cdhdashboard.core.error.UserException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Filters as arguments: objects with a dimension and what is asked of it. */
public final class Filters {
    public static final String NAME = "filters";
    private static final String DIMENSION = "dimension";
    private static final int MOST = 20;

    private Filters() {}

    public static ObjectNode parameter() {
        Parameters filter = new Parameters()
                .required(DIMENSION, Parameters.text("dimension of the metric"))
                .optional("is", Parameters.texts("one of these values; (missing) is the missing value"))
                .optional("is_not", Parameters.texts("none of these values"))
                .optional("from", Parameters.text("this value or a later one"))
                .optional("to", Parameters.text("this value or an earlier one"))
                .optional("contains", Parameters.text("text within the value, in any case"));
        return Parameters.list("conditions that must all hold", filter.json(), 0, MOST);
    }

    public static List<Filter> of(Arguments arguments) {
        List<Filter> filters = new ArrayList<>();
        for (Arguments each : arguments.objects(NAME)) {
            List<Filter> some = one(each);
            if (some.isEmpty()) {
                throw new UserException("filters: the one on \"" + each.required(DIMENSION)
                        + "\" asks for nothing; give is, is_not, from, to or contains");
            }
            filters.addAll(some);
        }
        return filters;
    }

    private static List<Filter> one(Arguments filter) {
        String dimension = filter.required(DIMENSION);
        List<Filter> filters = new ArrayList<>();
        values(filter, "is").ifPresent(values -> filters.add(new Filter.In(dimension, values, false)));
        values(filter, "is_not").ifPresent(values -> filters.add(new Filter.In(dimension, values, true)));
        Optional<String> from = filter.text("from");
        Optional<String> to = filter.text("to");
        if (from.isPresent() || to.isPresent()) {
            filters.add(new Filter.Range(dimension, from, to));
        }
        filter.text("contains").ifPresent(text -> filters.add(new Filter.Contains(dimension, text)));
        return filters;
    }

    private static Optional<List<Optional<String>>> values(Arguments filter, String name) {
        List<Optional<String>> values =
                filter.texts(name).stream().map(Values::parseLabel).distinct().toList();
        return values.isEmpty() ? Optional.empty() : Optional.of(values);
    }
}
