package com.cdhdashboard.core.bundle;

import static java.util.Objects.requireNonNull;

import com.cdhdashboard.core.config.Family;
import com.cdhdashboard.core.config.Holdings;
import com.cdhdashboard.core.config.InteractionHistory;
import com.cdhdashboard.core.config.MetricConfig;
import com.cdhdashboard.core.config.Preparation;
import com.cdhdashboard.core.customer.CustomerMetric;
import com.cdhdashboard.core.error.ShortText;
import com.cdhdashboard.core.expression.text.SourceText;
import com.cdhdashboard.core.metric.Metric;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What a metric counts: everything of a configuration that its numbers depend on, as texts by their keys. Cells of two
 * definitions that are equal can be added up. Other programs read and write it, so it is text by text what a file says,
 * while {@code Definitions} of {@code config.change} are what this program compares by meaning, and by the columns that a
 * metric uses.
 *
 * @param parts by key, such as {@code filter} or {@code ih.late_outcome_days}; a key that is absent is not set
 */
public record Definition(String metric, Family family, Map<String, String> parts) {
    /** The key of the columns that cells or customers are grouped by. */
    public static final String GROUP_BY = "group_by";

    private static final int MOST_SHOWN = 120;

    public Definition {
        requireNonNull(metric, "metric");
        requireNonNull(family, "family");
        parts = Collections.unmodifiableMap(new TreeMap<>(parts));
    }

    /** What a metric over interactions counts. */
    public static Definition of(Metric metric, InteractionHistory history) {
        Map<String, String> parts = new TreeMap<>();
        parts.put(GROUP_BY, names(metric.grain()));
        text(parts, "filter", metric.config().common().filter());
        metric.responses().ifPresent(responses -> {
            parts.put("positive_model_response", names(responses.positive()));
            parts.put("negative_model_response", names(responses.negative()));
        });
        ofFamily(parts, metric.config());
        preparation(parts, "ih", history.preparation());
        parts.put("ih.late_outcome_days", String.valueOf(history.lateOutcomeDays()));
        parts.put("ih.zone_of_days", history.zoneOfDays().getId());
        return new Definition(metric.name(), metric.family(), parts);
    }

    /** What the customers of a metric are made of. */
    public static Definition of(CustomerMetric metric, Holdings holdings) {
        Map<String, String> parts = new TreeMap<>();
        MetricConfig.ClvColumns columns = metric.config().columns();
        parts.put(GROUP_BY, names(metric.grain()));
        text(parts, "filter", metric.config().common().filter());
        parts.put("order_id_col", columns.orderId());
        parts.put("customer_id_col", columns.customerId());
        parts.put("monetary_value_col", columns.monetaryValue());
        parts.put("purchase_date_col", columns.purchaseDate());
        if (metric.config().model().contractual()) {
            parts.put("model", "contractual");
            parts.put("recurring_period", columns.recurringPeriod());
            parts.put("recurring_cost", columns.recurringCost());
        }
        parts.put("lifespan", String.valueOf(metric.config().model().lifespan()));
        preparation(parts, "holdings", holdings.preparation());
        return new Definition(metric.name(), Family.CLV, parts);
    }

    private static void ofFamily(Map<String, String> parts, MetricConfig config) {
        if (config instanceof MetricConfig.Engagement engagement) {
            parts.put("control_group", engagement.controlGroup());
        } else if (config instanceof MetricConfig.ModelScores scores) {
            parts.put("use_t_digest", String.valueOf(scores.useTDigest()));
        } else if (config instanceof MetricConfig.Descriptive descriptive) {
            parts.put("columns", names(descriptive.columns()));
            parts.put("use_t_digest", String.valueOf(descriptive.useTDigest()));
        } else if (config instanceof MetricConfig.Experiment experiment) {
            parts.put("experiment_name", experiment.experimentName());
            parts.put("experiment_group", experiment.experimentGroup());
        }
    }

    private static void preparation(Map<String, String> parts, String section, Preparation preparation) {
        text(parts, section + ".extensions.filter", preparation.filter());
        text(parts, section + ".extensions.columns", preparation.columns());
        preparation
                .defaultValues()
                .forEach((column, value) ->
                        parts.put(section + ".extensions.default_values." + column, value.toString()));
    }

    private static void text(Map<String, String> parts, String key, Optional<SourceText> text) {
        text.ifPresent(source -> parts.put(key, source.text().strip()));
    }

    /** Sorted, as their order changes no number. */
    private static String names(Collection<String> names) {
        return new TreeSet<>(names)
                .stream().map(name -> '"' + name.replace("\"", "\"\"") + '"').collect(Collectors.joining(", "));
    }

    /** In what this differs from another of the same metric; empty where both count the same. */
    public List<String> differences(Definition other, String here, String there) {
        List<String> found = new ArrayList<>();
        if (family != other.family) {
            found.add("the family is " + family + " " + here + ", " + other.family + " " + there);
        }
        TreeSet<String> keys = new TreeSet<>(parts.keySet());
        keys.addAll(other.parts.keySet());
        for (String key : keys) {
            if (!Objects.equals(parts.get(key), other.parts.get(key))) {
                found.add(key + " is " + shown(key) + " " + here + ", " + other.shown(key) + " " + there);
            }
        }
        return found;
    }

    private String shown(String key) {
        return Optional.ofNullable(parts.get(key))
                .map(text -> "'" + ShortText.of(text, MOST_SHOWN) + "'")
                .orElse("not set");
    }
}
