package com.cdhdashboard.core.report.configured;

import com.cdhdashboard.core.config.Configuration;
import com.cdhdashboard.core.config.MetricConfig;
import com.cdhdashboard.core.error.UserException;
import com.cdhdashboard.core.report.definition.Allowed;
import com.cdhdashboard.core.report.definition.Capability;
import com.cdhdashboard.core.report.definition.FieldCatalogue;
import com.cdhdashboard.core.report.definition.Key;
import com.cdhdashboard.core.report.definition.Role;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Fills in what a kind of report needs and a report does not have yet, so that it is drawn at once. */
public final class ReportDefaults {
    private static final String GROUP_BY = "group_by";

    private static final String OUTCOME = "Outcome";

    private final MetricConfig metric;
    private final FieldCatalogue fields;

    /** @throws UserException where there is no such metric without errors */
    public ReportDefaults(Configuration configuration, String metric) {
        this.metric = configuration
                .metric(metric)
                .orElseThrow(() -> new UserException("there is no metric \"" + metric + "\" without errors; metrics: "
                        + String.join(
                                ", ",
                                configuration.metrics().stream()
                                        .map(MetricConfig::name)
                                        .toList())));
        this.fields = FieldCatalogue.of(this.metric, configuration.globalFilters());
    }

    /** The type that a new report has: the first of the family. */
    public String type() {
        return rows().get(0).kind().type();
    }

    /** That type where the family has it, or else the one for new reports. */
    public String typeLike(String type) {
        return rows().stream()
                .map(row -> row.kind().type())
                .filter(type::equals)
                .findFirst()
                .orElseGet(this::type);
    }

    private List<Capability> rows() {
        return ReportKinds.table().of(fields.family());
    }

    /**
     * The keys to be set so that a report of this type has all that it needs.
     *
     * @param given what the report has
     */
    public Map<String, Object> missing(String type, Map<String, Object> given) {
        Capability row = ReportKinds.table()
                .find(fields.family(), type)
                .orElseThrow(() -> new UserException("\"" + type + "\" is not a report type of "
                        + fields.family().prefix() + " metrics"));
        Map<String, Object> all = new LinkedHashMap<>(given);
        all.entrySet().removeIf(entry -> !means(row, entry.getKey(), entry.getValue()));
        Map<String, Object> missing = new LinkedHashMap<>();
        groups(row, all).ifPresent(groups -> missing.put(GROUP_BY, groups));
        for (Key key : row.keys()) {
            if (key.required() && !all.containsKey(key.name())) {
                value(row, key, all).ifPresent(value -> {
                    all.put(key.name(), value);
                    missing.put(key.name(), value);
                });
            }
        }
        return missing;
    }

    /** Whether a report of this type makes use of a key that says this. */
    public boolean reads(String type, String key, Object value) {
        return ReportKinds.table()
                .find(fields.family(), type)
                .filter(row -> key.equals(GROUP_BY)
                        ? row.groups().use() != Capability.Use.NONE
                        : row.key(key).isPresent() && means(row, key, value))
                .isPresent();
    }

    /** A name that was right for another metric or type may be none here. */
    private boolean means(Capability row, String name, Object value) {
        return row.key(name)
                .map(key -> switch (key.role()) {
                    case DIMENSION -> fields.dimensions().contains(value);
                    case SCORE -> fields.scores().contains(value);
                    case PROPERTY -> fields.properties().contains(value);
                    default -> true;
                })
                .orElse(true);
    }

    private Optional<List<String>> groups(Capability row, Map<String, Object> all) {
        Set<String> groups = new LinkedHashSet<>();
        if (all.get(GROUP_BY) instanceof List<?> given) {
            given.forEach(each -> groups.add(String.valueOf(each)));
        }
        boolean known = groups.removeIf(name -> !fields.dimensions().contains(name));
        int before = groups.size();
        fields.dimensions().stream()
                .filter(name -> groups.size() < row.groups().least())
                .forEach(groups::add);
        List<String> fitting = groups.stream().limit(row.groups().most()).toList();
        boolean changed = known || before != fitting.size();
        return changed ? Optional.of(fitting) : Optional.empty();
    }

    private Optional<Object> value(Capability row, Key key, Map<String, Object> all) {
        List<Object> others = new ArrayList<>();
        row.keys().stream()
                .filter(other -> other.role() == key.role())
                .forEach(other -> Optional.ofNullable(all.get(other.name())).ifPresent(others::add));
        return switch (key.role()) {
            case DIMENSION -> other(dimensions(row), others);
            case SCORE -> other(fields.scores(), others);
            case PROPERTY -> other(fields.properties(), others);
            case STAGES -> Optional.of(stages());
            case COMPARED ->
                key.allowed() instanceof Allowed.Scores scores ? other(scores.offered(), others) : Optional.empty();
            case CHOICE, NUMBER, VIEW, SCALE, FORM, FLAG, HEIGHT, TARGETS, VALUE -> Optional.empty();
        };
    }

    /** Stages are values of one dimension. */
    private List<String> dimensions(Capability row) {
        boolean staged = row.keys().stream().anyMatch(key -> key.role() == Role.STAGES);
        List<String> dimensions = new ArrayList<>(fields.dimensions());
        if (staged && dimensions.remove(OUTCOME)) {
            dimensions.add(0, OUTCOME);
        }
        return dimensions;
    }

    /** The first that no key of the same role has, or else the first. */
    private static Optional<Object> other(List<String> names, List<Object> taken) {
        return names.stream()
                .filter(name -> !taken.contains(name))
                .findFirst()
                .or(() -> names.stream().findFirst())
                .map(Object.class::cast);
    }

    private List<String> stages() {
        if (!(metric instanceof MetricConfig.OfOutcomes counted)) {
            return List.of("Impression", "Clicked");
        }
        List<String> stages = new ArrayList<>();
        counted.responses().negative().stream().limit(1).forEach(stages::add);
        counted.responses().positive().stream().limit(1).forEach(stages::add);
        return stages;
    }
}
