package com.cdhdashboard.bench.result;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Rows of text in aligned columns: the first to the left, the others, which are numbers, to the right. */
record TextTable(List<String> head, List<List<String>> rows) {
    private static final String GAP = "  ";

    TextTable {
        head = List.copyOf(head);
        rows = rows.stream().map(List::copyOf).toList();
        for (List<String> row : rows) {
            if (row.size() != head.size()) {
                throw new IllegalArgumentException(
                        "a row has " + row.size() + " cells for " + head.size() + " columns: " + row);
            }
        }
    }

    /** Lines without trailing blanks, the head underlined. */
    List<String> lines() {
        List<Integer> widths =
                IntStream.range(0, head.size()).mapToObj(this::width).toList();
        List<String> rule = widths.stream().map("-"::repeat).toList();
        return Stream.concat(Stream.of(head, rule), rows.stream())
                .map(row -> line(row, widths))
                .toList();
    }

    private int width(int column) {
        return rows.stream()
                .mapToInt(row -> row.get(column).length())
                .reduce(head.get(column).length(), Math::max);
    }

    private static String line(List<String> row, List<Integer> widths) {
        return IntStream.range(0, row.size())
                .mapToObj(i -> aligned(row.get(i), widths.get(i), i == 0))
                .collect(Collectors.joining(GAP))
                .stripTrailing();
    }

    private static String aligned(String text, int width, boolean left) {
        String blanks = " ".repeat(width - text.length());
        return left ? text + blanks : blanks + text;
    }
}
