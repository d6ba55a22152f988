package com.cdhdashboard.core.report.customer;

import com.cdhdashboard.core.customer.CustomerColumn;
import com.cdhdashboard.core.figure.Format;
import com.cdhdashboard.core.figure.NumberText;

/** The columns of customers in words: title, unit and how their numbers are written. */
enum ColumnText {
    FREQUENCY(CustomerColumn.FREQUENCY, "Frequency", "repeat purchases", Format.COUNT),
    RECENCY(CustomerColumn.RECENCY, "Recency", "days from first to last purchase", Format.COUNT),
    MONETARY_VALUE(CustomerColumn.MONETARY_VALUE, "Monetary value", "per repeat purchase", Format.MONEY),
    TENURE(CustomerColumn.TENURE, "Tenure", "days since first purchase", Format.COUNT),
    LIFETIME_VALUE(CustomerColumn.LIFETIME_VALUE, "Lifetime value", "all purchases so far", Format.MONEY),
    UNIQUE_HOLDINGS(CustomerColumn.UNIQUE_HOLDINGS, "Holdings", "distinct", Format.COUNT),
    DAYS_SINCE_LAST(CustomerColumn.DAYS_SINCE_LAST, "Days since last purchase", "days", Format.COUNT),
    RFM_SCORE(CustomerColumn.RFM_SCORE, "RFM score", "1 to 4", Format.NUMBER),
    R_QUARTILE(CustomerColumn.R_QUARTILE, "Recency quartile", "4 bought last", Format.COUNT),
    F_QUARTILE(CustomerColumn.F_QUARTILE, "Frequency quartile", "4 buys most often", Format.COUNT),
    M_QUARTILE(CustomerColumn.M_QUARTILE, "Value quartile", "4 spends most", Format.COUNT);

    private final CustomerColumn column;
    private final String title;
    private final String unit;
    private final Format format;

    ColumnText(CustomerColumn column, String title, String unit, Format format) {
        this.column = column;
        this.title = title;
        this.unit = unit;
        this.format = format;
    }

    static ColumnText of(CustomerColumn column) {
        for (ColumnText text : values()) {
            if (text.column == column) {
                return text;
            }
        }
        throw new IllegalArgumentException(column + " is no number");
    }

    CustomerColumn column() {
        return column;
    }

    String title() {
        return title;
    }

    Format format() {
        return format;
    }

    /** For axes: {@code Recency (days from first to last purchase)}. */
    String axis() {
        return title + " (" + unit + ")";
    }

    String number(double value) {
        return NumberText.of(value, format);
    }

    /** Whether only those who bought again have a value. */
    boolean ofRepeatBuyers() {
        return this == MONETARY_VALUE;
    }

    /** Whether values are whole numbers. */
    boolean whole() {
        return format == Format.COUNT;
    }
}
