package com.cdhdashboard.core.report.configured;

import com.cdhdashboard.core.config.Configuration;
import com.cdhdashboard.core.config.MetricConfig;
import com.cdhdashboard.core.config.ReportConfig;
import com.cdhdashboard.core.config.edit.TomlText;
import com.cdhdashboard.core.cube.Filter;
import com.cdhdashboard.core.cube.notation.FilterNotation;
import com.cdhdashboard.core.error.UserException;
import com.cdhdashboard.core.report.ReportRequest;
import com.cdhdashboard.core.report.definition.Capability;
import com.cdhdashboard.core.report.definition.FieldCatalogue;
import com.cdhdashboard.core.report.definition.ReportChoices;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Writes into a report what its reader had chosen, so that it is drawn so without a choice. */
public final class SavedReport {
    private SavedReport() {}

    /**
     * A text in which the report that a request names says what the request chooses.
     *
     * @param configuration what the text says
     * @throws UserException where the text has no such report, or none whose metric and type are known
     */
    public static TomlText of(TomlText text, Configuration configuration, ReportRequest request) {
        String key = request.key();
        ReportConfig config = configuration.report(key).orElseThrow(() -> unusable(key));
        MetricConfig metric = configuration.metric(config.metric()).orElseThrow(() -> unusable(key));
        FieldCatalogue fields = FieldCatalogue.of(metric, configuration.globalFilters());
        Capability row =
                ReportKinds.table().find(fields.family(), config.type()).orElseThrow(() -> unusable(key));
        ReportConfig chosen = ReportChoices.of(config, row, request.choices()).report();
        return filtered(new ChosenSettings(row, fields, config, chosen).writeTo(text), config, request.filters());
    }

    /** Those of its page are added to its own, as all must hold. */
    private static TomlText filtered(TomlText text, ReportConfig config, List<Filter> filters) {
        Set<String> texts = new LinkedHashSet<>();
        Stream.concat(config.filters().stream(), filters.stream())
                .forEach(filter -> texts.addAll(FilterNotation.texts(filter)));
        boolean added = !config.filters().containsAll(filters);
        return added ? text.set(List.of("reports", config.key(), "filters"), List.copyOf(texts)) : text;
    }

    private static UserException unusable(String key) {
        return new UserException(
                "the report \"" + key + "\" is not in the configuration that is edited, or has a metric"
                        + " or type that is unknown there; mend or add it there first");
    }
}
