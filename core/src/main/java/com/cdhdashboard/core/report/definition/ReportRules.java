package com.cdhdashboard.core.report.definition;

import com.cdhdashboard.core.config.Family;
import com.cdhdashboard.core.config.ReportConfig;
import com.cdhdashboard.core.config.read.Flag;
import com.cdhdashboard.core.error.Position;
import com.cdhdashboard.core.error.Problem;
import com.cdhdashboard.core.error.Problems;
import com.cdhdashboard.core.report.Suggestion;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Checks a report against the capability table. What passes without an error can be drawn. */
public final class ReportRules {
    private static final Set<String> COMMON = Set.of("metric", "type", "description", "group_by", "filters");

    private final ReportConfig report;
    private final FieldCatalogue fields;
    private final Capabilities capabilities;
    private final Problems problems = new Problems();

    private ReportRules(ReportConfig report, FieldCatalogue fields, Capabilities capabilities) {
        this.report = report;
        this.fields = fields;
        this.capabilities = capabilities;
    }

    /** Every problem of one report, in the order of its keys. */
    public static List<Problem> check(ReportConfig report, FieldCatalogue fields, Capabilities capabilities) {
        return new ReportRules(report, fields, capabilities).check();
    }

    private List<Problem> check() {
        Optional<Capability> found = capabilities.find(fields.family(), report.type());
        if (found.isEmpty()) {
            List<String> types = capabilities.of(fields.family()).stream()
                    .map(row -> row.kind().type())
                    .toList();
            error(
                    "type",
                    quoted(report.type()) + " is not a report type of "
                            + fields.family().prefix() + " metrics" + Suggestion.ending(report.type(), types)
                            + " Allowed: " + String.join(", ", types) + ".");
            return problems.list();
        }
        Capability capability = found.get();
        checkGroupBy(capability);
        report.filters().forEach(filter -> checkDimension("filters", filter.dimension()));
        checkMissing(capability);
        report.settings().forEach((name, value) -> checkKey(capability, name, value));
        checkDrawable(capability);
        return problems.list();
    }

    private void checkGroupBy(Capability capability) {
        for (String dimension : report.groupBy()) {
            checkDimension("group_by", dimension);
        }
        Capability.Groups groups = capability.groups();
        int named = new LinkedHashSet<>(report.groupBy()).size();
        if (!(named >= groups.least() && named <= groups.most())) {
            String allowed = groups.least() + " to " + groups.most();
            error(
                    "group_by",
                    "a report of type " + quoted(report.type()) + " groups by " + allowed
                            + " dimensions, but group_by names " + named + ".");
        }
    }

    private void checkMissing(Capability capability) {
        for (Key key : capability.keys()) {
            if (key.required() && new Settings(report.settings()).isAbsent(key.name())) {
                error(
                        key.name(),
                        "the key is missing; a report of type " + quoted(report.type()) + " needs " + key.meaning()
                                + ". " + choices(key.role()));
            }
        }
    }

    private void checkKey(Capability capability, String name, Object value) {
        Optional<Key> key = capability.key(name);
        if (key.isPresent()) {
            if (!new Settings(report.settings()).isAbsent(name)) {
                checkValue(key.get(), value);
            }
            return;
        }
        if (COMMON.contains(name)) {
            return;
        }
        if (capabilities.knowsKey(name)) {
            warning(name, "a report of type " + quoted(report.type()) + " does not read this key; remove it.");
            return;
        }
        List<String> names = capability.keys().stream().map(Key::name).toList();
        error(
                name,
                quoted(name) + " is not a key of a report of type " + quoted(report.type())
                        + Suggestion.ending(name, names) + " Allowed: " + String.join(", ", names) + ".");
    }

    private void checkValue(Key key, Object value) {
        switch (key.role()) {
            case DIMENSION -> {
                if (isText(key, value)) {
                    checkDimension(key.name(), (String) value);
                }
            }
            case SCORE -> {
                if (isText(key, value)) {
                    checkScore(key.name(), (String) value);
                }
            }
            case PROPERTY -> {
                if (isText(key, value)) {
                    checkProperty(key.name(), (String) value);
                }
            }
            case VIEW -> accept(key, value, ScoreView.keys().contains(value), oneOf(ScoreView.keys()));
            case STAGES ->
                accept(key, value, isStages(value), "a list of outcomes, such as [\"Impression\", \"Clicked\"]");
            case TARGETS -> checkTargets(key.name(), value);
            case FLAG -> accept(key, value, Flag.read(value).isPresent(), "true or false");
            case HEIGHT ->
                accept(
                        key,
                        value,
                        value instanceof Long pixels
                                && pixels >= Settings.HEIGHT.least()
                                && pixels <= Settings.HEIGHT.most(),
                        "a whole number of pixels from " + Settings.HEIGHT.least() + " to " + Settings.HEIGHT.most());
            case SCALE -> accept(key, value, Settings.SCALES.contains(value), "\"linear\" or \"log\"");
            case FORM -> accept(key, value, Settings.FORMS.contains(value), "\"line\" or \"bar\"");
            case CHOICE, COMPARED, NUMBER -> checkAllowed(key, value);
            case VALUE -> isText(key, value);
        }
    }

    /** A choice of the page is a text, also where it stands for a number. */
    private void checkAllowed(Key key, Object value) {
        if (key.allowed() instanceof Allowed.OneOf oneOf) {
            String names = oneOf.values().stream().map(ReportRules::quoted).collect(Collectors.joining(", "));
            accept(key, value, oneOf.values().contains(value.toString()), "one of " + names);
        } else if (key.allowed() instanceof Allowed.Scores scores) {
            accept(key, value, value instanceof String name && scores.accepted().test(name), scores.expected());
        } else if (key.allowed() instanceof Allowed.Between between) {
            accept(
                    key,
                    value,
                    Settings.number(value).stream().anyMatch(between::holds),
                    "a number from " + plain(between.least()) + " to " + plain(between.most()));
        }
    }

    private static String plain(double number) {
        return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
    }

    private boolean isText(Key key, Object value) {
        return accept(key, value, value instanceof String, "one name in quotes");
    }

    private boolean accept(Key key, Object value, boolean accepted, String expected) {
        if (!accepted) {
            String found = value instanceof String text ? quoted(text) : value.toString();
            error(key.name(), "found " + found + "; the key is " + key.meaning() + ". Write " + expected + ".");
        }
        return accepted;
    }

    private void checkDimension(String key, String name) {
        if (!fields.dimensions().contains(name)) {
            error(
                    key,
                    quoted(name) + " is not a dimension of metric " + quoted(fields.metric())
                            + Suggestion.ending(name, fields.dimensions()) + " " + choices(Role.DIMENSION)
                            + " More can be added to group_by of the metric.");
        }
    }

    private void checkScore(String key, String name) {
        if (!fields.scores().contains(name)) {
            error(
                    key,
                    quoted(name) + " is not a score of " + fields.family().prefix() + " metrics"
                            + Suggestion.ending(name, fields.scores()) + " " + choices(Role.SCORE));
        }
    }

    private void checkProperty(String key, String name) {
        if (!fields.properties().contains(name)) {
            error(
                    key,
                    quoted(name) + " is not a property of metric " + quoted(fields.metric())
                            + Suggestion.ending(name, fields.properties()) + " " + choices(Role.PROPERTY)
                            + (fields.family() == Family.DESCRIPTIVE
                                    ? " More can be added to columns of the metric."
                                    : ""));
        }
    }

    private static boolean isStages(Object value) {
        return value instanceof List<?> stages
                && !stages.isEmpty()
                && stages.stream().allMatch(stage -> stage instanceof String text && !text.isBlank());
    }

    private static String oneOf(List<String> names) {
        return names.stream().map(ReportRules::quoted).collect(Collectors.joining(", "));
    }

    private void checkTargets(String key, Object value) {
        if (!(value instanceof Map<?, ?> targets)) {
            error(key, "found " + value + "; write a table of targets by group, such as { Web = 0.02 }.");
            return;
        }
        targets.forEach((group, target) -> {
            boolean number = target instanceof Number given && Double.isFinite(given.doubleValue());
            if (!number) {
                error(key + "." + group, "found " + target + "; a target is a number, such as 0.02 for 2 %.");
            }
        });
    }

    /** What is well-formed key by key and yet no picture. */
    private void checkDrawable(Capability capability) {
        for (Key key : capability.keys()) {
            if (key.allowed() instanceof Allowed.OtherThan other) {
                checkDiffers(key.name(), other);
            }
        }
        if (capability.groups().use() == Capability.Use.NONE) {
            warnOfIdleGroups(capability);
        }
    }

    private void checkDiffers(String key, Allowed.OtherThan other) {
        Object value = report.settings().get(other.key());
        if (value != null && value.equals(report.settings().get(key))) {
            error(
                    key,
                    other.key() + " and " + key + " are both " + quoted(value.toString()) + "; " + other.reason()
                            + ".");
        }
    }

    private void warnOfIdleGroups(Capability capability) {
        Set<Object> drawn = new LinkedHashSet<>();
        capability.keys().stream()
                .filter(key -> key.role() == Role.DIMENSION)
                .forEach(key -> drawn.add(report.settings().getOrDefault(key.name(), "")));
        for (String dimension : report.groupBy()) {
            if (fields.dimensions().contains(dimension) && !drawn.contains(dimension)) {
                warning(
                        "group_by",
                        quoted(dimension)
                                + " is on no axis of the report, so it is summed over; remove it from group_by.");
            }
        }
    }

    private String choices(Role role) {
        return switch (role) {
            case DIMENSION -> "Dimensions: " + String.join(", ", fields.dimensions()) + ".";
            case SCORE -> "Scores: " + String.join(", ", fields.scores()) + ".";
            case PROPERTY -> "Properties: " + String.join(", ", fields.properties()) + ".";
            case COMPARED, STAGES, VIEW, TARGETS, FLAG, HEIGHT, SCALE, FORM, CHOICE, NUMBER, VALUE -> "";
        };
    }

    private void error(String key, String message) {
        problems.error(position(key), path(key), message);
    }

    private void warning(String key, String message) {
        problems.warning(position(key), path(key), message);
    }

    private String path(String key) {
        return "reports." + report.key() + "." + key;
    }

    private Optional<Position> position(String key) {
        Map<String, Position> positions = report.positions();
        String outer = key.contains(".") ? key.substring(0, key.indexOf('.')) : key;
        return Stream.of(key, outer, "")
                .flatMap(name -> Optional.ofNullable(positions.get(name)).stream())
                .findFirst();
    }

    private static String quoted(String text) {
        return "\"" + text + "\"";
    }
}
