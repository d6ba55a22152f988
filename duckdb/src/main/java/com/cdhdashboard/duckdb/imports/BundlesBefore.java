package com.cdhdashboard.duckdb.imports;

import com.cdhdashboard.core.bundle.BundleColumn;
import com.cdhdashboard.core.bundle.Definition;
import com.cdhdashboard.core.cube.Column;
import com.cdhdashboard.core.cube.DayStretches;
import com.cdhdashboard.core.error.UserException;
import com.cdhdashboard.duckdb.Session;
import com.cdhdashboard.duckdb.imports.late.DayZone;
import com.cdhdashboard.duckdb.imports.late.LateArrivalBuffer;
import com.cdhdashboard.duckdb.imports.schema.DataKind;
import com.cdhdashboard.duckdb.store.BundleLedger;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The bundles that a store holds as rows come in: both are added up, so they must count the same, and each day once. */
final class BundlesBefore {
    private final Session session;
    private final DayZone zone;
    private final BundleLedger ledger;
    private final Optional<String> own;

    BundlesBefore(Session session, DayZone zone) {
        this.session = session;
        this.zone = zone;
        this.ledger = new BundleLedger(session);
        this.own = ledger.own();
    }

    /**
     * Refuses rows of which metrics would count something else than the bundles.
     *
     * @param definitions of the configuration
     */
    void requireSame(List<Definition> definitions, DataKind.Staging staging) {
        if (own.isEmpty()) {
            return;
        }
        Map<String, Definition> before = ledger.definitions();
        for (Definition definition : definitions) {
            Definition other = before.get(definition.metric());
            List<String> differences = other == null
                    ? List.of()
                    : definition.differences(other, "in the configuration", "in the bundles imported before");
            if (!differences.isEmpty()) {
                throw new UserException(
                        "metric " + definition.metric() + " does not count the same: " + differences.get(0)
                                + ". Use the configuration that the bundles were imported with, or import into another folder");
            }
        }
        staging.dimensions().forEach(this::requireTypes);
    }

    private void requireTypes(String metric, List<Column> dimensions) {
        List<BundleColumn> before = ledger.columns(metric);
        for (Column dimension : dimensions) {
            before.stream()
                    .filter(column -> column.name().equals(dimension.name()) && column.type() != dimension.type())
                    .findFirst()
                    .ifPresent(column -> {
                        throw new UserException("the column " + dimension.name() + " is " + dimension.type()
                                + " in these files and " + column.type()
                                + " in the bundles imported before; import them into"
                                + " another folder");
                    });
        }
    }

    /** Why a file that was read to its end is not taken; empty where it is. */
    Optional<String> refusal(int file) {
        if (own.isEmpty()) {
            return Optional.empty();
        }
        List<LocalDate> shared = session.list(
                "SELECT DISTINCT day FROM (SELECT " + zone.day("\"at\"") + " AS day FROM " + LateArrivalBuffer.TABLE
                        + " WHERE \"file\" = ? AND \"at\" IS NOT NULL)"
                        + " JOIN bundle_days ON source = ? AND day BETWEEN first_day AND last_day ORDER BY day",
                row -> row.getObject(1, LocalDate.class),
                file,
                own.get());
        return shared.isEmpty()
                ? Optional.empty()
                : Optional.of("it holds rows of " + DayStretches.text(shared)
                        + ", of which cells came in a bundle; they would count twice. Import it into another folder, or all"
                        + " anew with --remove-existing");
    }
}
