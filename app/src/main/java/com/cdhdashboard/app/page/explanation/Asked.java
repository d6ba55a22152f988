package com.cdhdashboard.app.page.explanation;

import com.cdhdashboard.app.route.ViewState;
import com.cdhdashboard.core.error.UserException;
import io.javalin.http.Context;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Which numbers of a table are asked about.
 *
 * @param row its number in the order shown, from 1; empty: what the column means in general
 * @param column empty: all numbers of the row
 */
record Asked(OptionalInt row, Optional<String> column) {
    static Asked in(Context context) {
        Optional<String> row = Optional.ofNullable(context.queryParam(ViewState.ROW));
        Optional<String> column =
                Optional.ofNullable(context.queryParam(ViewState.COLUMN)).filter(name -> !name.isEmpty());
        if (row.isEmpty() && column.isEmpty()) {
            throw new UserException("Say which number is meant, by \"column\", \"row\" or both");
        }
        return new Asked(row.isEmpty() ? OptionalInt.empty() : OptionalInt.of(number(row.get())), column);
    }

    private static int number(String row) {
        if (!row.matches("[1-9][0-9]{0,8}")) {
            throw new UserException("\"" + row + "\" is not the number of a row; rows count from 1");
        }
        return Integer.parseInt(row);
    }

    /** The row among so many. */
    int rowOf(long rows) {
        if (!(row.orElseThrow() <= rows)) {
            throw new UserException(
                    UserException.Kind.NOT_FOUND,
                    "There is no row " + row.orElseThrow() + "; the table has " + rows + " now. Load the page again.");
        }
        return row.orElseThrow();
    }
}
