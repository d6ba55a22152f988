package com.cdhdashboard.assistant.number;

import static java.util.Objects.requireNonNull;

import com.cdhdashboard.assistant.prose.NumberLink;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * A number that a tool answered.
 *
 * @param names what tells its row from others: dimensions with their values
 * @param days that its row is of
 */
record Fact(
        BigDecimal value,
        Measure measure,
        String column,
        Place place,
        Map<String, String> names,
        List<LocalDate> days) {
    /** Where it stands; the rows of tables are numbered from 0. */
    record Place(String asked, OptionalInt row) {
        Place {
            requireNonNull(asked, "asked");
            requireNonNull(row, "row");
        }
    }

    Fact {
        requireNonNull(value, "value");
        requireNonNull(measure, "measure");
        requireNonNull(column, "column");
        requireNonNull(place, "place");
        names = Collections.unmodifiableMap(new LinkedHashMap<>(names));
        days = List.copyOf(days);
    }

    NumberLink link(boolean ambiguous) {
        return new NumberLink(place.asked(), place.row(), column, ambiguous);
    }

    /** Whether this is the same number of the same thing, asked for twice. */
    boolean isAgain(Fact other) {
        return column.equals(other.column)
                && value.compareTo(other.value) == 0
                && names.equals(other.names)
                && !place.asked().equals(other.place.asked());
    }
}
