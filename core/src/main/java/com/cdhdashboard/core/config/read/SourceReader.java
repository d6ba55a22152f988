package com.cdhdashboard.core.config.read;

import com.cdhdashboard.core.config.FileSelection;
import com.cdhdashboard.core.config.FileType;
import com.cdhdashboard.core.config.Holdings;
import com.cdhdashboard.core.config.ImportLimits;
import com.cdhdashboard.core.config.InteractionHistory;
import com.cdhdashboard.core.config.Preparation;
import com.cdhdashboard.core.config.TableOptions;
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
import java.util.stream.Stream;
import org.tomlj.TomlArray;

/** Reads {@code [ih]} and {@code [holdings]}: which files, and how their rows are prepared. */
final class SourceReader {
    private static final Preparation UNPREPARED = new Preparation(Map.of(), Optional.empty(), Optional.empty());

    private static final Section.Range LATE = new Section.Range(0, 3_650, "days");
    private static final Section.Range HOURS = new Section.Range(0, 87_600, "hours");
    private static final Section.Range GIGABYTES = new Section.Range(1, 1_000_000, "gigabytes");
    private static final Section.Range RATIO = new Section.Range(1, 1_000_000, "bytes for each byte");
    private static final Section.Range MEMBERS = new Section.Range(1, 100_000_000, "members");
    private static final Section.Range ROWS = new Section.Range(1, 1_048_576, "rows");
    private static final Section.Range MEGABYTES = new Section.Range(256, 1_000_000, "megabytes");

    /** What a source takes where a key is absent or cannot be used. */
    private record Defaults(String filePattern, String groupPatternKey, String groupPattern) {}

    private static final Defaults INTERACTION_HISTORY =
            new Defaults("**/*.zip", "ih_group_pattern", "\\d{8}(?=\\d{6}_)");

    private static final Defaults HOLDINGS = new Defaults("**/*.json", "file_group_pattern", "(.*)");

    private final Section root;

    SourceReader(Section root) {
        this.root = root;
    }

    InteractionHistory interactionHistory() {
        if (!root.has("ih")) {
            root.missing("ih", "write [ih] with file_type and file_pattern");
        }
        Optional<Section> section = root.section("ih");
        if (section.isEmpty()) {
            FileSelection files = new FileSelection(
                    FileType.PEGA_DS_EXPORT,
                    INTERACTION_HISTORY.filePattern(),
                    INTERACTION_HISTORY.groupPattern(),
                    false,
                    false,
                    false);
            return new InteractionHistory(files, UNPREPARED, InteractionHistory.DEFAULT_LATE_OUTCOME_DAYS);
        }
        section.get().allowOnly(KnownKeys.IH);
        return new InteractionHistory(
                files(section.get(), INTERACTION_HISTORY),
                preparation(section.get()),
                new InteractionHistory.Days(
                        section.get().integer("late_outcome_days", LATE, InteractionHistory.DEFAULT_LATE_OUTCOME_DAYS),
                        section.get()
                                .integer(
                                        "finalise_after_hours", HOURS, InteractionHistory.DEFAULT_FINALISE_AFTER_HOURS),
                        zoneOfDays(section.get())),
                section.get().section("limits").map(SourceReader::limits).orElse(ImportLimits.DEFAULT));
    }

    Optional<Holdings> holdings() {
        return root.section("holdings").map(section -> {
            section.allowOnly(KnownKeys.HOLDINGS);
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
            case "header_row" -> section.integer(name, ROWS).map(row -> row.toString());
            default -> section.text(name);
        };
    }

    private static FileSelection files(Section section, Defaults defaults) {
        return new FileSelection(
                fileType(section),
                filePattern(section, defaults),
                groupPattern(section, defaults),
                section.flag("hive_partitioning", false),
                section.flag("streaming", false),
                section.flag("background", false));
    }

    private static FileType fileType(Section section) {
        List<String> allowed = Stream.of(FileType.values())
                .map(type -> type.name().toLowerCase(Locale.ROOT))
                .toList();
        if (!section.has("file_type")) {
            section.missing("file_type", "allowed: " + Found.quoteAll(allowed));
        }
        return section.choice("file_type", "file type of [" + section.path("") + "]", allowed)
                .map(name -> FileType.valueOf(name.toUpperCase(Locale.ROOT)))
                .orElse(FileType.PEGA_DS_EXPORT);
    }

    private static String filePattern(Section section, Defaults defaults) {
        Optional<String> pattern = section.requiredText(
                "file_pattern", "write which files are read, such as " + Found.quote(defaults.filePattern()));
        try {
            FileSystems.getDefault().getPathMatcher("glob:" + pattern.orElse(""));
            return pattern.orElse(defaults.filePattern());
        } catch (PatternSyntaxException e) {
            section.error(
                    "file_pattern",
                    Found.quote(pattern.orElse("")) + " is not a file pattern; close its brackets, and write such as "
                            + Found.quote(defaults.filePattern()));
            return defaults.filePattern();
        }
    }

    private static String groupPattern(Section section, Defaults defaults) {
        String key = defaults.groupPatternKey();
        String pattern = section.text(key).orElse(defaults.groupPattern());
        try {
            return Pattern.compile(pattern).pattern();
        } catch (PatternSyntaxException e) {
            String place = e.getIndex() >= 0 ? " at character " + (e.getIndex() + 1) : "";
            section.error(
                    key,
                    Found.quote(pattern) + " is not a regular expression: " + e.getDescription() + place
                            + "; write such as " + Found.asToml("(.*)"));
            return defaults.groupPattern();
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

    private static ImportLimits limits(Section section) {
        section.allowOnly(KnownKeys.LIMITS);
        ImportLimits usual = ImportLimits.DEFAULT;
        return new ImportLimits(
                section.integer("max_unpacked_gigabytes", GIGABYTES, usual.maxUnpackedGigabytes()),
                section.integer("max_ratio", RATIO, usual.maxRatio()),
                section.integer("max_members", MEMBERS, usual.maxMembers()),
                section.integer("memory_megabytes", MEGABYTES, usual.memoryMegabytes()));
    }

    private static Preparation preparation(Section source) {
        return source.section("extensions")
                .map(section -> {
                    section.allowOnly(KnownKeys.EXTENSIONS);
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
