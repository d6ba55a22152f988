package com.cdhdashboard.assistant.draft;

import com.cdhdashboard.core.config.edit.TomlText;
import java.util.List;
import java.util.Optional;

/**
 * What a configuration could say, entry by entry; nothing of it is set before somebody keeps it.
 *
 * @param entries keys of sections first, then metrics, then reports
 * @param remarks what was left out or could not be told, for people
 * @param obstacles why these data cannot be imported at all; empty where they can
 */
public record Proposal(List<Entry> entries, List<String> remarks, List<String> obstacles) {
    public Proposal {
        entries = List.copyOf(entries);
        remarks = List.copyOf(remarks);
        obstacles = List.copyOf(obstacles);
    }

    public List<Entry> of(Entry.Kind kind) {
        return entries.stream().filter(entry -> entry.kind() == kind).toList();
    }

    public Optional<Entry> entry(String dotted) {
        return entries.stream().filter(entry -> entry.dotted().equals(dotted)).findFirst();
    }

    /** A text in which all of it is set. */
    public TomlText on(TomlText text) {
        TomlText set = text;
        for (Entry entry : entries) {
            set = entry.on(set, entry.changes(set));
        }
        return set;
    }
}
