package com.cdhdashboard.core.report.definition;

import com.cdhdashboard.core.config.Family;
import java.util.List;
import java.util.Optional;

/**
 * The capability table: which kind of report a family can be shown with and which keys it reads. Checks, drawing and
 * controls all follow it, so what passes the checks can be drawn.
 */
public record Capabilities(List<Capability> rows) {
    public Capabilities {
        rows = List.copyOf(rows);
    }

    /** The rows of a family, in the order in which its types are named. */
    public List<Capability> of(Family family) {
        return rows.stream().filter(row -> row.family() == family).toList();
    }

    public Optional<Capability> find(Family family, String type) {
        return of(family).stream().filter(row -> row.kind().type().equals(type)).findFirst();
    }

    boolean knowsKey(String name) {
        return rows.stream().anyMatch(row -> row.key(name).isPresent());
    }
}
