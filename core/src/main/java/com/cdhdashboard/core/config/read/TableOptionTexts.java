package com.cdhdashboard.core.config.read;

import com.cdhdashboard.core.config.TableEncoding;
import com.cdhdashboard.core.config.TableOptions;
import com.cdhdashboard.core.error.UserException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads table options from texts, as configuration, command line and forms give them; blank text says nothing. */
public final class TableOptionTexts {
    /** The names of the options; the same everywhere. */
    public static final List<String> NAMES =
            List.of("delimiter", "quote", "encoding", "decimal", "header", "header_row", "sheet");

    private static final Map<String, Character> WORDS = Map.of("tab", '\t', "\\t", '\t', "space", ' ', "blank", ' ');

    private static final Pattern ROW = Pattern.compile("[1-9][0-9]{0,6}");

    private TableOptionTexts() {}

    /**
     * The options.
     *
     * @param texts by name; other names are passed over
     * @throws UserException where a text cannot be used, with the name of the option
     */
    public static TableOptions read(Map<String, String> texts) {
        return new TableOptions(
                text(texts, "delimiter").map(TableOptionTexts::delimiter),
                text(texts, "quote").map(text -> sign("quote", text)),
                text(texts, "encoding").map(TableOptionTexts::encoding),
                text(texts, "decimal").map(TableOptionTexts::decimal),
                text(texts, "header").map(TableOptionTexts::header),
                text(texts, "header_row").map(TableOptionTexts::headerRow),
                text(texts, "sheet").map(String::strip),
                Set.of(),
                Set.of());
    }

    /** The texts from which these options are read again; none of those that are recognised. */
    public static Map<String, String> write(TableOptions options) {
        Map<String, String> texts = new LinkedHashMap<>();
        options.delimiter().ifPresent(sign -> texts.put("delimiter", sign.toString()));
        options.quote().ifPresent(sign -> texts.put("quote", sign.toString()));
        options.encoding().ifPresent(encoding -> texts.put("encoding", encoding.label()));
        options.decimal().ifPresent(sign -> texts.put("decimal", sign.toString()));
        options.header().ifPresent(flag -> texts.put("header", flag.toString()));
        options.headerRow().ifPresent(row -> texts.put("header_row", row.toString()));
        options.sheet().ifPresent(sheet -> texts.put("sheet", sheet));
        return texts;
    }

    private static Optional<String> text(Map<String, String> texts, String name) {
        return Optional.ofNullable(texts.get(name)).filter(text -> !text.isEmpty());
    }

    private static Character delimiter(String text) {
        Character word = WORDS.get(text);
        return word != null ? word : sign("delimiter", text);
    }

    private static Character sign(String name, String text) {
        if (text.length() == 1 && text.charAt(0) != '\n' && text.charAt(0) != '\r') {
            return text.charAt(0);
        }
        throw new UserException(name + ": " + Found.quote(text) + " is not one character; write such as \";\""
                + (name.equals("delimiter") ? " or the word tab or space" : ""));
    }

    private static TableEncoding encoding(String text) {
        return TableEncoding.of(text.strip())
                .orElseThrow(() -> new UserException("encoding: " + Found.quote(text)
                        + " is not an encoding that is read; allowed: " + Found.quoteAll(TableEncoding.labels())));
    }

    private static Character decimal(String text) {
        if (text.equals(".") || text.equals(",")) {
            return text.charAt(0);
        }
        throw new UserException("decimal: " + Found.quote(text) + " is no decimal sign; allowed: \".\", \",\"");
    }

    private static Boolean header(String text) {
        return Flag.read(text)
                .orElseThrow(() -> new UserException(
                        "header: " + Found.quote(text) + " is neither true nor false; write true or false"));
    }

    private static Integer headerRow(String text) {
        if (ROW.matcher(text.strip()).matches()) {
            return Integer.valueOf(text.strip());
        }
        throw new UserException("header_row: " + Found.quote(text)
                + " is not the number of a row; write 1 for the first, 2 for the second and so on");
    }
}
