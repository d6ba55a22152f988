package com.cdhdashboard.core.report.configured;

import static java.util.Objects.requireNonNull;

import com.cdhdashboard.core.config.Configuration;
import com.cdhdashboard.core.config.MetricConfig;
import com.cdhdashboard.core.config.ReportConfig;
import com.cdhdashboard.core.config.edit.TomlText;
import com.cdhdashboard.core.error.UserException;
import com.cdhdashboard.core.report.ReportRequest;
import com.cdhdashboard.core.report.definition.Capability;
import com.cdhdashboard.core.report.definition.FieldCatalogue;
import com.cdhdashboard.core.report.definition.ReportChoices;
import java.util.ArrayList;
import java.util.List;

/**
 * A configuration in which a report says what its reader had chosen, so that it is drawn so without a choice.
 *
 * @param notes what was chosen that a report cannot say
 */
public record SavedReport(TomlText text, List<String> notes) {
    public SavedReport {
        requireNonNull(text, "text");
        notes = List.copyOf(notes);
    }

    /**
     * Writes the choices of a request into the report that it names.
     *
     * @param configuration what the text says
     * @throws UserException where the text has no such report, or none whose metric and type are known
     */
    public static SavedReport of(TomlText text, Configuration configuration, ReportRequest request) {
        String key = request.key();
        ReportConfig config = configuration.report(key).orElseThrow(() -> unusable(key));
        MetricConfig metric = configuration.metric(config.metric()).orElseThrow(() -> unusable(key));
        FieldCatalogue fields = FieldCatalogue.of(metric, configuration.globalFilters());
        Capability row =
                ReportKinds.table().find(fields.family(), config.type()).orElseThrow(() -> unusable(key));
        ReportChoices choices = ReportChoices.of(config, row, request.choices());
        List<String> notes = new ArrayList<>(choices.notes());
        request.filters()
                .forEach(filter ->
                        notes.add("A report holds no filters, so this one is not saved: " + filter.sentence() + "."));
        TomlText written = new ChosenSettings(row, fields, config, choices.report()).writeTo(text);
        return new SavedReport(written, notes);
    }

    private static UserException unusable(String key) {
        return new UserException(
                "the report \"" + key + "\" is not in the configuration that is edited, or has a metric"
                        + " or type that is unknown there; mend or add it there first");
    }
}
