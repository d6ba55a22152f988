package com.cdhdashboard.core.config.read;

import com.cdhdashboard.core.config.FileSelection;
import com.cdhdashboard.core.config.FileType;
import com.cdhdashboard.core.config.Holdings;
import com.cdhdashboard.core.config.ImportLimits;
import com.cdhdashboard.core.config.InteractionHistory;
import com.cdhdashboard.core.config.Preparation;
import com.cdhdashboard.core.config.TableOptions;
import com.cdhdashboard.core.config.schema.ConfigurationKeys;
import com.cdhdashboard.core.config.schema.SchemaKey;
import com.cdhdashboard.core.error.DidYouMean;
import com.cdhdashboard.core.error.UserException;
import com.cdhdashboard.core.expression.text.SourceText;
import java.nio.file.FileSystems;
import java.time.ZoneId;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.tomlj.TomlArray;

/** Reads {@code [ih]} and {@code [holdings]}: which files, and how their rows are prepared. */
final class SourceReader {
    private static final Preparation UNPREPARED = new Preparation(Map.of(), Optional.empty(), Optional.empty());

    /** The keys of a source that are called otherwise than in the other one, and the files it reads without a pattern. */
    private record Source(String filePattern, String groupPatternKey) {}

    private static final Source INTERACTION_HISTORY = new Source("**/*.zip", "ih_group_pattern");

    private static final Source HOLDINGS = new Source("**/*.json", "file_group_pattern");

    private final Section root;

    SourceReader(Section root) {
        this.root = root;
    }

    InteractionHistory interactionHistory() {
        if (!root.has("ih")) {
            root.missing("ih", "write [ih] with file_type and file_pattern");
        }
        Optional<Section> found = root.section("ih");
        if (found.isEmpty()) {
            String groups = (String) ConfigurationKeys.IH
                    .key(INTERACTION_HISTORY.groupPatternKey())
                    .flatMap(SchemaKey::otherwise)
                    .orElseThrow();
            FileSelection files = new FileSelection(
                    FileType.PEGA_DS_EXPORT, INTERACTION_HISTORY.filePattern(), groups, false, false, false);
            return new InteractionHistory(files, UNPREPARED, InteractionHistory.DEFAULT_LATE_OUTCOME_DAYS);
        }
        Section section = found.get().by(ConfigurationKeys.IH);
        return new InteractionHistory(
                files(section, INTERACTION_HISTORY),
                preparation(section),
                new InteractionHistory.Days(
                        section.integerOrDefault("late_outcome_days"),
                        section.integerOrDefault("finalise_after_hours"),
                        zoneOfDays(section)),
                section.section("limits").map(SourceReader::limits).orElse(ImportLimits.DEFAULT));
    }

    Optional<Holdings> holdings() {
        return root.section("holdings").map(found -> {
            Section section = found.by(ConfigurationKeys.HOLDINGS);
            return new Holdings(files(section, HOLDINGS), preparation(section), tables(section));
        });
    }

    private static TableOptions tables(Section section) {
        TableOptions options = TableOptions.RECOGNISED;
        for (String name : TableOptionTexts.NAMES) {
            Optional<String> text = tableOption(section, name);
            try {
                options = options.or(TableOptionTexts.read(Map.of(name, text.orElse(""))));
            } catch (UserException e) {
                section.error(name, String.valueOf(e.getMessage()).replaceFirst("^\\w+: ", ""));
            }
        }
        return options;
    }

    private static Optional<String> tableOption(Section section, String name) {
        return switch (name) {
            case "header" -> section.flag(name).map(flag -> flag.toString());
            case "header_row" -> section.integer(name).map(row -> row.toString());
            default -> section.text(name);
        };
    }

    private static FileSelection files(Section section, Source source) {
        return new FileSelection(
                fileType(section),
                filePattern(section, source),
                groupPattern(section, source),
                section.flagOrDefault("hive_partitioning"),
                section.flagOrDefault("streaming"),
                section.flagOrDefault("background"));
    }

    private static FileType fileType(Section section) {
        if (!section.has("file_type")) {
            section.missing("file_type", "allowed: " + Found.quoteAll(section.choices("file_type")));
        }
        return section.choice("file_type")
                .map(name -> FileType.valueOf(name.toUpperCase(Locale.ROOT)))
                .orElse(FileType.PEGA_DS_EXPORT);
    }

    private static String filePattern(Section section, Source source) {
        Optional<String> pattern = section.requiredText(
                "file_pattern", "write which files are read, such as " + Found.quote(source.filePattern()));
        try {
            FileSystems.getDefault().getPathMatcher("glob:" + pattern.orElse(""));
            return pattern.orElse(source.filePattern());
        } catch (PatternSyntaxException e) {
            section.error(
                    "file_pattern",
                    Found.quote(pattern.orElse("")) + " is not a file pattern; close its brackets, and write such as "
                            + Found.quote(source.filePattern()));
            return source.filePattern();
        }
    }

    private static String groupPattern(Section section, Source source) {
        String key = source.groupPatternKey();
        String usual = section.otherwise(key, String.class);
        String pattern = section.text(key).orElse(usual);
        try {
            return Pattern.compile(pattern).pattern();
        } catch (PatternSyntaxException e) {
            String place = e.getIndex() >= 0 ? " at character " + (e.getIndex() + 1) : "";
            section.error(
                    key,
                    Found.quote(pattern) + " is not a regular expression: " + e.getDescription() + place
                            + "; write such as " + Found.asToml("(.*)"));
            return usual;
        }
    }

    private static ZoneId zoneOfDays(Section section) {
        Set<String> known = ZoneId.getAvailableZoneIds();
        Optional<String> name = section.text("zone_of_days");
        if (name.isPresent() && !known.contains(name.get())) {
            String hint = DidYouMean.hint(name.get(), known);
            section.error(
                    "zone_of_days",
                    Found.quote(name.get()) + " is not a time zone"
                            + (hint.isEmpty()
                                    ? "; write the name of a region such as \"Europe/Berlin\", or \"UTC\""
                                    : hint));
            return InteractionHistory.DEFAULT_ZONE_OF_DAYS;
        }
        return name.map(ZoneId::of).orElse(InteractionHistory.DEFAULT_ZONE_OF_DAYS);
    }

    private static ImportLimits limits(Section table) {
        Section section = table.by(ConfigurationKeys.LIMITS);
        return new ImportLimits(
                section.integerOrDefault("max_unpacked_gigabytes"),
                section.integerOrDefault("max_ratio"),
                section.integerOrDefault("max_members"),
                section.integerOrDefault("memory_megabytes"));
    }

    private static Preparation preparation(Section source) {
        return source.section("extensions")
                .map(found -> {
                    Section section = found.by(ConfigurationKeys.EXTENSIONS);
                    Map<String, Object> defaultValues = section.section("default_values")
                            .map(SourceReader::defaultValues)
                            .orElse(Map.of());
                    return new Preparation(defaultValues, section.expression("filter"), columns(section));
                })
                .orElse(UNPREPARED);
    }

    private static Map<String, Object> defaultValues(Section section) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (String column : section.keys()) {
            Object value = section.value(column).orElseThrow();
            if (value instanceof Double number && !Double.isFinite(number)) {
                section.error(column, number + " is no value to count with; write a number, or leave the default out");
            } else if (value instanceof String || value instanceof Number || value instanceof Boolean) {
                values.put(column, value);
            } else if (value instanceof TemporalAccessor) {
                values.put(column, value.toString());
            } else {
                section.error(
                        column, Found.show(value) + " is not a default value; write text, a number, true or false");
            }
        }
        return values;
    }

    private static Optional<SourceText> columns(Section section) {
        if (section.value("columns").orElse("") instanceof TomlArray list) {
            return columns(section, list);
        }
        return section.expression("columns");
    }

    /** Columns as a list of texts: each must be an expression of its own. */
    private static Optional<SourceText> columns(Section section, TomlArray list) {
        List<SourceText> elements = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            if (!(list.get(i) instanceof String text)) {
                section.elementError(
                        "columns", list, i, Found.show(list.get(i)) + " is not an expression; write it as text");
                return Optional.empty();
            }
            elements.add(section.document().element(list.inputPositionOf(i), text));
        }
        List<String> texts = elements.stream().map(SourceText::text).toList();
        Optional<String> cut =
                texts.stream().filter(text -> !Brackets.close(text)).findFirst();
        if (cut.isPresent()) {
            section.error("columns", cutMessage(cut.get(), String.join(", ", texts)));
            return Optional.empty();
        }
        if (elements.size() == 1) {
            return Optional.of(elements.get(0)).filter(only -> !only.text().isBlank());
        }
        // no place in the joined text is a place in the file: messages point at the first element
        return elements.stream()
                .findFirst()
                .map(first -> new SourceText("[" + String.join(", ", texts) + "]", first.position(), false));
    }

    private static String cutMessage(String cut, String whole) {
        return Brackets.close(whole)
                ? "the elements of the list are pieces of one expression cut at a comma, and no calculated column is"
                        + " made; write it as one text: columns = " + Found.asToml(whole)
                : Found.quote(cut) + " is not a whole expression: its brackets or quotes do not close; write each"
                        + " element of the list as one expression";
    }
}
