package com.cdhdashboard.core.sheet;

import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Columns by their names, in any case, with or without the prefix of Pega's columns. */
final class NamedColumns {
    private static final Pattern PREFIX = Pattern.compile("^p[xyz]");

    private final Set<String> names;

    NamedColumns(Set<String> names) {
        this.names = names.stream().map(NamedColumns::bare).collect(Collectors.toUnmodifiableSet());
    }

    boolean has(String column) {
        return names.contains(bare(column));
    }

    /** Which of the columns of a header these are. */
    BitSet among(List<String> header) {
        BitSet among = new BitSet();
        for (int i = 0; i < header.size(); i++) {
            among.set(i, has(header.get(i)));
        }
        return among;
    }

    private static String bare(String name) {
        return PREFIX.matcher(name.strip().toLowerCase(Locale.ROOT)).replaceFirst("");
    }
}
