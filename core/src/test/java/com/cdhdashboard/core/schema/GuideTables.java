package com.cdhdashboard.core.schema;

import static java.util.function.Predicate.not;

import com.cdhdashboard.core.config.Family;
import com.cdhdashboard.core.config.schema.ConfigurationKeys;
import com.cdhdashboard.core.config.schema.KeyType;
import com.cdhdashboard.core.config.schema.Need;
import com.cdhdashboard.core.config.schema.SchemaKey;
import com.cdhdashboard.core.config.schema.SchemaSection;
import com.cdhdashboard.core.report.configured.ReportKinds;
import com.cdhdashboard.core.report.definition.Capability;
import com.cdhdashboard.core.report.definition.Key;
import com.cdhdashboard.core.report.definition.ReportKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The tables of docs/configuration.md as the schema has them, by the headings they stand under. */
final class GuideTables {
    private static final Set<String> OF_EVERY_REPORT = Set.of("metric", "type", "description", "group_by", "filters");

    private GuideTables() {}

    static Map<String, List<String>> byHeading() {
        Map<String, List<String>> tables = new LinkedHashMap<>();
        tables.put("The configuration", file());
        Stream.of(
                        ConfigurationKeys.COPYRIGHT,
                        ConfigurationKeys.UX,
                        ConfigurationKeys.IH,
                        ConfigurationKeys.LIMITS,
                        ConfigurationKeys.HOLDINGS,
                        ConfigurationKeys.EXTENSIONS,
                        ConfigurationKeys.METRICS)
                .forEach(section -> tables.put(section.owner(), keys(section)));
        for (Family family : Family.values()) {
            tables.put(ConfigurationKeys.of(family).owner(), keys(Schema.metric(family)));
        }
        tables.put(ConfigurationKeys.REPORTS.owner(), reports());
        tables.put("Kinds of report", kinds());
        tables.put(ConfigurationKeys.VARIANTS.owner(), keys(ConfigurationKeys.VARIANTS));
        tables.put(ConfigurationKeys.CHAT_WITH_DATA.owner(), keys(ConfigurationKeys.CHAT_WITH_DATA));
        tables.put(ConfigurationKeys.ASSISTANT.owner(), keys(ConfigurationKeys.ASSISTANT));
        return tables;
    }

    private static List<String> file() {
        return table(
                "Section | Needed | What it is for",
                ConfigurationKeys.FILE.keys().stream()
                        .map(key -> row("`" + key.name() + "`", key.isRequired() ? "yes" : "no", key.meaning())));
    }

    private static List<String> keys(SchemaSection section) {
        return table(
                "Key | Type | Default | Change | Meaning",
                section.keys().stream()
                        .map(key -> row(
                                "`" + key.name() + "`",
                                SchemaWords.type(key.type()),
                                SchemaWords.absent(key),
                                change(key.need()),
                                meaning(key))));
    }

    private static String change(Need need) {
        return switch (need) {
            case NOTHING -> "–";
            case RELOAD -> "reload";
            case IMPORT -> "import";
        };
    }

    private static String meaning(SchemaKey key) {
        boolean scores = key.name().equals("scores");
        return scores && key.type() instanceof KeyType.Texts texts
                ? key.meaning() + ": "
                        + texts.offered().stream()
                                .map(score -> "`" + score + "`")
                                .collect(Collectors.joining(", "))
                : key.meaning();
    }

    private static List<String> reports() {
        return table(
                "Key | Type | Needed by | Meaning",
                ConfigurationKeys.REPORTS.keys().stream()
                        .map(key -> row(
                                "`" + key.name() + "`",
                                OF_EVERY_REPORT.contains(key.name())
                                        ? SchemaWords.type(key.type())
                                        : typeByKind(key.name()),
                                neededBy(key),
                                key.meaning())));
    }

    /** Kinds that take other values are named with theirs. */
    private static String typeByKind(String name) {
        Map<String, Set<String>> kindsByWords = new LinkedHashMap<>();
        boolean names = true;
        for (Capability row : ReportKinds.table().rows()) {
            if (row.key(name).isPresent()) {
                KeyType type = ReportSection.of(row).key(name).orElseThrow().type();
                names &= type instanceof KeyType.Text;
                kindsByWords
                        .computeIfAbsent(SchemaWords.type(type), none -> new LinkedHashSet<>())
                        .add("`" + row.kind().type() + "`");
            }
        }
        if (names || kindsByWords.size() == 1) {
            return String.join(" or ", kindsByWords.keySet());
        }
        return kindsByWords.entrySet().stream()
                .map(entry -> String.join(", ", entry.getValue()) + ": " + entry.getKey())
                .collect(Collectors.joining("; "));
    }

    private static String neededBy(SchemaKey key) {
        if (OF_EVERY_REPORT.contains(key.name())) {
            return switch (key.name()) {
                case "type" -> "all but those of experiments";
                case "group_by" -> "see the next table";
                case "filters" -> "";
                default -> "all";
            };
        }
        Map<ReportKind, List<Capability>> needing = ReportKinds.table().rows().stream()
                .filter(row -> row.key(key.name()).filter(Key::required).isPresent())
                .collect(Collectors.groupingBy(Capability::kind, LinkedHashMap::new, Collectors.toList()));
        return needing.values().stream()
                .map(rows -> {
                    Capability first = rows.get(0);
                    boolean ofOne = rows.size() == 1 && rowsOf(first.kind()).size() > 1;
                    return (ofOne ? first.family().prefix() + " " : "") + "`"
                            + first.kind().type() + "`";
                })
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private static List<Capability> rowsOf(ReportKind kind) {
        return ReportKinds.table().rows().stream()
                .filter(row -> row.kind().equals(kind))
                .toList();
    }

    private static List<String> kinds() {
        Map<String, List<Capability>> alike = new LinkedHashMap<>();
        for (Capability row : ReportKinds.table().rows()) {
            alike.computeIfAbsent(row.kind().title() + needs(row) + reads(row), none -> new ArrayList<>())
                    .add(row);
        }
        return table(
                "`type` | For | Needs | Reads also",
                alike.values().stream()
                        .map(rows -> row(
                                "`" + rows.get(0).kind().type() + "`, "
                                        + rows.get(0).kind().title().toLowerCase(Locale.ROOT),
                                rows.stream().map(row -> row.family().prefix()).collect(Collectors.joining(", ")),
                                needs(rows.get(0)),
                                reads(rows.get(0)))));
    }

    private static String needs(Capability row) {
        Capability.Groups groups = row.groups();
        Stream<String> grouped = groups.least() == 0
                ? Stream.empty()
                : Stream.of("`group_by` of "
                        + (groups.most() == Integer.MAX_VALUE
                                ? "at least " + groups.least()
                                : groups.least() + " to " + groups.most())
                        + " fields");
        return Stream.concat(
                        grouped,
                        ReportSection.of(row).keys().stream()
                                .filter(key -> !OF_EVERY_REPORT.contains(key.name()))
                                .filter(SchemaKey::isRequired)
                                .map(key -> "`" + key.name() + "` (" + SchemaWords.type(key.type()) + ")"))
                .collect(Collectors.joining(", "));
    }

    private static String reads(Capability row) {
        return row.keys().stream()
                .filter(not(Key::required))
                .map(key -> "`" + key.name() + "`")
                .collect(Collectors.joining(", "));
    }

    private static List<String> table(String heads, Stream<String> rows) {
        int columns = heads.split("\\|").length;
        return Stream.concat(Stream.of("| " + heads + " |", "|" + "---|".repeat(columns)), rows)
                .toList();
    }

    private static String row(String... cells) {
        StringBuilder row = new StringBuilder("|");
        for (String cell : cells) {
            row.append(cell.isEmpty() ? " |" : " " + cell.replace("|", "\\|") + " |");
        }
        return row.toString();
    }
}
