package com.cdhdashboard.core.expression.read;

import com.cdhdashboard.core.expression.text.Place;
import com.cdhdashboard.core.expression.text.Places;
import com.cdhdashboard.core.expression.text.Refusal;
import com.cdhdashboard.core.expression.text.SourceText;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Cuts an expression's text into tokens: Python's names, numbers, texts and operators. */
final class Lexer {
    /** Longer texts are refused, so that no text takes long to read. */
    static final int MAX_LENGTH = 100_000;

    private static final int MAX_NUMBER_LENGTH = 100;
    private static final List<String> LONG_SYMBOLS =
            List.of("**", "//", "==", "!=", ">=", "<=", "<>", "&&", "||", "<<", ">>", "->", ":=");
    private static final String SYMBOLS = "()[].,=<>&|~+-*/%^!@:{};?$";

    private final String text;
    private final Places places;
    private int at;
    private boolean comments;

    Lexer(SourceText source) {
        this.text = source.text();
        this.places = new Places(source);
    }

    List<Token> tokens() {
        if (!(text.length() <= MAX_LENGTH)) {
            throw new Refusal(
                    places.at(0), "the text has " + text.length() + " characters; allowed are at most " + MAX_LENGTH);
        }
        List<Token> tokens = new ArrayList<>();
        skipBlanks();
        while (at < text.length()) {
            tokens.add(next());
            skipBlanks();
        }
        tokens.add(new Token(Token.Type.END, "", places.at(text.length())));
        return tokens;
    }

    /** Whether there was a comment between the tokens read. */
    boolean hasComments() {
        return comments;
    }

    private void skipBlanks() {
        while (at < text.length()) {
            char character = text.charAt(at);
            if (character == '#') {
                comments = true;
                int end = text.indexOf('\n', at);
                at = end < 0 ? text.length() : end;
            } else if (" \t\r\n\f".indexOf(character) >= 0) {
                at++;
            } else {
                return;
            }
        }
    }

    private Token next() {
        Place place = places.at(at);
        char character = text.charAt(at);
        if (isDigit(character) || (character == '.' && at + 1 < text.length() && isDigit(text.charAt(at + 1)))) {
            return number(place);
        }
        if (isNameStart(character)) {
            return nameOrPrefixedText(place);
        }
        if (character == '"' || character == '\'') {
            return textLiteral(place, false);
        }
        return symbol(place);
    }

    private Token symbol(Place place) {
        for (String symbol : LONG_SYMBOLS) {
            if (text.startsWith(symbol, at)) {
                at += symbol.length();
                return new Token(Token.Type.SYMBOL, symbol, place);
            }
        }
        int codePoint = text.codePointAt(at);
        if (SYMBOLS.indexOf(codePoint) < 0) {
            throw new Refusal(place, "the character " + TextReader.describe(codePoint) + " has no meaning here");
        }
        at++;
        return new Token(Token.Type.SYMBOL, Character.toString(codePoint), place);
    }

    private Token nameOrPrefixedText(Place place) {
        int start = at;
        while (at < text.length() && isNamePart(text.charAt(at))) {
            at++;
        }
        String name = text.substring(start, at);
        boolean textFollows = at < text.length() && (text.charAt(at) == '"' || text.charAt(at) == '\'');
        if (!textFollows) {
            return new Token(Token.Type.NAME, name, place);
        }
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "r" -> textLiteral(place, true);
            case "u" -> textLiteral(place, false);
            default ->
                throw new Refusal(
                        place,
                        "the text prefix \"" + name + "\" is not part of the language; write the text without it");
        };
    }

    private Token textLiteral(Place place, boolean raw) {
        TextReader reader = new TextReader(text, at, raw, place);
        String value = reader.read();
        at = reader.end();
        return new Token(Token.Type.TEXT, value, place);
    }

    private Token number(Place place) {
        int start = at;
        while (at < text.length() && isNumberPart(start)) {
            at++;
        }
        String written = text.substring(start, at);
        if (!(written.length() <= MAX_NUMBER_LENGTH)) {
            throw new Refusal(
                    place, "a number of " + written.length() + " characters; allowed are at most " + MAX_NUMBER_LENGTH);
        }
        String digits = written.replace("_", "");
        if (written.matches("(0[xX](_?[0-9a-fA-F])+|0[oO](_?[0-7])+|0[bB](_?[01])+)")) {
            int radix = "xX".indexOf(written.charAt(1)) >= 0 ? 16 : "oO".indexOf(written.charAt(1)) >= 0 ? 8 : 2;
            return new Token(Token.Type.INTEGER, new BigInteger(digits.substring(2), radix).toString(), place);
        }
        if (written.matches("[1-9](_?[0-9])*+|0(_?0)*+")) {
            return new Token(Token.Type.INTEGER, new BigInteger(digits).toString(), place);
        }
        String whole = "[0-9](_?[0-9])*+";
        if (written.matches("((" + whole + ")?\\." + whole + "|" + whole + "\\.?)([eE][+-]?" + whole + ")?")
                && written.matches(".*[.eE].*")) {
            return new Token(Token.Type.NUMBER, digits, place);
        }
        throw new Refusal(
                place,
                "\"" + written + "\" is not a number; allowed are numbers such as 12, 1_000, 0x1F, 1.5 or 1e-10");
    }

    private boolean isNumberPart(int start) {
        char character = text.charAt(at);
        if (isNamePart(character) || character == '.') {
            return true;
        }
        boolean exponentBefore = at > start && "eE".indexOf(text.charAt(at - 1)) >= 0;
        return (character == '+' || character == '-')
                && exponentBefore
                && !text.startsWith("0x", start)
                && !text.startsWith("0X", start);
    }

    private static boolean isDigit(char character) {
        return character >= '0' && character <= '9';
    }

    private static boolean isNameStart(char character) {
        return character == '_' || Character.isLetter(character);
    }

    private static boolean isNamePart(char character) {
        return isNameStart(character) || isDigit(character);
    }
}
