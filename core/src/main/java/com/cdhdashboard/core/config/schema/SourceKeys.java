package com.cdhdashboard.core.config.schema;

import com.cdhdashboard.core.config.FileType;
import com.cdhdashboard.core.config.ImportLimits;
import com.cdhdashboard.core.config.InteractionHistory;
import com.cdhdashboard.core.config.TableEncoding;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The sections that say which files are read and how: {@code ih} and {@code holdings} with what stands below them. */
final class SourceKeys {
    private static final List<String> FILE_TYPES = Stream.of(FileType.values())
            .map(type -> type.name().toLowerCase(Locale.ROOT))
            .toList();

    private static final SchemaKey HIVE =
            SchemaKey.flag("hive_partitioning", "folders named `Key=value` become columns");

    private static final SchemaKey STREAMING = SchemaKey.flag(
                    "streaming", "has no effect: memory is always bounded, see `[ih.limits]`")
            .withoutEffect();

    private static final SchemaKey BACKGROUND = SchemaKey.flag(
                    "background", "has no effect: pages always stay usable during an import")
            .withoutEffect();

    private static final String NO_GROUPS =
            "has no effect: imports need no groups, as the order and the grouping of files do not change any number";

    static final SchemaSection IH = SchemaSection.of(
                    "[ih]", "Interaction history", "interaction history: files and preparation")
            .group("Files", fileType("[ih]"), filePattern("**/*.zip"), HIVE)
            .group(
                    "Days",
                    SchemaKey.of(
                                    "late_outcome_days",
                                    KeyType.whole(0, 3_650, "days"),
                                    "how long after its decision, to the microsecond, an outcome belongs to its"
                                            + " interaction; a later one is an interaction of its own. A larger number"
                                            + " needs more space")
                            .otherwise(InteractionHistory.DEFAULT_LATE_OUTCOME_DAYS)
                            .example("14")
                            .needs(Need.IMPORT),
                    SchemaKey.of(
                                    "finalise_after_hours",
                                    KeyType.whole(0, 87_600, "hours"),
                                    "how long nothing new may have come before days become final although some of the"
                                            + " days after them are missing, see"
                                            + " [import.md](import.md#days-become-final)")
                            .otherwise(InteractionHistory.DEFAULT_FINALISE_AFTER_HOURS)
                            .example("72"),
                    SchemaKey.of(
                                    "zone_of_days",
                                    KeyType.text(Naming.ZONE),
                                    "where the days begin by which outcomes are counted, such as"
                                            + " `\"Europe/Berlin\"`")
                            .otherwise(InteractionHistory.DEFAULT_ZONE_OF_DAYS.getId())
                            .example("\"Europe/Berlin\"")
                            .needs(Need.IMPORT))
            .group(
                    "Limits",
                    SchemaKey.of(
                                    "limits",
                                    new KeyType.Nested("ih.limits"),
                                    "what an import may use and what an archive may unpack to, see `[ih.limits]`")
                            .otherwiseMeans("those of `[ih.limits]`"))
            .group("Preparation", extensions("ih"))
            .group("Without effect", groups("ih_group_pattern", "\\d{8}(?=\\d{6}_)"), STREAMING, BACKGROUND);

    static final SchemaSection LIMITS = SchemaSection.of(
                    "[ih.limits]", "Limits", "what an import may use and what an archive may unpack to")
            .group(
                    "",
                    SchemaKey.of(
                                    "max_unpacked_gigabytes",
                                    KeyType.whole(1, 1_000_000, "gigabytes"),
                                    "what may come out of one file")
                            .otherwise(ImportLimits.DEFAULT.maxUnpackedGigabytes()),
                    SchemaKey.of(
                                    "max_ratio",
                                    KeyType.whole(1, 1_000_000, "bytes for each byte"),
                                    "bytes that may come out for each byte of the file, once 100 MiB are out")
                            .otherwise(ImportLimits.DEFAULT.maxRatio())
                            .example("400"),
                    SchemaKey.of("max_members", KeyType.whole(1, 100_000_000, "members"), "members of one archive")
                            .otherwise(ImportLimits.DEFAULT.maxMembers()),
                    SchemaKey.of(
                                    "memory_megabytes",
                                    KeyType.whole(256, 1_000_000, "megabytes"),
                                    "memory of the engine during an import; the rest of the program needs about 500"
                                            + " more")
                            .otherwise(ImportLimits.DEFAULT.memoryMegabytes())
                            .example("4000"));

    private static final List<SchemaKey> TABLES = List.of(
            SchemaKey.of(
                            "delimiter",
                            KeyType.text(Naming.CHARACTER),
                            "what stands between values of CSV; also the word `tab` or `space`")
                    .otherwiseMeans("recognised")
                    .example("\";\""),
            SchemaKey.of("quote", KeyType.text(Naming.CHARACTER), "what values of CSV that hold a delimiter are put in")
                    .otherwise("\"")
                    .example("\"'\""),
            SchemaKey.of(
                            "encoding",
                            new KeyType.Choice(
                                    "encoding",
                                    TableEncoding.labels().stream()
                                            .map(KeyType.Option::of)
                                            .toList(),
                                    KeyType.Strictness.ERROR_IN_ANY_CASE),
                            "how CSV files are encoded")
                    .otherwiseMeans("recognised")
                    .example("\"utf-8\""),
            SchemaKey.of(
                            "decimal",
                            KeyType.choice("decimal sign", ".", ","),
                            "the sign before decimals in texts of CSV and workbooks")
                    .otherwiseMeans("by the values of each column")
                    .example("\",\""),
            SchemaKey.of(
                            "header",
                            KeyType.FLAG,
                            "whether the first row of CSV and workbooks names the columns; without, they"
                                    + " are `Column1`, `Column2` …")
                    .otherwiseMeans("recognised")
                    .example("false"),
            SchemaKey.of(
                            "header_row",
                            KeyType.whole(1, 1_048_576, "rows"),
                            "the row that names the columns, counted as lines of CSV and rows of a sheet"
                                    + " are; rows above it are passed over")
                    .otherwiseMeans("recognised")
                    .example("3"),
            SchemaKey.of("sheet", KeyType.text(Naming.TEXT), "the sheet of a workbook that is read")
                    .otherwiseMeans("the first not hidden")
                    .example("\"Holdings\""));

    static final SchemaSection HOLDINGS = SchemaSection.of(
                    "[holdings]", "Product holdings", "product holdings, for customer lifetime value")
            .group("Files", fileType("[holdings]"), filePattern("**/*.json"), HIVE)
            .group("CSV and workbooks", TABLES)
            .group("Preparation", extensions("holdings"))
            .group("Without effect", groups("file_group_pattern", "(.*)"), STREAMING, BACKGROUND);

    static final SchemaSection EXTENSIONS = SchemaSection.of(
                    "extensions", "Preparation", "how rows are prepared before anything is counted")
            .group(
                    "",
                    SchemaKey.of(
                                    "default_values",
                                    new KeyType.Table("field", KeyType.Cells.VALUE),
                                    "adds a field that is absent, and fills it where it is null or empty; keeps the"
                                            + " type written here")
                            .otherwiseMeans("none")
                            .example("{ PlacementType = \"N/A\", Revenue = 0.0 }")
                            .needs(Need.IMPORT),
                    SchemaKey.of(
                                    "filter",
                                    KeyType.EXPRESSION,
                                    "only rows for which it is true stay; it sees fields and their defaults, not"
                                            + " derived or calculated ones")
                            .otherwiseMeans("keeps all")
                            .example("'pl.col(\"Channel\").is_in([\"Web\", \"Mobile\"])'")
                            .needs(Need.IMPORT),
                    SchemaKey.of(
                                    "columns",
                                    KeyType.EXPRESSIONS,
                                    "calculated fields, each with an `alias`; they may use derived fields such as"
                                            + " `Month`, not one another, and may give a needed column of another name its name")
                            .otherwiseMeans("none")
                            .example("'[pl.col(\"Name\").str.slice(0, 3).alias(\"Campaign\")]'")
                            .needs(Need.IMPORT));

    private SourceKeys() {}

    private static SchemaKey fileType(String owner) {
        return SchemaKey.of(
                        "file_type",
                        KeyType.choice("file type of " + owner, FILE_TYPES),
                        "what the files are, for whoever reads the configuration; imports go by the content of each"
                                + " file")
                .example("\"pega_ds_export\"");
    }

    private static SchemaKey filePattern(String example) {
        return SchemaKey.of(
                        "file_pattern",
                        KeyType.text(Naming.FILES),
                        "which files below the chosen folder are read; `**` spans folders")
                .example("\"" + example + "\"");
    }

    private static SchemaKey groups(String name, String pattern) {
        return SchemaKey.of(name, KeyType.text(Naming.PATTERN), NO_GROUPS)
                .otherwise(pattern)
                .withoutEffect();
    }

    private static SchemaKey extensions(String source) {
        return SchemaKey.of("extensions", new KeyType.Nested(source + ".extensions"), "how rows are prepared")
                .otherwiseMeans("nothing")
                .needs(Need.IMPORT);
    }
}
