package com.cdhdashboard.core.sheet;

import com.cdhdashboard.core.config.TableOptions;
import com.cdhdashboard.core.error.UserException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the row that names the columns among the first rows. It is the first, unless it is narrower than the rows of the
 * table: then titles stand above, and the first row of nothing but words that is as wide as the table is the header.
 */
final class HeaderSearch {
    private final String place;
    private final List<FirstRow> rows;
    private final TableOptions options;

    HeaderSearch(String place, List<FirstRow> rows, TableOptions options) {
        this.place = place;
        this.rows = rows;
        this.options = options;
    }

    Header header() {
        if (options.headerRow().isPresent()) {
            return told(options.headerRow().get());
        }
        FirstRow first = rows.get(0);
        if (options.header().isPresent()) {
            return options.header().get() ? Header.named(rows, 0) : Header.numbered(first.width());
        }
        int width = usualWidth();
        boolean names = first.looksLikeNames();
        if (names && first.filled() >= width) {
            return Header.named(rows, 0);
        }
        // One name alone may be missing, such as that of a column of row numbers; a title leaves more out
        boolean title = !names || first.width() < width || first.filled() + 1 < width;
        int below = firstWhole(width);
        if (title && below > 0 && rows.get(below).looksLikeNames()) {
            return Header.named(rows, below);
        }
        requireOneRow(width);
        if (first.width() < width) {
            throw notTold(width);
        }
        return names ? Header.named(rows, 0) : Header.numbered(first.width());
    }

    /** The first row below the first that is as wide as the table and wider than what may be a title; 0 for none. */
    private int firstWhole(int width) {
        for (int i = 1; i < rows.size(); i++) {
            if (rows.get(i).filled() >= width
                    && rows.get(i).filled() > rows.get(0).filled()) {
                return i;
            }
        }
        return 0;
    }

    private Header told(int number) {
        FirstRow first = rows.get(0);
        if (first.number() == number) {
            return Header.named(rows, 0);
        }
        throw new UserException(place + ": row " + number + ", which the option header_row names, holds nothing; the"
                + " first row behind it that does is row " + first.number());
    }

    /** The width that most rows have; of several the greatest. */
    private int usualWidth() {
        Map<Integer, Integer> widths = new LinkedHashMap<>();
        rows.forEach(row -> widths.merge(row.width(), 1, Integer::sum));
        int best = 0;
        int count = 0;
        for (Map.Entry<Integer, Integer> width : widths.entrySet()) {
            boolean more = width.getValue() > count || (width.getValue() == count && width.getKey() > best);
            best = more ? width.getKey() : best;
            count = more ? width.getValue() : count;
        }
        return best;
    }

    /** Names that stand in two rows, as where cells are merged, would be taken for a row of values. */
    private void requireOneRow(int width) {
        FirstRow first = rows.get(0);
        if (rows.size() < 3 || !first.looksLikeNames() || !rows.get(1).looksLikeNames()) {
            return;
        }
        boolean fills = false;
        boolean values = false;
        for (int i = 0; i < width; i++) {
            fills |= !first.fillsAt(i) && rows.get(1).fillsAt(i);
        }
        for (FirstRow row : rows.subList(2, rows.size())) {
            values |= !row.looksLikeNames();
        }
        if (fills && values) {
            throw new UserException(place + ": the names of its columns stand in row " + first.number() + " and row "
                    + rows.get(1).number() + ", as where cells are merged; say the row that names them by the option"
                    + " header_row, or write all names in one row");
        }
    }

    private UserException notTold(int width) {
        FirstRow first = rows.get(0);
        FirstRow wide =
                rows.stream().filter(row -> row.width() == width).findFirst().orElse(first);
        return new UserException(place + ": row " + first.number() + " has " + first.width()
                + (first.width() == 1 ? " value" : " values") + ", \"" + first.excerpt() + "\", and row "
                + wide.number()
                + " has " + width + "; say the row that names the columns by the option header_row, or by header"
                + " that none does");
    }
}
