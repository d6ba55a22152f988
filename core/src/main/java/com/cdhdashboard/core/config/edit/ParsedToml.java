package com.cdhdashboard.core.config.edit;

import static java.util.Objects.requireNonNullElse;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.tomlj.Toml;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlPosition;

/**
 * What the TOML library reads of a text, and where in the text it stands. The time that the library takes grows with the
 * cube of the lines in a row that hold a comment or nothing, so of a long row it gets the first alone.
 */
public final class ParsedToml {
    private static final Pattern LINE = Pattern.compile("\\bline ([0-9]{1,9})(?=, column )");

    private final TomlParseResult values;
    private final FewerComments read;
    private final List<Fault> faults;

    /** Why a text is not valid TOML, and where. */
    public record Fault(int line, int column, String message) {}

    private ParsedToml(FewerComments read) {
        this.read = read;
        values = Toml.parse(read.text());
        faults = values.errors().stream()
                .map(error -> new Fault(
                        line(error.position()),
                        error.position().column(),
                        inText(requireNonNullElse(error.getMessage(), "cannot be read"))))
                .toList();
    }

    /** @param text without a byte order mark */
    public static ParsedToml of(String text) {
        return new ParsedToml(FewerComments.of(text));
    }

    /** The values; their places are those in what the library got, see {@link #line}. */
    public TomlParseResult values() {
        return values;
    }

    /** The line in the text of a place that the library names; its column is the same. */
    public int line(TomlPosition position) {
        return read.line(position.line());
    }

    public List<Fault> faults() {
        return faults;
    }

    /** Messages name places, too, such as that of the first of two equal keys. */
    private String inText(String message) {
        return LINE.matcher(message).replaceAll(found -> "line " + read.line(number(found)));
    }

    private static int number(MatchResult found) {
        return Integer.parseInt(found.group(1));
    }
}
