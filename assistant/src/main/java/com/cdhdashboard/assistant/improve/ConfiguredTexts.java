package com.cdhdashboard.assistant.improve;

import com.cdhdashboard.core.config.edit.TomlText;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The texts in a configuration that people chose: values, what stands in quotes within expressions, names of defaults. */
final class ConfiguredTexts {
    private static final List<String> SECTIONS =
            List.of("ih", "holdings", "metrics", "reports", "variants", "copyright");
    private static final Set<String> NAMES_OF_PEOPLE = Set.of("default_values", "reference");
    private static final Pattern QUOTED = Pattern.compile("['\"]([^'\"]+)['\"]");

    private final Set<String> found = new LinkedHashSet<>();

    private ConfiguredTexts() {}

    static Set<String> of(TomlText text) {
        ConfiguredTexts texts = new ConfiguredTexts();
        SECTIONS.forEach(section -> text.value(List.of(section)).ifPresent(value -> texts.gather(section, value)));
        return texts.found;
    }

    private void gather(String key, Object value) {
        if (value instanceof Map<?, ?> table) {
            table.forEach((name, each) -> {
                if (NAMES_OF_PEOPLE.contains(key)) {
                    found.add(String.valueOf(name));
                }
                gather(String.valueOf(name), each);
            });
        } else if (value instanceof List<?> list) {
            list.forEach(each -> gather(key, each));
        } else if (value instanceof String text && !text.isBlank() && !key.equals("metric")) {
            found.add(text);
            QUOTED.matcher(text).results().forEach(match -> found.add(match.group(1)));
        }
    }
}
