package com.cdhdashboard.assistant.draft;

import com.cdhdashboard.core.config.edit.TomlText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** What has to be said of the files and their rows, so that the drafted metrics can be counted. */
final class SourceRules {
    private static final List<String> HOLDINGS = List.of("holdings");

    private final SampledFields fields;
    private final Set<String> unused;
    private final TomlText base;
    private final List<String> remarks;
    private final List<Entry> entries = new ArrayList<>();

    SourceRules(SampledFields fields, Set<String> unused, TomlText base, List<String> remarks) {
        this.fields = fields;
        this.unused = unused;
        this.base = base;
        this.remarks = remarks;
    }

    List<Entry> entries(List<Entry> metrics) {
        if (!fields.interactions().isEmpty()) {
            defaults(metrics);
        }
        boolean customers = metrics.stream().anyMatch(metric -> metric.name().startsWith("clv"));
        if (customers && base.value(HOLDINGS).isEmpty()) {
            String why = "There are product holdings; their files are told by this name.";
            entries.add(new Entry(List.of("holdings", "file_type"), "pega_ds_export", why));
            entries.add(new Entry(List.of("holdings", "file_pattern"), "**/*[Hh]olding*", why));
        }
        return entries;
    }

    private void defaults(List<Entry> metrics) {
        Map<String, Object> required = new LinkedHashMap<>();
        required.put("InteractionID", "");
        required.put("Outcome", "N/A");
        required.put("Issue", "N/A");
        required.put("Group", "N/A");
        required.put("Name", "N/A");
        required.put("Rank", 1L);
        required.forEach((name, value) -> {
            if (fields.field(name).isEmpty()) {
                add(name, value, "The data have no " + name + ", which every row needs.");
            }
        });
        if (fields.field("InteractionID").isEmpty()) {
            remarks.add(
                    "The data have no InteractionID, so every row counts as an interaction of its own: a click does not"
                            + " replace its impression.");
        }
        if (counts(metrics, "engagement")) {
            filled("ModelControlGroup", "Test", "Whoever is not marked as control was served by the models.");
        }
        if (counts(metrics, "conversion")) {
            filled("ConversionEventID", "", "Without an id each conversion is an event of its own.");
            filled("Revenue", 0.0, "A conversion without revenue brought none.");
            filled("SubjectID", "", "The data name no customers.");
        }
        Stream.of("PlacementType", "Placement")
                .filter(fields::has)
                .forEach(name -> filled(name, "N/A", "Some rows have none."));
    }

    private static boolean counts(List<Entry> metrics, String family) {
        return metrics.stream().anyMatch(metric -> metric.name().startsWith(family));
    }

    /** A default of a field that the data lack, or that some rows lack. */
    private void filled(String name, Object value, String reason) {
        boolean withheld = fields.field(name)
                .filter(field -> field.kind() == FieldKind.PERSONAL)
                .isPresent();
        if (!withheld
                && !unused.contains(name)
                && fields.field(name).filter(field -> field.present() >= 1).isEmpty()) {
            add(name, value, reason);
        }
    }

    private void add(String name, Object value, String reason) {
        List<String> path = List.of("ih", "extensions", "default_values", name);
        entries.add(new Entry(path, base.value(path).orElse(value), reason));
    }
}
