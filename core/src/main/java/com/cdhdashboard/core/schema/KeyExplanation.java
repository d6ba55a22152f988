package com.cdhdashboard.core.schema;

import com.cdhdashboard.core.config.Family;
import com.cdhdashboard.core.config.schema.ConfigurationKeys;
import com.cdhdashboard.core.config.schema.KeyType;
import com.cdhdashboard.core.config.schema.Need;
import com.cdhdashboard.core.config.schema.SchemaKey;
import com.cdhdashboard.core.config.schema.SchemaSection;
import com.cdhdashboard.core.error.DidYouMean;
import com.cdhdashboard.core.error.UserException;
import com.cdhdashboard.core.report.configured.ReportKinds;
import com.cdhdashboard.core.report.definition.Capability;
import com.cdhdashboard.core.report.definition.Key;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What a key means, or which keys a section has, as plain text. */
public final class KeyExplanation {
    private static final int LABEL_WIDTH = 10;

    private KeyExplanation() {}

    /**
     * The lines that explain what stands at a path.
     *
     * @throws UserException where nothing is known of it, with what was perhaps meant
     */
    public static List<String> of(String path) {
        List<String> names = KeyPath.parse(path);
        Optional<SchemaKey> key = Schema.key(names).filter(found -> !(found.type() instanceof KeyType.Nested));
        if (key.isPresent()) {
            return key(path, key.get(), names.get(0).equals("reports"));
        }
        return Schema.section(names)
                .map(section -> section(path, section))
                .orElseThrow(() -> new UserException(
                        UserException.Kind.NOT_FOUND,
                        "\"" + path + "\" is neither a key nor a section of the configuration" + hint(path)));
    }

    private static List<String> section(String path, SchemaSection section) {
        List<String> lines = new ArrayList<>();
        lines.add(section.owner() + ": " + SchemaWords.plain(section.meaning()));
        for (SchemaSection.Group group : section.groups()) {
            lines.add("");
            if (!group.title().isEmpty()) {
                lines.add(group.title());
            }
            group.keys().forEach(key -> lines.add("  " + key.name() + ": " + SchemaWords.plain(key.meaning())));
        }
        if (path.equals("metrics")) {
            lines.add("");
            lines.add("Every other key is a metric, whose name begins with its family: "
                    + String.join(", ", Family.prefixes()));
        }
        return lines;
    }

    private static List<String> key(String path, SchemaKey key, boolean ofReport) {
        List<String> lines = new ArrayList<>();
        lines.add(path);
        lines.add(SchemaWords.sentence(SchemaWords.plain(key.meaning())));
        lines.add("");
        List<String> kinds = ofReport ? kinds(key.name()) : List.of();
        if (kinds.isEmpty()) {
            lines.add(line("type", SchemaWords.plain(SchemaWords.type(key.type()))));
            offered(key.type()).ifPresent(names -> lines.add(line("usual", names)));
            lines.add(line("default", SchemaWords.plain(SchemaWords.absent(key))));
        }
        if (!key.help().example().isEmpty()) {
            lines.add(line("example", key.name() + " = " + key.help().example()));
        }
        lines.add(line("change", change(key.need())));
        lines.add(line("since", key.help().since()));
        kinds.forEach(kind -> lines.add(line("read by", kind)));
        return lines;
    }

    private static String change(Need need) {
        return need == Need.NOTHING ? "needs nothing, as the key has no effect" : "needs that " + need.words();
    }

    private static Optional<String> offered(KeyType type) {
        return type instanceof KeyType.Texts texts && !texts.offered().isEmpty()
                ? Optional.of(String.join(", ", texts.offered()))
                : Optional.empty();
    }

    /** What each kind of report makes of a key; families of which it makes the same share a line. */
    private static List<String> kinds(String name) {
        Map<Reading, Set<String>> families = new LinkedHashMap<>();
        for (Capability row : ReportKinds.table().rows()) {
            row.key(name)
                    .ifPresent(key -> families.computeIfAbsent(Reading.of(row, key), none -> new LinkedHashSet<>())
                            .add(row.family().prefix()));
        }
        return families.entrySet().stream()
                .map(entry -> entry.getKey().type() + " of " + String.join(", ", entry.getValue()) + ": "
                        + entry.getKey().meaning())
                .toList();
    }

    private record Reading(String type, String meaning) {
        static Reading of(Capability row, Key key) {
            KeyType type = ReportSection.of(row).key(key.name()).orElseThrow().type();
            String values = SchemaWords.plain(SchemaWords.type(type));
            return new Reading(
                    row.kind().type(), key.meaning() + " (" + values + (key.required() ? ", required" : "") + ")");
        }
    }

    private static String line(String label, String text) {
        return label + " ".repeat(LABEL_WIDTH - label.length()) + text;
    }

    /** A bare name is looked for in all sections; a slip of the finger in all paths. */
    private static String hint(String path) {
        List<String> known = paths();
        List<String> elsewhere =
                known.stream().filter(each -> each.endsWith("." + path)).toList();
        if (!elsewhere.isEmpty()) {
            return "; there is " + String.join(", ", elsewhere);
        }
        String hint = DidYouMean.hint(path, known);
        return hint.isEmpty() ? "; the sections are " + String.join(", ", ConfigurationKeys.FILE.names()) : hint;
    }

    /** Every section and key; metrics are called by their family, and a report {@code NAME}. */
    static List<String> paths() {
        Stream<String> tables = Stream.concat(
                Stream.concat(
                        ConfigurationKeys.FILE.names().stream(),
                        Stream.of("ih.limits", "ih.extensions", "holdings.extensions")),
                Stream.concat(
                        Family.prefixes().stream().map(family -> "metrics." + family), Stream.of("reports.NAME")));
        return tables.flatMap(table -> Stream.concat(
                        Stream.of(table),
                        table.equals("reports")
                                ? Stream.empty()
                                : Schema.section(table).orElseThrow().names().stream()
                                        .map(name -> table + "." + name)))
                .distinct()
                .toList();
    }
}
