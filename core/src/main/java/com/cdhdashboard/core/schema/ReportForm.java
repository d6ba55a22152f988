package com.cdhdashboard.core.schema;

import com.cdhdashboard.core.config.Configuration;
import com.cdhdashboard.core.config.Family;
import com.cdhdashboard.core.config.schema.ConfigurationKeys;
import com.cdhdashboard.core.config.schema.KeyType;
import com.cdhdashboard.core.config.schema.SchemaKey;
import com.cdhdashboard.core.config.schema.SchemaSection;
import com.cdhdashboard.core.report.configured.ReportKinds;
import com.cdhdashboard.core.report.definition.Allowed;
import com.cdhdashboard.core.report.definition.Capability;
import com.cdhdashboard.core.report.definition.FieldCatalogue;
import com.cdhdashboard.core.report.definition.Key;
import com.cdhdashboard.core.report.explanation.ScoreCatalogue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The keys of one report as a section of the schema: those that its kind reads, each with what it may be set to for the
 * metric that is shown. All of it follows from the capability table and the catalogue of fields.
 */
public final class ReportForm {
    private final Configuration configuration;

    public ReportForm(Configuration configuration) {
        this.configuration = configuration;
    }

    /** The keys of a report of a metric and type; of an unknown one only those that every report has. */
    public SchemaSection section(String metric, String type) {
        Optional<Family> family = Family.of(metric);
        Optional<Capability> row = family.flatMap(of -> ReportKinds.table().find(of, type));
        SchemaSection all = ConfigurationKeys.REPORTS;
        SchemaSection section =
                new SchemaSection(all.owner(), all.title(), all.meaning(), List.of()).group("Report", common(family));
        if (row.isEmpty()) {
            return section;
        }
        FieldCatalogue fields = configuration
                .metric(metric)
                .map(config -> FieldCatalogue.of(config, configuration.globalFilters()))
                .orElse(new FieldCatalogue(
                        metric,
                        family.orElseThrow(),
                        List.of(),
                        List.of(),
                        new FieldCatalogue.Properties(List.of(), List.of())));
        return grouped(section, keys(row.get(), fields));
    }

    private static SchemaSection grouped(SchemaSection section, List<SchemaKey> keys) {
        Predicate<SchemaKey> needed = SchemaKey::isRequired;
        List<SchemaKey> first = keys.stream().filter(needed).toList();
        List<SchemaKey> others = keys.stream().filter(needed.negate()).toList();
        SchemaSection with = first.isEmpty() ? section : section.group("Needed by this type", first);
        return others.isEmpty() ? with : with.group("Optional", others);
    }

    private List<SchemaKey> common(Optional<Family> family) {
        List<KeyType.Option> metrics = configuration.metrics().stream()
                .map(metric -> new KeyType.Option(metric.name(), metric.name()))
                .toList();
        List<KeyType.Option> types = family.map(ReportKinds.table()::of).orElse(List.of()).stream()
                .map(row -> new KeyType.Option(row.kind().type(), row.kind().title()))
                .toList();
        return List.of(
                base("metric").with(choice("metric", metrics)),
                base("type").told("Type", "the kind of chart").with(choice("type", types)),
                base("description"),
                base("group_by"),
                base("filters"));
    }

    private static SchemaKey base(String name) {
        return ConfigurationKeys.REPORTS.key(name).orElseThrow();
    }

    private static KeyType choice(String noun, List<KeyType.Option> options) {
        return new KeyType.Choice(noun, options, KeyType.Strictness.ERROR);
    }

    private static List<SchemaKey> keys(Capability row, FieldCatalogue fields) {
        SchemaSection ofKind = ReportSection.of(row);
        List<SchemaKey> keys = new ArrayList<>();
        for (Key key : row.keys()) {
            SchemaKey schema = ofKind.key(key.name()).orElseThrow();
            keys.add(schema.with(type(key, schema.type(), fields)));
        }
        return keys;
    }

    /** Where a kind takes names, those of the metric. */
    private static KeyType type(Key key, KeyType ofKind, FieldCatalogue fields) {
        if (key.allowed() instanceof Allowed.Scores scores) {
            return choice("score", scores(fields.family(), scores.offered()));
        }
        return switch (key.role()) {
            case DIMENSION -> choice("dimension", named(fields.dimensions()));
            case PROPERTY -> choice("field", named(fields.properties()));
            case SCORE -> choice("score", scores(fields.family(), fields.scores()));
            case COMPARED, VIEW, SCALE, FORM, CHOICE, NUMBER, STAGES, TARGETS, FLAG, HEIGHT, VALUE -> ofKind;
        };
    }

    private static List<KeyType.Option> named(List<String> names) {
        return names.stream().map(name -> new KeyType.Option(name, name)).toList();
    }

    private static List<KeyType.Option> scores(Family family, List<String> names) {
        return names.stream().map(name -> score(family, name)).toList();
    }

    private static KeyType.Option score(Family family, String name) {
        return new KeyType.Option(name, ScoreCatalogue.title(family, name));
    }
}
