package com.cdhdashboard.core.config.read;

import com.cdhdashboard.core.config.Branding;
import com.cdhdashboard.core.config.Chat;
import com.cdhdashboard.core.config.Family;
import com.cdhdashboard.core.config.UserInterface;
import com.cdhdashboard.core.config.Variant;
import com.cdhdashboard.core.config.schema.ConfigurationKeys;
import com.cdhdashboard.core.error.DidYouMean;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the sections that can be left out: {@code copyright}, {@code ux}, {@code variants}, {@code chat_with_data}. */
final class GeneralReader {
    private final Section root;

    GeneralReader(Section root) {
        this.root = root;
    }

    Branding branding() {
        Optional<Section> found = optional("copyright", "pages show the name " + Found.quote(Branding.DEFAULT.name()));
        if (found.isEmpty()) {
            return Branding.DEFAULT;
        }
        Section section = found.get().by(ConfigurationKeys.COPYRIGHT);
        return new Branding(textOrDefault(section, "name"), version(section), date(section, "version_date"));
    }

    private static String version(Section section) {
        Optional<Object> value = section.value("version");
        boolean number = value.filter(Number.class::isInstance).isPresent();
        return number ? String.valueOf(value.get()) : textOrDefault(section, "version");
    }

    /** A date as a TOML date or as text; given back as {@code YYYY-MM-DD}. */
    static Optional<String> date(Section section, String key) {
        return section.value(key).flatMap(value -> {
            if (value instanceof LocalDate || (value instanceof String text && isDate(text))) {
                return Optional.of(value.toString());
            }
            section.error(
                    key, Found.show(value) + " is not a date; write it as \"YYYY-MM-DD\", such as \"2025-01-31\"");
            return Optional.empty();
        });
    }

    private static boolean isDate(String text) {
        if (!text.matches("\\d{4}-\\d{2}-\\d{2}")) {
            return false;
        }
        int month = Integer.parseInt(text.substring(5, 7));
        int day = Integer.parseInt(text.substring(8));
        return month >= 1
                && month <= 12
                && day >= 1
                && day
                        <= LocalDate.of(Integer.parseInt(text.substring(0, 4)), month, 1)
                                .lengthOfMonth();
    }

    UserInterface userInterface() {
        Optional<Section> found = optional("ux", "reports do not take turns by themselves");
        if (found.isEmpty()) {
            return UserInterface.DEFAULT;
        }
        Section section = found.get().by(ConfigurationKeys.UX);
        return new UserInterface(
                section.flagOrDefault("refresh_dashboard"),
                section.integerOrDefault("refresh_interval"),
                section.integerOrDefault("data_cache_hours"),
                section.flagOrDefault("chat_with_data"));
    }

    Variant variant() {
        Optional<Section> found = optional("variants", "the data set is named " + Found.quote(Variant.DEFAULT.name()));
        if (found.isEmpty()) {
            return Variant.DEFAULT;
        }
        Section section = found.get().by(ConfigurationKeys.VARIANTS);
        return new Variant(
                textOrDefault(section, "name"),
                textOrDefault(section, "description"),
                section.flagOrDefault("demo_mode"));
    }

    Chat chat(List<String> metricNames) {
        Optional<Section> found = root.section("chat_with_data");
        if (found.isEmpty()) {
            return Chat.DEFAULT;
        }
        Section section = found.get().by(ConfigurationKeys.CHAT_WITH_DATA);
        return new Chat(
                section.text("agent_prompt").orElse(Chat.DEFAULT.agentPrompt()),
                section.section("metric_descriptions")
                        .map(descriptions -> descriptions(descriptions, metricNames))
                        .orElse(Map.of()));
    }

    private static Map<String, String> descriptions(Section section, List<String> metricNames) {
        Set<String> known = new LinkedHashSet<>(metricNames);
        known.addAll(Family.prefixes());
        Map<String, String> descriptions = new LinkedHashMap<>();
        for (String key : section.keys()) {
            section.text(key).ifPresent(text -> descriptions.put(key, text));
            if (!known.contains(key)) {
                String hint = DidYouMean.hint(key, known);
                section.warning(
                        key,
                        Found.quote(key) + " is neither a metric nor a family"
                                + (hint.isEmpty() ? "; known are " + String.join(", ", known) : hint));
            }
        }
        return descriptions;
    }

    private Optional<Section> optional(String key, String consequence) {
        if (!root.has(key)) {
            root.missingWithDefault(key, "without [" + key + "] " + consequence);
        }
        return root.section(key);
    }

    private static String textOrDefault(Section section, String key) {
        String whenAbsent = section.otherwise(key, String.class);
        if (!section.has(key)) {
            section.missingWithDefault(key, "using " + Found.quote(whenAbsent));
        }
        return section.text(key).orElse(whenAbsent);
    }
}
