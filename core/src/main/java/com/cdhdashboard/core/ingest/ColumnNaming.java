package com.cdhdashboard.core.ingest;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

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

    private static final List<String> PREFIXES = List.of("px", "py", "pz");

    private ColumnNaming() {}

    /** Names the columns; a raw name given twice is one column. */
    public static ColumnNames of(List<String> rawNames) {
        Map<String, TreeSet<String>> claims = new LinkedHashMap<>();
        Set<String> kept = new LinkedHashSet<>(rawNames);
        kept.removeAll(TECHNICAL);
        kept.forEach(raw -> claims.computeIfAbsent(shortName(raw), name -> new TreeSet<>(precedence(name)))
                .add(raw));
        List<NamedColumn> columns = new ArrayList<>();
        for (String raw : kept) {
            String name = shortName(raw);
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
                .thenComparing(Comparator.naturalOrder());
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
        return raw.length() > 2 && PREFIXES.contains(raw.substring(0, 2));
    }
}
