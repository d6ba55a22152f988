package com.cdhdashboard.core.metric;

import com.cdhdashboard.core.error.DidYouMean;
import com.cdhdashboard.core.error.UserException;

/** Refuses properties that a metric does not have. */
final class Properties {
    private Properties() {}

    static UserException refuse(Metric metric, String property) {
        String message = metric.properties().isEmpty()
                ? "metric \"" + metric.name() + "\" has no properties to choose from; leave out the property."
                : "\"" + property + "\" is not a property of metric \"" + metric.name() + "\""
                        + ending(metric, property) + " There are: " + String.join(", ", metric.properties()) + ".";
        return new UserException(message);
    }

    private static String ending(Metric metric, String property) {
        String hint = DidYouMean.hint(property, metric.properties());
        return hint.isEmpty() ? "." : hint;
    }
}
