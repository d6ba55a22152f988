package com.cdhdashboard.duckdb.imports.column;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The raw names of columns that the members of an archive have shown. Each member is named by itself, as files are.
 * Members that show the same share one set of names, as an archive may have very many.
 */
public final class MemberNames {
    private final Map<Set<String>, Set<String>> forms = new LinkedHashMap<>();
    private final Map<String, Set<String>> byMember = new LinkedHashMap<>();

    /** Takes in names of a member, and says whether there is a set of names that no member had before. */
    public boolean show(String member, Collection<String> raws) {
        Set<String> known = byMember.getOrDefault(member, Set.of());
        if (raws.isEmpty() || known.containsAll(raws)) {
            return false;
        }
        Set<String> both = new LinkedHashSet<>(known);
        both.addAll(raws);
        int before = forms.size();
        byMember.put(member, forms.computeIfAbsent(both, same -> same));
        return forms.size() > before;
    }

    /** The different sets of names. */
    List<Set<String>> forms() {
        return new ArrayList<>(new LinkedHashSet<>(byMember.values()));
    }

    /** The names of a member; empty where it was not looked at. */
    Set<String> of(String member) {
        return byMember.getOrDefault(member, Set.of());
    }
}
