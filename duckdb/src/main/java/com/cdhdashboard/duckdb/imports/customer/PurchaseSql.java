package com.cdhdashboard.duckdb.imports.customer;

import com.cdhdashboard.core.config.MetricConfig;
import com.cdhdashboard.core.cube.ValueType;
import com.cdhdashboard.duckdb.Sql;
import com.cdhdashboard.duckdb.imports.column.ColumnSql;
import com.cdhdashboard.duckdb.imports.row.Remarks;
import com.cdhdashboard.duckdb.imports.row.TimeSql;
import java.util.Map;

/** The parts of a purchase as expressions over prepared rows. */
final class PurchaseSql {
    /** Values are summed exactly, to ten decimals; beyond this there is no room for a sum. */
    private static final int QUOTED_CHARACTERS = 40;

    private static final String LARGEST = "1e15";

    private final MetricConfig.ClvColumns columns;
    private final boolean contractual;
    private final Map<String, ValueType> types;

    PurchaseSql(MetricConfig.Clv metric, Map<String, ValueType> types) {
        this.columns = metric.columns();
        this.contractual = metric.model().contractual();
        this.types = types;
    }

    String customer() {
        return "nullif(CAST(" + Sql.name(columns.customerId()) + " AS VARCHAR), '')";
    }

    /** The time of the purchase, as it is read before all else. */
    ColumnSql time() {
        String date = columns.purchaseDate();
        return new ColumnSql("time:" + date, ValueType.TIMESTAMP, PurchaseTimeSql.timestamp(date, type(date)));
    }

    String at() {
        return Sql.name(time().name());
    }

    /** Null for a row without an order id, which is a holding of its own. */
    String key() {
        if (!types.containsKey(columns.orderId())) {
            return "CAST(NULL AS UHUGEINT)";
        }
        String order = "CAST(" + Sql.name(columns.orderId()) + " AS VARCHAR)";
        return "CASE WHEN coalesce(" + order + ", '') <> '' THEN md5_number(" + order + ") END";
    }

    /** A missing amount counts as 0, as contracts often have no price to begin with. */
    String value() {
        String once = "coalesce(" + number(columns.monetaryValue()) + ", 0)";
        return contractual
                ? "(" + once + " + coalesce(" + number(columns.recurringCost()) + ", 0) * coalesce("
                        + number(columns.recurringPeriod()) + ", 0))"
                : once;
    }

    /** Why the row cannot be used; null where it can. */
    String problem() {
        String date = columns.purchaseDate();
        StringBuilder cases = new StringBuilder("CASE");
        when(cases, customer() + " IS NULL", columns.customerId() + " is missing");
        when(cases, "NOT (" + TimeSql.isPresent(date, type(date)) + ")", date + " is missing or could not be computed");
        found(cases, at() + " IS NULL", date, "a day such as 2024-01-31 or 31.01.2024");
        cases.append(" WHEN NOT ")
                .append(TimeSql.isUsable(at()))
                .append(" THEN ")
                .append(TimeSql.unusable(date, at()));
        unreadable(cases, columns.monetaryValue());
        if (contractual) {
            unreadable(cases, columns.recurringCost());
            unreadable(cases, columns.recurringPeriod());
        }
        when(cases, "NOT (abs(" + value() + ") < " + LARGEST + ")", "the value is beyond 1,000,000,000,000,000");
        return cases.append(" END").toString();
    }

    private void unreadable(StringBuilder cases, String name) {
        if (type(name) == ValueType.TEXT) {
            String text = "nullif(trim(" + Sql.name(name) + "), '')";
            found(cases, text + " IS NOT NULL AND " + number(name) + " IS NULL", name, "a number");
        }
    }

    private static void when(StringBuilder cases, String condition, String reason) {
        cases.append(" WHEN ").append(condition).append(" THEN ").append(Sql.text(reason));
    }

    private static void found(StringBuilder cases, String condition, String name, String expected) {
        cases.append(" WHEN ").append(condition).append(" THEN ").append(Sql.text(name + " is \""));
        cases.append(" || left(CAST(")
                .append(Sql.name(name))
                .append(" AS VARCHAR), ")
                .append(QUOTED_CHARACTERS);
        cases.append(") || ").append(Sql.text("\", " + expected + " is expected"));
    }

    private String number(String name) {
        return Remarks.finite("TRY_CAST(" + Sql.name(name) + " AS DOUBLE)");
    }

    private ValueType type(String name) {
        ValueType type = types.get(name);
        if (type == null) {
            throw new IllegalStateException("not planned: " + name);
        }
        return type;
    }
}
