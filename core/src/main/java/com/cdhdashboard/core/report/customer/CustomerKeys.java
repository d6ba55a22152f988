package com.cdhdashboard.core.report.customer;

import com.cdhdashboard.core.customer.CustomerColumn;
import com.cdhdashboard.core.customer.CustomerRollUp.Aggregate;
import com.cdhdashboard.core.customer.CustomerSample;
import com.cdhdashboard.core.report.definition.Allowed;
import com.cdhdashboard.core.report.definition.Key;
import com.cdhdashboard.core.report.definition.ReportReading;
import com.cdhdashboard.core.report.definition.Role;
import java.util.Locale;
import java.util.Optional;

/** What several charts over customers read alike. */
final class CustomerKeys {
    static final Key COLOR = Key.optional("color", Role.DIMENSION, "Colour", "the dimension with one colour a value");

    static final Key SEED =
            Key.number("seed", "Seed", "the number that decides who is drawn", new Allowed.Between(0, 1_000_000, 42));

    private CustomerKeys() {}

    static Optional<ColumnText> column(ReportReading report, String key) {
        return report.settings().text(key).flatMap(CustomerColumn::of).map(ColumnText::of);
    }

    /** Who is drawn at random, by the keys {@code points} and {@code seed}. */
    static CustomerSample.Draw draw(ReportReading report) {
        return new CustomerSample.Draw((int) report.number("points"), (long) report.number("seed"));
    }

    static Aggregate aggregate(ReportReading report) {
        String name = report.choice("aggregation");
        return name.equals("count") ? Aggregate.CUSTOMERS : Aggregate.valueOf(name.toUpperCase(Locale.ROOT));
    }
}
