package com.cdhdashboard.duckdb.imports.customer;

import com.cdhdashboard.duckdb.SqlTemplate;
import java.time.LocalDate;
import java.util.Optional;

/** Where the purchases of customers come from. */
interface PurchaseDays {
    /** Finds out which purchases count; to be called first, while the repeated keys are known. */
    default void choose() {}

    /** The day of the last purchase. */
    Optional<LocalDate> last();

    /**
     * A query of {@code customer}, the groups, {@code day}, {@code holdings} and their {@code value}, of purchases within so many
     * years before a day.
     */
    String rows(LocalDate end, int years);

    default void dropTemporaryTables() {}

    /** The condition that a day lies within so many years before another. */
    static String within(String day, LocalDate end, int years) {
        return SqlTemplate.of("${day} <= ${end} AND ${day} > CAST(${end} - INTERVAL ${years} YEAR AS DATE)")
                .with("day", day)
                .with("end", RfmSql.date(end))
                .with("years", years)
                .sql();
    }
}
