package com.cdhdashboard.core.expression.read;

import com.cdhdashboard.core.expression.text.Refusal;
import java.util.List;

/** A walk over the tokens of one text. */
final class Tokens {
    private final List<Token> tokens;
    private int at;

    Tokens(List<Token> tokens) {
        this.tokens = tokens;
    }

    Token peek() {
        return tokens.get(at);
    }

    Token peekSecond() {
        return tokens.get(Math.min(at + 1, tokens.size() - 1));
    }

    Token take() {
        Token token = peek();
        at = Math.min(at + 1, tokens.size() - 1);
        return token;
    }

    boolean takeIf(String symbol) {
        if (peek().is(symbol)) {
            take();
            return true;
        }
        return false;
    }

    Token expect(String symbol) {
        if (!peek().is(symbol)) {
            throw unexpected("\"" + symbol + "\"");
        }
        return take();
    }

    Token expect(Token.Type type, String expected) {
        if (peek().type() != type) {
            throw unexpected(expected);
        }
        return take();
    }

    /** Ends the reading at the current token, with advice where the token is a familiar slip. */
    Refusal unexpected(String expected) {
        Token found = peek();
        String advice = advice(found);
        String message = advice.isEmpty() ? "found " + found.quoted() + "; expected " + expected : advice;
        return new Refusal(found.place(), message);
    }

    /** Refuses a familiar slip where a name is expected. */
    void refuseSlip() {
        String advice = advice(peek());
        if (!advice.isEmpty()) {
            throw new Refusal(peek().place(), advice);
        }
    }

    private static String advice(Token found) {
        if (found.type() != Token.Type.NAME && found.type() != Token.Type.SYMBOL) {
            return "";
        }
        return switch (found.text()) {
            case "and", "&&" ->
                found.quoted() + " is not part of the language; join conditions with &, each in"
                        + " parentheses: (…) & (…)";
            case "or", "||" ->
                found.quoted() + " is not part of the language; join conditions with |, each in"
                        + " parentheses: (…) | (…)";
            case "not", "!" -> found.quoted() + " is not part of the language; write ~ before the condition: ~(…)";
            case "in" -> "\"in\" is not part of the language; write pl.col(\"…\").is_in([…])";
            case "is" -> "\"is\" is not part of the language; write .is_null() or .is_not_null()";
            case "if", "else" -> found.quoted() + " is not part of the language; write pl.when(…).then(…).otherwise(…)";
            case "=" -> "\"=\" assigns; compare with \"==\"";
            case "<>" -> "\"<>\" is not part of the language; write \"!=\"";
            case "**" -> "\"**\" is not part of the language; allowed are + - * / // %";
            case "^", "<<", ">>", "@" ->
                found.quoted() + " is not part of the language; allowed are + - * / // % & | ~ and comparisons";
            default -> "";
        };
    }
}
