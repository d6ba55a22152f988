package com.cdhdashboard.core.ingest.row;

import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Gives the columns of an export the names that configurations use: {@code pyChannel} is {@code Channel}. Technical
 * columns are dropped, a leading {@code px}, {@code py} or {@code pz} is stripped, the first letter is made upper case.
 *
 * <p>Where several columns come to the same name, upper and lower case apart, they are one. The one that is called so
 * already comes first; if none is, one without a prefix before one with, one in capitals last, then the first by alphabet.
 * The order of the columns plays no part, as exports of one system differ in it.
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
    public static Map<String, List<String>> of(Collection<String> rawNames) {
        return of(rawNames, Map.of());
    }

    /**
     * Names the columns; a raw name given twice is one column.
     *
     * @param spellings the names that are known by the same in lower case: a column that is called so but for upper and
     *     lower case, as databases that know no lower case write it, gets the name as it is spelled here
     * @return the raw names by name, in the order of their precedence; technical columns are not among them
     */
    public static Map<String, List<String>> of(Collection<String> rawNames, Map<String, String> spellings) {
        Map<String, Set<String>> claims = new LinkedHashMap<>();
        for (String raw : rawNames) {
            if (!isTechnical(raw)) {
                claims.computeIfAbsent(lower(shortName(raw)), name -> new LinkedHashSet<>())
                        .add(raw);
            }
        }
        Map<String, List<String>> columns = new LinkedHashMap<>();
        claims.forEach((lower, raws) -> {
            String name = spellings.getOrDefault(
                    lower,
                    raws.stream().map(ColumnNaming::shortName).min(bySpelling()).orElse(lower));
            columns.put(name, raws.stream().sorted(precedence(name)).toList());
        });
        return Collections.unmodifiableMap(columns);
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
