package com.cdhdashboard.core.config;

import static java.util.Objects.requireNonNull;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * How files of rows and columns are read, CSV and workbooks; what is absent is recognised.
 *
 * @param delimiter between values of CSV
 * @param quote around values of CSV
 * @param encoding of CSV
 * @param decimal the sign before decimals in CSV
 * @param header whether the first row holds the names of the columns
 * @param headerRow the row that holds the names, counted from 1 as lines and rows of a sheet are; those above it are
 *     passed over
 * @param sheet of a workbook; absent: the first that is not hidden
 * @param days names of columns whose bare numbers are days; in a workbook they count by its calendar
 */
public record TableOptions(
        Optional<Character> delimiter,
        Optional<Character> quote,
        Optional<TableEncoding> encoding,
        Optional<Character> decimal,
        Optional<Boolean> header,
        Optional<Integer> headerRow,
        Optional<String> sheet,
        Set<String> days) {
    /** Everything is recognised. */
    public static final TableOptions RECOGNISED = new TableOptions(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Set.of());

    public TableOptions {
        requireNonNull(delimiter, "delimiter");
        requireNonNull(quote, "quote");
        requireNonNull(encoding, "encoding");
        requireNonNull(decimal, "decimal");
        requireNonNull(header, "header");
        requireNonNull(headerRow, "headerRow");
        requireNonNull(sheet, "sheet");
        days = Set.copyOf(days);
    }

    /** These options, and the other's where these say nothing. */
    public TableOptions or(TableOptions other) {
        return new TableOptions(
                delimiter.or(other::delimiter),
                quote.or(other::quote),
                encoding.or(other::encoding),
                decimal.or(other::decimal),
                header.or(other::header),
                headerRow.or(other::headerRow),
                sheet.or(other::sheet),
                union(days, other.days));
    }

    /** These options, where bare numbers of these columns are days too. */
    public TableOptions withDays(Set<String> more) {
        return new TableOptions(delimiter, quote, encoding, decimal, header, headerRow, sheet, union(days, more));
    }

    private static Set<String> union(Set<String> some, Set<String> others) {
        Set<String> all = new LinkedHashSet<>(some);
        all.addAll(others);
        return all;
    }
}
