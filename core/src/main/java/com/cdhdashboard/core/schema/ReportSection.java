package com.cdhdashboard.core.schema;

import com.cdhdashboard.core.config.Family;
import com.cdhdashboard.core.config.schema.Absent;
import com.cdhdashboard.core.config.schema.ConfigurationKeys;
import com.cdhdashboard.core.config.schema.KeyType;
import com.cdhdashboard.core.config.schema.Naming;
import com.cdhdashboard.core.config.schema.SchemaKey;
import com.cdhdashboard.core.config.schema.SchemaSection;
import com.cdhdashboard.core.metric.ModelScoresMetric;
import com.cdhdashboard.core.report.Control;
import com.cdhdashboard.core.report.configured.ReportKinds;
import com.cdhdashboard.core.report.definition.Allowed;
import com.cdhdashboard.core.report.definition.Capability;
import com.cdhdashboard.core.report.definition.FieldCatalogue;
import com.cdhdashboard.core.report.definition.Key;
import com.cdhdashboard.core.report.definition.Role;
import com.cdhdashboard.core.report.definition.ScoreView;
import com.cdhdashboard.core.report.definition.Settings;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What a row of the capability table makes of the keys of reports. */
final class ReportSection {
    private static final Set<Role> OF_AXES =
            EnumSet.of(Role.DIMENSION, Role.SCORE, Role.COMPARED, Role.PROPERTY, Role.STAGES, Role.VALUE);

    private final Capability row;

    private ReportSection(Capability row) {
        this.row = row;
    }

    static SchemaSection of(Capability row) {
        return new ReportSection(row).section();
    }

    private SchemaSection section() {
        SchemaSection general = ConfigurationKeys.REPORTS;
        return new SchemaSection(general.owner(), row.kind().title(), general.meaning(), List.of())
                .group(
                        "Report",
                        List.of(general("metric"), type(), general("description"), groupBy(), general("filters")))
                .group("Axes", keys(true))
                .group("Look", keys(false));
    }

    private static SchemaKey general(String name) {
        return ConfigurationKeys.REPORTS.key(name).orElseThrow();
    }

    private List<SchemaKey> keys(boolean ofAxes) {
        return row.keys().stream()
                .filter(key -> OF_AXES.contains(key.role()) == ofAxes)
                .map(this::key)
                .toList();
    }

    private SchemaKey type() {
        List<KeyType.Option> types = ReportKinds.table().of(row.family()).stream()
                .map(each -> new KeyType.Option(each.kind().type(), each.kind().title()))
                .toList();
        SchemaKey type = general("type").with(new KeyType.Choice("report type", types, KeyType.Strictness.ERROR));
        return row.family() == Family.EXPERIMENT ? type.with(new Absent.Value("line")) : type;
    }

    private SchemaKey groupBy() {
        SchemaKey groups = general("group_by");
        return row.groups().least() > 0 ? groups.with(Absent.REQUIRED) : groups;
    }

    private SchemaKey key(Key key) {
        SchemaKey general = general(key.name());
        KeyType type = type(key);
        return general.told(key.hasControl() ? key.label() : general.label(), key.meaning())
                .with(type)
                .with(absent(key))
                .example(example(general, type));
    }

    /** The usual example, or one of what this kind takes where it is none. */
    private static String example(SchemaKey general, KeyType type) {
        String usual = general.help().example();
        if (type instanceof KeyType.OneOfNumbers numbers) {
            return numbers.allowed().contains(Integer.valueOf(usual))
                    ? usual
                    : String.valueOf(numbers.allowed().get(0));
        }
        if (type instanceof KeyType.Choice choice) {
            return oneOf(choice.allowed(), usual);
        }
        if (!(type instanceof KeyType.Text text) || type.equals(general.type())) {
            return usual;
        }
        if (!text.offered().isEmpty()) {
            return oneOf(text.offered(), usual);
        }
        return text.of() == Naming.DIMENSION ? "\"Channel\"" : "\"Propensity\"";
    }

    private static String oneOf(List<String> allowed, String usual) {
        List<String> quoted = allowed.stream().map(each -> "\"" + each + "\"").toList();
        return quoted.contains(usual) ? usual : quoted.get(0);
    }

    private KeyType type(Key key) {
        return switch (key.role()) {
            case DIMENSION -> KeyType.text(Naming.DIMENSION);
            case SCORE -> new KeyType.Text(Naming.SCORE, FieldCatalogue.scores(row.family()), false);
            case PROPERTY ->
                row.family() == Family.MODEL_ML_SCORES
                        ? new KeyType.Text(Naming.FIELD, ModelScoresMetric.PROPERTIES, false)
                        : KeyType.text(Naming.FIELD);
            case VALUE -> KeyType.text(Naming.VALUE);
            case STAGES, TARGETS, FLAG, HEIGHT -> general(key.name()).type();
            case VIEW ->
                choice(Stream.of(ScoreView.values()).map(view -> new KeyType.Option(view.key(), view.label())));
            case SCALE -> choice(Settings.SCALES.stream().map(scale -> new KeyType.Option(scale, scale)));
            case FORM -> choice(Settings.FORMS.stream().map(form -> new KeyType.Option(form, form)));
            case CHOICE, NUMBER, COMPARED -> allowed(key);
        };
    }

    private static KeyType allowed(Key key) {
        if (key.allowed() instanceof Allowed.Between between) {
            return new KeyType.Between(between.least(), between.most());
        }
        if (key.allowed() instanceof Allowed.Scores scores) {
            return new KeyType.Text(Naming.SCORE, scores.offered(), true);
        }
        if (!(key.allowed() instanceof Allowed.OneOf oneOf)) {
            throw new IllegalStateException(key.name() + " does not say what it allows");
        }
        Stream<Control.Option> written =
                oneOf.options().stream().filter(option -> !option.value().isEmpty());
        return isNumber(key)
                ? new KeyType.OneOfNumbers(
                        written.map(option -> Integer.valueOf(option.value())).toList())
                : choice(written.map(option -> new KeyType.Option(option.value(), option.label())));
    }

    private static boolean isNumber(Key key) {
        return general(key.name()).type() instanceof KeyType.Decimal;
    }

    private static KeyType choice(Stream<KeyType.Option> options) {
        return new KeyType.Choice("choice", options.toList(), KeyType.Strictness.ERROR);
    }

    private static Absent absent(Key key) {
        if (key.required()) {
            return Absent.REQUIRED;
        }
        if (key.allowed() instanceof Allowed.Between between) {
            return new Absent.Value(number(between.otherwise()));
        }
        if (key.allowed() instanceof Allowed.OneOf oneOf) {
            Control.Option first = oneOf.options().get(0);
            return first.value().isEmpty() ? new Absent.Meaning(first.label()) : value(key, first.value());
        }
        return general(key.name()).absent();
    }

    private static Absent value(Key key, String text) {
        return isNumber(key) ? new Absent.Value(Long.valueOf(text)) : new Absent.Value(text);
    }

    private static Object number(double value) {
        if (value == Math.rint(value)) {
            return (long) value;
        }
        return value;
    }
}
