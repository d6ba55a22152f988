package com.cdhdashboard.core.customer;

import com.cdhdashboard.core.cube.Column;
import com.cdhdashboard.core.cube.ValueType;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The columns of a customer, in the order they are shown. Purchases of one customer on one calendar day (UTC) are one
 * purchase, their values summed; days are whole days.
 */
public enum CustomerColumn {
    FIRST_PURCHASE(ValueType.DATE),
    LAST_PURCHASE(ValueType.DATE),
    /** Distinct holdings. */
    UNIQUE_HOLDINGS(ValueType.INTEGER),
    /** Days with a purchase, less one. */
    FREQUENCY(ValueType.INTEGER),
    /** Days from the first purchase to the last. */
    RECENCY(ValueType.INTEGER),
    /** Days from the first purchase to the end of observation. */
    TENURE(ValueType.INTEGER),
    /** Mean value of the purchases after the first; 0 where there is none. */
    MONETARY_VALUE(ValueType.NUMBER),
    /** Value of all purchases. */
    LIFETIME_VALUE(ValueType.NUMBER),
    /** Days from the last purchase to the end of observation. */
    DAYS_SINCE_LAST(ValueType.INTEGER),
    /** 4 for the quarter of the customers who bought last, 1 for those who have not for longest. */
    R_QUARTILE(ValueType.INTEGER),
    F_QUARTILE(ValueType.INTEGER),
    M_QUARTILE(ValueType.INTEGER),
    /** Mean of the three quartiles, to two decimals. */
    RFM_SCORE(ValueType.NUMBER),
    RFM_SEGMENT(ValueType.TEXT);

    private final ValueType type;

    CustomerColumn(ValueType type) {
        this.type = type;
    }

    /** The columns that are numbers, those that models are made of first. */
    public static List<CustomerColumn> measures() {
        return List.of(
                FREQUENCY,
                RECENCY,
                MONETARY_VALUE,
                TENURE,
                LIFETIME_VALUE,
                UNIQUE_HOLDINGS,
                DAYS_SINCE_LAST,
                RFM_SCORE,
                R_QUARTILE,
                F_QUARTILE,
                M_QUARTILE);
    }

    /** The column of that name. */
    public static Optional<CustomerColumn> of(String column) {
        return Stream.of(values()).filter(each -> each.column().equals(column)).findFirst();
    }

    /** The name in queries, tables and files. */
    public String column() {
        return name().toLowerCase(Locale.ROOT);
    }

    public ValueType type() {
        return type;
    }

    /** The column of a table; segments group customers, everything else measures them. */
    public Column describe() {
        return this == RFM_SEGMENT ? Column.dimension(column(), type) : Column.measure(column(), type);
    }
}
