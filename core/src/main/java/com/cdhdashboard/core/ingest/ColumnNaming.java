package com.cdhdashboard.core.ingest;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Gives the columns of an export the names that configurations use: {@code pyChannel} is {@code Channel}. Technical
 * columns are dropped, a leading {@code px}, {@code py} or {@code pz} is stripped, the first letter is made upper case.
 *
 * <p>Where several columns come to the same name, the one that is called so already has it; if none is, one without a
 * prefix before one with, then the first by alphabet. The others keep their raw names, with a warning. The order of the
 * columns plays no part, as exports of one system differ in it.
 */
public final class ColumnNaming {
    private static final Set<String> TECHNICAL = Collections.unmodifiableSet(new LinkedHashSet<>(List.of(
            "pxFactID",
            "pyLabel",
            "pxUpdateDateTime",
            "pxStreamPartition",
            "EvaluationCriteria",
            "pyOrganization",
            "pyUnit",
            "pyDivision",
            "pyComponent",
            "pyApplicationVersion",
            "pyStrategy",
            "pyApplication",
            "pyFulfilled",
            "IPAddress",
            "pyInteraction",
            "pyLatitude",
            "pyLongitude",
            "pyOperator",
            "pyPartitionKey",
            "pyWorkID",
            "WorkID",
            "pyBehaviour",
            "pyIsPropositionActive",
            "pyISFactID",
            "pyInternalTags",
            "pxStreamPosition",
            "ReferrerUrl")));

    private static final Set<String> TECHNICAL_IN_LOWER_CASE =
            TECHNICAL.stream().map(ColumnNaming::lower).collect(Collectors.toUnmodifiableSet());

    private static final List<String> PREFIXES = List.of("px", "py", "pz");

    private ColumnNaming() {}

    /** Names the columns, spelled as they are. */
    public static ColumnNames of(List<String> rawNames) {
        return of(rawNames, Map.of());
    }

    /**
     * Names the columns; a raw name given twice is one column.
     *
     * @param spellings the names that are known by the same in lower case: a column that is called so but for upper and
     *     lower case, as databases that know no lower case write it, gets the name as it is spelled here
     */
    public static ColumnNames of(List<String> rawNames, Map<String, String> spellings) {
        Map<String, TreeSet<String>> claims = new LinkedHashMap<>();
        Set<String> kept = new LinkedHashSet<>(rawNames);
        kept.removeIf(ColumnNaming::isTechnical);
        kept.forEach(raw -> claims.computeIfAbsent(spelled(raw, spellings), name -> new TreeSet<>(precedence(name)))
                .add(raw));
        List<NamedColumn> columns = new ArrayList<>();
        for (String raw : kept) {
            String name = spelled(raw, spellings);
            boolean first =
                    raw.equals(claims.getOrDefault(name, new TreeSet<>()).first());
            columns.add(new NamedColumn(raw, first ? name : raw));
        }
        List<String> warnings = new ArrayList<>();
        claims.forEach((name, raws) -> {
            String owner = raws.first();
            raws.tailSet(owner, false)
                    .forEach(raw -> warnings.add("columns \"" + owner + "\" and \"" + raw + "\" would both be \"" + name
                            + "\"; \"" + raw + "\" keeps its own name"));
        });
        return new ColumnNames(columns, warnings);
    }

    private static Comparator<String> precedence(String name) {
        return Comparator.comparing((String raw) -> !raw.equals(name))
                .thenComparing(ColumnNaming::hasPrefix)
                .thenComparing(ColumnNaming::isInCapitals)
                .thenComparing(Comparator.naturalOrder());
    }

    private static boolean isTechnical(String raw) {
        return TECHNICAL.contains(raw)
                || ((isInCapitals(raw) || raw.equals(lower(raw))) && TECHNICAL_IN_LOWER_CASE.contains(lower(raw)));
    }

    /** The name as it is told from others: names that differ only in upper and lower case are one. */
    public static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    private static boolean isInCapitals(String raw) {
        return raw.equals(raw.toUpperCase(Locale.ROOT)) && !raw.equals(lower(raw));
    }

    private static String spelled(String raw, Map<String, String> spellings) {
        String name = shortName(raw);
        return spellings.getOrDefault(lower(name), name);
    }

    /** The name of several that differ only in case by which the column is known: not the one in capitals, if there is another. */
    public static Comparator<String> bySpelling() {
        return Comparator.comparing(ColumnNaming::isInCapitals).thenComparing(Comparator.naturalOrder());
    }

    /** The name that a column has unless another has it already. */
    public static String shortName(String raw) {
        String bare = hasPrefix(raw) ? raw.substring(2) : raw;
        if (bare.isEmpty()) {
            return raw;
        }
        int first = bare.codePointAt(0);
        return Character.toString(Character.toUpperCase(first)) + bare.substring(Character.charCount(first));
    }

    private static boolean hasPrefix(String raw) {
        return raw.length() > 2
                && PREFIXES.contains(isInCapitals(raw) ? lower(raw.substring(0, 2)) : raw.substring(0, 2));
    }
}
