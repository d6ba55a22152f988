package com.cdhdashboard.core.config;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * How files of rows and columns are read, CSV and workbooks; what is absent is recognised.
 *
 * @param delimiter between values of CSV
 * @param quote around values of CSV
 * @param encoding of CSV
 * @param decimal the sign before decimals in CSV
 * @param header whether the first row holds the names of the columns
 * @param sheet of a workbook; absent: the first
 */
public record TableOptions(
        Optional<Character> delimiter,
        Optional<Character> quote,
        Optional<TableEncoding> encoding,
        Optional<Character> decimal,
        Optional<Boolean> header,
        Optional<String> sheet) {
    /** Everything is recognised. */
    public static final TableOptions RECOGNISED = new TableOptions(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    public TableOptions {
        requireNonNull(delimiter, "delimiter");
        requireNonNull(quote, "quote");
        requireNonNull(encoding, "encoding");
        requireNonNull(decimal, "decimal");
        requireNonNull(header, "header");
        requireNonNull(sheet, "sheet");
    }

    /** These options, and the other's where these say nothing. */
    public TableOptions or(TableOptions other) {
        return new TableOptions(
                delimiter.or(other::delimiter),
                quote.or(other::quote),
                encoding.or(other::encoding),
                decimal.or(other::decimal),
                header.or(other::header),
                sheet.or(other::sheet));
    }
}
