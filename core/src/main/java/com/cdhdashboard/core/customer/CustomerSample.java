package com.cdhdashboard.core.customer;

import static java.util.Objects.requireNonNull;

import com.cdhdashboard.core.cube.Filter;
import java.util.List;

/**
 * A question for some customers drawn at random; the same seed draws the same ones from the same data.
 *
 * @param columns what to tell of each, beside its id: dimensions and columns by name
 */
public record CustomerSample(
        String metric, List<String> columns, List<Filter> filters, CustomerRollUp.Population population, Draw draw) {
    /** How many, and with which seed. */
    public record Draw(int size, long seed) {
        public Draw {
            if (!(size > 0)) {
                throw new IllegalArgumentException("a sample of " + size);
            }
        }
    }

    public CustomerSample {
        requireNonNull(metric, "metric");
        columns = List.copyOf(columns);
        filters = List.copyOf(filters);
        requireNonNull(population, "population");
        requireNonNull(draw, "draw");
    }
}
