package com.cdhdashboard.core.sheet;

import com.cdhdashboard.core.config.TableOptions;
import com.cdhdashboard.core.error.UserException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The names of the columns of a table.
 *
 * @param above how many of the rows stand above the first row of values: titles, and the names themselves
 * @param named whether a row named the columns
 * @param twins the first column of the same name, by the places of the others
 * @param notes on what was passed over
 */
record Header(List<String> names, int above, boolean named, Map<Integer, Integer> twins, List<String> notes) {
    private static final int MAX_COLUMNS = 16_384;
    private static final int MAX_NAME = 500;

    Header {
        names = List.copyOf(names);
        twins = Collections.unmodifiableMap(new LinkedHashMap<>(twins));
        notes = List.copyOf(notes);
    }

    /**
     * Finds the header.
     *
     * @param place what messages call the table
     * @param rows the first of the file, none of them empty
     * @throws UserException where it is not to be told which row names the columns
     */
    static Header of(String place, List<FirstRow> rows, TableOptions options) {
        Header header = new HeaderSearch(place, rows, options).header();
        boolean fits =
                header.names.size() <= MAX_COLUMNS && header.names.stream().allMatch(name -> name.length() <= MAX_NAME);
        if (!fits) {
            throw new UserException(
                    UserException.Kind.RESOURCES,
                    place + ": its first row has more than " + MAX_COLUMNS + " columns, or one of a name longer than "
                            + MAX_NAME + " characters; is it a table?");
        }
        return header;
    }

    /** A header that the row of this index holds. */
    static Header named(List<FirstRow> rows, int index) {
        List<String> notes = new ArrayList<>();
        if (index > 0) {
            FirstRow first = rows.get(0);
            notes.add("row " + rows.get(index).number() + " names the columns; "
                    + (index == 1 ? "1 row" : index + " rows") + " above it passed over, the first is \""
                    + first.excerpt() + "\"");
        }
        List<SheetValue> row = rows.get(index).values();
        Map<Integer, Integer> twins = new LinkedHashMap<>();
        List<String> names = names(row, twins);
        if (!twins.isEmpty()) {
            Set<String> twice = new LinkedHashSet<>();
            twins.values().forEach(first -> twice.add(names.get(first)));
            notes.add("its header has "
                    + twice.stream().limit(3).map(name -> "\"" + name + "\"").collect(Collectors.joining(", "))
                    + (twice.size() > 3 ? " and others" : "")
                    + " more than once; the first keeps the name, the others are numbered and count where it holds no"
                    + " value");
        }
        return new Header(names, index + 1, true, twins, notes);
    }

    /** A header for columns that have no names. */
    static Header numbered(int columns) {
        List<String> names = new ArrayList<>();
        for (int i = 1; i <= columns; i++) {
            names.add("Column" + i);
        }
        return new Header(
                names, 0, false, Map.of(), List.of("its first row names no columns, so they are Column1, Column2, …"));
    }

    /** Each name once, whatever its case; which number was given last is kept, so that many equal ones cost no more. */
    private static List<String> names(List<SheetValue> row, Map<Integer, Integer> twins) {
        Set<String> taken = new LinkedHashSet<>();
        row.forEach(value -> taken.add(value.trimmed().toLowerCase(Locale.ROOT)));
        Set<String> given = new LinkedHashSet<>();
        Map<String, Integer> firsts = new LinkedHashMap<>();
        Map<String, Integer> last = new LinkedHashMap<>();
        List<String> names = new ArrayList<>();
        for (int i = 0; i < row.size(); i++) {
            String wanted = row.get(i).trimmed();
            String base = wanted.isEmpty() ? "Column" + (i + 1) : wanted;
            String key = base.toLowerCase(Locale.ROOT);
            String name = base;
            if (!given.add(key)) {
                twins.put(i, firsts.getOrDefault(key, i));
                int n = last.getOrDefault(key, 1) + 1;
                while (taken.contains(key + " " + n) || !given.add(key + " " + n)) {
                    n++;
                }
                last.put(key, n);
                name = base + " " + n;
            }
            firsts.putIfAbsent(key, i);
            names.add(name);
        }
        return names;
    }
}
