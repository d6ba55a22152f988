package com.cdhdashboard.duckdb.imports.row;

import com.cdhdashboard.duckdb.imports.column.ColumnSql;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Which values of a row are no finite numbers, a bit for each column, so that they can be counted once rows are kept. They
 * count as missing values.
 */
public final class Remarks {
    /** The column of the buffer, quoted. */
    static final String NAME = "\"remarks\"";

    public static final String DEFINITION = NAME + " UBIGINT";
    /** Columns beyond share the last bit. */
    static final int LAST_BIT = 63;

    private Remarks() {}

    /** A number where it is finite, else NULL. */
    public static String finite(String number) {
        return "CASE WHEN isfinite(" + number + ") THEN " + number + " END";
    }

    /** The bits of numbers given as SQL, the first of which has the given place. */
    public static String of(List<ColumnSql> numbers, int first) {
        return IntStream.range(0, numbers.size())
                .mapToObj(i -> "CASE WHEN NOT isfinite(" + numbers.get(i).sql() + ") THEN CAST(1 AS UBIGINT) << "
                        + bit(first + i) + " ELSE 0 END")
                .collect(Collectors.joining(" | ", "CAST(", (numbers.isEmpty() ? "0" : "") + " AS UBIGINT)"));
    }

    /** Whether the column of a place has a remark. */
    static String has(int place) {
        return "(" + NAME + " >> " + bit(place) + ") & 1 = 1";
    }

    private static int bit(int place) {
        return Math.min(place, LAST_BIT);
    }
}
