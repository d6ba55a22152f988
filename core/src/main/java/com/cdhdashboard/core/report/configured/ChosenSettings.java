package com.cdhdashboard.core.report.configured;

import com.cdhdashboard.core.config.ReportConfig;
import com.cdhdashboard.core.config.edit.TomlText;
import com.cdhdashboard.core.config.schema.ConfigurationKeys;
import com.cdhdashboard.core.config.schema.KeyType;
import com.cdhdashboard.core.cube.TimeStep;
import com.cdhdashboard.core.error.Severity;
import com.cdhdashboard.core.report.definition.Capability;
import com.cdhdashboard.core.report.definition.FieldCatalogue;
import com.cdhdashboard.core.report.definition.Key;
import com.cdhdashboard.core.report.definition.ReportRules;
import com.cdhdashboard.core.report.definition.Role;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The keys of a report that its reader chose otherwise, as a configuration says them: typed, and no more of them than the
 * drawing needs.
 */
final class ChosenSettings {
    private static final Pattern WHOLE = Pattern.compile("-?\\d{1,15}");
    private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,15}\\.\\d{1,15}");
    private static final String GROUP_BY = "group_by";

    private final Capability row;
    private final FieldCatalogue fields;
    private final ReportConfig configured;
    private final ReportConfig chosen;
    private final Map<String, Object> settings;

    ChosenSettings(Capability row, FieldCatalogue fields, ReportConfig configured, ReportConfig chosen) {
        this.row = row;
        this.fields = fields;
        this.configured = configured;
        this.chosen = chosen;
        this.settings = new LinkedHashMap<>();
        chosen.settings().forEach((name, value) -> settings.put(name, typed(name, value)));
        boolean readable = ReportRules.check(chosen, fields, ReportKinds.table()).stream()
                .noneMatch(problem -> problem.severity() == Severity.ERROR);
        changed().forEach(name -> dropWhereIdle(name, readable));
    }

    private List<String> changed() {
        return row.keys().stream()
                .map(Key::name)
                .filter(name -> !Optional.ofNullable(settings.get(name))
                        .equals(Optional.ofNullable(configured.settings().get(name))))
                .toList();
    }

    /** Left out is a choice that draws what is drawn without the key. */
    private void dropWhereIdle(String name, boolean readable) {
        // Without days as its axis a chart may go by longer steps.
        if (name.equals("x") && TimeStep.DAY.dimension().equals(settings.get(name))) {
            return;
        }
        boolean wasThere = configured.settings().containsKey(name);
        boolean none = "".equals(settings.get(name));
        if (!wasThere || none) {
            Map<String, Object> without = new LinkedHashMap<>(settings);
            without.remove(name);
            if (readable ? ReportKinds.alike(row, fields, chosen.with(without), chosen) : none) {
                settings.remove(name);
            }
        }
    }

    /** A choice of a page is a text. */
    static Object typed(String name, Object value) {
        KeyType type = ConfigurationKeys.REPORTS.key(name).orElseThrow().type();
        if (!(value instanceof String text)) {
            return value;
        }
        if (type instanceof KeyType.Flag && (text.equals("true") || text.equals("false"))) {
            return text.equals("true");
        }
        return type instanceof KeyType.Decimal || type instanceof KeyType.Whole ? number(text) : text;
    }

    static Object number(String text) {
        return WHOLE.matcher(text).matches()
                ? Long.valueOf(text)
                : DECIMAL.matcher(text).matches() ? Double.valueOf(text) : text;
    }

    TomlText writeTo(TomlText text) {
        TomlText written = text;
        for (Key key : row.keys()) {
            List<String> path = path(key.name());
            Object value = settings.get(key.name());
            if (value != null && !value.equals(configured.settings().get(key.name()))) {
                written = written.set(path, value);
            } else if (value == null && configured.settings().containsKey(key.name())) {
                written = written.remove(path);
            }
        }
        List<String> groups = grouped();
        return groups.equals(configured.groupBy()) ? written : written.set(path(GROUP_BY), groups);
    }

    private List<String> path(String key) {
        return List.of("reports", configured.key(), key);
    }

    /** Where grouping follows from the axes, dimensions that went from these go from {@code group_by}, others come. */
    private List<String> grouped() {
        if (row.groups().use() != Capability.Use.NONE || configured.groupBy().isEmpty()) {
            return configured.groupBy();
        }
        Set<String> before = dimensions(configured.settings());
        Set<String> after = dimensions(settings);
        Set<String> grouped = new LinkedHashSet<>(configured.groupBy());
        grouped.removeIf(dimension -> before.contains(dimension) && !after.contains(dimension));
        after.stream().filter(dimension -> !before.contains(dimension)).forEach(grouped::add);
        return List.copyOf(grouped);
    }

    private Set<String> dimensions(Map<String, Object> of) {
        return row.keys().stream()
                .filter(key -> key.role() == Role.DIMENSION)
                .flatMap(key -> Optional.ofNullable(of.get(key.name())).stream())
                .map(Object::toString)
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
