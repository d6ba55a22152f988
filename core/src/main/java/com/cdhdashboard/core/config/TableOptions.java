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
 * @param texts names of columns whose values are names, so that what looks like a number stays as it is written
 */
public record TableOptions(
        Optional<Character> delimiter,
        Optional<Character> quote,
        Optional<TableEncoding> encoding,
        Optional<Character> decimal,
        Optional<Boolean> header,
        Optional<Integer> headerRow,
        Optional<String> sheet,
        Set<String> days,
        Set<String> texts) {
    /** Everything is recognised. */
    public static final TableOptions RECOGNISED = of(Set.of(), Set.of());

    public TableOptions {
        requireNonNull(delimiter, "delimiter");
        requireNonNull(quote, "quote");
        requireNonNull(encoding, "encoding");
        requireNonNull(decimal, "decimal");
        requireNonNull(header, "header");
        requireNonNull(headerRow, "headerRow");
        requireNonNull(sheet, "sheet");
        days = Set.copyOf(days);
        texts = Set.copyOf(texts);
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
                union(days, other.days),
                union(texts, other.texts));
    }

    /** These options, where bare numbers of these columns are days too. */
    public TableOptions withDays(Set<String> more) {
        return or(of(more, Set.of()));
    }

    /** These options, where values of these columns stay as they are written, too. */
    public TableOptions withTexts(Set<String> more) {
        return or(of(Set.of(), more));
    }

    private static TableOptions of(Set<String> days, Set<String> texts) {
        return new TableOptions(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                days,
                texts);
    }

    private static Set<String> union(Set<String> some, Set<String> others) {
        Set<String> all = new LinkedHashSet<>(some);
        all.addAll(others);
        return all;
    }
}
