package com.cdhdashboard.core.sheet;

import com.cdhdashboard.core.error.ShortText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Columns of one name: the first takes the value of another where it has none, and rows in which they differ are counted. */
final class TwinColumns {
    private static final int SHOWN = 40;

    private final Map<Integer, Integer> firsts;
    private long differing;
    private String example = "";

    /** @param firsts the first column of the same name, by the places of the others */
    TwinColumns(Map<Integer, Integer> firsts) {
        this.firsts = firsts;
    }

    /** The values of a row, with those of the first columns put in. */
    List<SheetValue> joined(long number, List<SheetValue> row) {
        if (firsts.isEmpty()) {
            return row;
        }
        List<SheetValue> values = new ArrayList<>(row);
        boolean differs = false;
        for (Map.Entry<Integer, Integer> twin : firsts.entrySet()) {
            int place = twin.getKey();
            if (place >= row.size() || isNone(row.get(place))) {
                continue;
            }
            SheetValue one = values.get(twin.getValue());
            SheetValue other = row.get(place);
            if (isNone(one)) {
                values.set(twin.getValue(), other);
            } else if (!differs && !one.text().strip().equals(other.text().strip())) {
                differs = true;
                note(number, one, other);
            }
        }
        return values;
    }

    private static boolean isNone(SheetValue value) {
        return value.missing() || value.text().isBlank();
    }

    private void note(long number, SheetValue one, SheetValue other) {
        if (differing++ == 0) {
            example = "row " + number + " (\"" + ShortText.of(one.text(), SHOWN) + "\" and \""
                    + ShortText.of(other.text(), SHOWN) + "\")";
        }
    }

    /** In how many rows they differ, where there are any. */
    Optional<String> note() {
        return differing == 0
                ? Optional.empty()
                : Optional.of("columns of the same name differ in "
                        + (differing == 1 ? "1 row" : String.format(Locale.ROOT, "%,d rows", differing)) + ", first in "
                        + example + "; the first of them counts");
    }
}
