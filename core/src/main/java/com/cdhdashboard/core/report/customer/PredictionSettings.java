package com.cdhdashboard.core.report.customer;

import com.cdhdashboard.stats.clv.PurchaseModelKind;
import java.util.Optional;

/**
 * What is predicted, and how.
 *
 * @param by the dimension whose values have a bar each
 * @param against the value that the others are compared with; absent: a control arm, if there is one
 */
record PredictionSettings(What what, PurchaseModelKind model, Horizon horizon, String by, Optional<String> against) {
    /** How many years ahead, and the discount a year, 0.1 for 10 %. */
    record Horizon(int years, double discountRate) {}

    /** What is predicted of a customer. */
    enum What {
        DISCOUNTED_VALUE("discounted_value", "Discounted value"),
        EXPECTED_VALUE("expected_value", "Expected value"),
        EXPECTED_PURCHASES("expected_purchases", "Expected purchases"),
        VALUE_SO_FAR("lifetime_value", "Value so far");

        private final String key;
        private final String title;

        What(String key, String title) {
            this.key = key;
            this.title = title;
        }

        String title() {
            return title;
        }

        String key() {
            return key;
        }

        static What of(String key) {
            for (What what : values()) {
                if (what.key.equals(key)) {
                    return what;
                }
            }
            throw new IllegalArgumentException(key);
        }

        boolean isMoney() {
            return this != EXPECTED_PURCHASES;
        }
    }

    int years() {
        return horizon.years();
    }

    double discountRate() {
        return horizon.discountRate();
    }
}
