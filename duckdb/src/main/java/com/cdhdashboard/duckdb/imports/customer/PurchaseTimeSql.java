package com.cdhdashboard.duckdb.imports.customer;

import com.cdhdashboard.core.cube.ValueType;
import com.cdhdashboard.duckdb.Sql;
import com.cdhdashboard.duckdb.imports.row.TimeSql;

/**
 * Reading the time of a purchase as UTC: whatever {@link TimeSql} reads, and what tables hold: days since 1899-12-30 as
 * spreadsheets count them, {@code 19970131}, and {@code 31.01.1997} with or without a time. What cannot be read gives
 * NULL.
 */
final class PurchaseTimeSql {
    private PurchaseTimeSql() {}

    static String timestamp(String column, ValueType type) {
        String name = Sql.name(column);
        return switch (type) {
            case INTEGER, NUMBER -> number("CAST(" + name + " AS DOUBLE)", TimeSql.timestamp(column, type));
            case TEXT ->
                "coalesce(" + TimeSql.timestamp(column, type) + ", "
                        + number("TRY_CAST(" + name + " AS DOUBLE)", "NULL") + ", try_strptime(" + name
                        + ", ['%d.%m.%Y', '%d.%m.%Y %H:%M', '%d.%m.%Y %H:%M:%S']))";
            case TIMESTAMP, DATE, BOOLEAN, TABLE -> TimeSql.timestamp(column, type);
        };
    }

    /** Small numbers are days, eight digits a date, large ones a time since 1970. */
    private static String number(String x, String sinceEpoch) {
        return "CASE WHEN " + x + " >= 1 AND " + x + " < 2958466 THEN TIMESTAMP '1899-12-30' +"
                + " to_milliseconds(CAST(round(" + x + " * 86400000) AS BIGINT)) WHEN " + x
                + " BETWEEN 10000101 AND 99991231 AND " + x + " = floor(" + x + ") THEN try_strptime(CAST(CAST(" + x
                + " AS BIGINT) AS VARCHAR), '%Y%m%d') ELSE " + sinceEpoch
                + " END";
    }
}
