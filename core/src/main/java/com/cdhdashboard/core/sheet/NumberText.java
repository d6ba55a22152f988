package com.cdhdashboard.core.sheet;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text as a number that people write: with a decimal point or comma, thousands parted by the other sign, by spaces of
 * any kind or by apostrophes, a minus before or behind it or brackets around it, and a sign of a currency.
 *
 * @param fit the decimal signs it can have been written with
 * @param digits the number with its signs, without what stands around it and without other marks of thousands
 * @param special whether it is written as no program writes numbers that others read
 * @param currency the sign of a currency beside it; empty without
 */
record NumberText(Fit fit, boolean negative, String digits, boolean special, String currency) {
    /** Decimal signs that give a number. */
    enum Fit {
        /** No number at all. */
        NONE,
        /** A whole number without any sign. */
        WHOLE,
        POINT,
        COMMA,
        /** One sign with three digits behind it, which may be thousands. */
        EITHER
    }

    /** Longer texts are no amounts, and would cost time. */
    private static final int MOST_CHARACTERS = 60;

    private static final String SPACES = " \u00A0\u202F\u2009\u2007";
    private static final String MARKS = SPACES + "'\u2019";
    private static final String MINUS = "-\u2212";
    private static final Pattern WHOLE = Pattern.compile("0|[1-9][0-9]*");
    private static final Pattern MARKED =
            Pattern.compile("[1-9][0-9]{0,2}([" + MARKS + "])[0-9]{3}(?:\\1[0-9]{3})*(?:[.,][0-9]+)?");
    private static final Pattern ONE_SIGN = Pattern.compile("(0|[1-9][0-9]*)?([.,])([0-9]+)");
    private static final Pattern BY_POINTS = Pattern.compile("[1-9][0-9]{0,2}(?:\\.[0-9]{3})+(?:,[0-9]+)?");
    private static final Pattern BY_COMMAS = Pattern.compile("[1-9][0-9]{0,2}(?:,[0-9]{3})+(?:\\.[0-9]+)?");
    private static final NumberText NO_NUMBER = new NumberText(Fit.NONE, false, "", false, "");

    static NumberText of(String text) {
        if (text.length() > MOST_CHARACTERS) {
            return NO_NUMBER;
        }
        Peeled peeled = new Peeled(text);
        if (!peeled.sound()) {
            return NO_NUMBER;
        }
        String body = peeled.body();
        boolean marked = MARKED.matcher(body).matches();
        String digits = marked ? withoutMarks(body) : body;
        Fit fit = marked ? fitOfMarked(digits) : fit(digits);
        return fit == Fit.NONE
                ? NO_NUMBER
                : new NumberText(fit, peeled.negative, digits, marked || peeled.special, peeled.currency);
    }

    boolean fits(char decimal) {
        return fit == Fit.WHOLE || fit == Fit.EITHER || fit == (decimal == ',' ? Fit.COMMA : Fit.POINT);
    }

    /** The number as JSON has it, read with this decimal sign. */
    Optional<String> read(char decimal) {
        if (!fits(decimal)) {
            return Optional.empty();
        }
        String number = digits.replace(decimal == ',' ? "." : ",", "").replace(',', '.');
        boolean zero = number.chars().noneMatch(symbol -> symbol >= '1' && symbol <= '9');
        return Optional.of((negative && !zero ? "-" : "") + (number.startsWith(".") ? "0" : "") + number);
    }

    private static Fit fit(String digits) {
        if (WHOLE.matcher(digits).matches()) {
            return Fit.WHOLE;
        }
        Matcher one = ONE_SIGN.matcher(digits);
        if (one.matches()) {
            String whole = one.group(1) == null ? "" : one.group(1);
            boolean thousands = one.group(3).length() == 3 && !whole.isEmpty() && !whole.equals("0");
            if (thousands && whole.length() <= 3) {
                return Fit.EITHER;
            }
            return one.group(2).equals(",") ? Fit.COMMA : Fit.POINT;
        }
        if (BY_POINTS.matcher(digits).matches()) {
            return Fit.COMMA;
        }
        return BY_COMMAS.matcher(digits).matches() ? Fit.POINT : Fit.NONE;
    }

    /** Thousands are parted already, so that a sign stands before decimals. */
    private static Fit fitOfMarked(String digits) {
        if (digits.indexOf(',') >= 0) {
            return Fit.COMMA;
        }
        return digits.indexOf('.') >= 0 ? Fit.POINT : Fit.WHOLE;
    }

    private static String withoutMarks(String text) {
        StringBuilder bare = new StringBuilder();
        text.chars().filter(symbol -> MARKS.indexOf(symbol) < 0).forEach(symbol -> bare.append((char) symbol));
        return bare.toString();
    }

    /** Takes from both ends what may stand around the digits of a number, each but once. */
    private static final class Peeled {
        private final String text;
        private int from;
        private int to;
        private int signs;
        private boolean negative;
        private boolean special;
        private String currency = "";

        Peeled(String text) {
            this.text = text;
            this.to = text.length();
            blanks();
            if (to - from > 2 && text.charAt(from) == '(' && text.charAt(to - 1) == ')') {
                from++;
                to--;
                minus(true);
            }
            while (from < to && (taken(text.charAt(from), true) || taken(text.charAt(to - 1), false))) {
                blanks();
            }
        }

        /** Whether at most one sign was found. */
        boolean sound() {
            return signs <= 1 && from < to;
        }

        String body() {
            return text.substring(from, to);
        }

        private boolean taken(char symbol, boolean front) {
            if (MINUS.indexOf(symbol) >= 0) {
                minus(!front || symbol != '-');
            } else if (Character.getType(symbol) == Character.CURRENCY_SYMBOL && currency.isEmpty()) {
                currency = String.valueOf(symbol);
                special = true;
            } else {
                return false;
            }
            from += front ? 1 : 0;
            to -= front ? 0 : 1;
            return true;
        }

        private void minus(boolean unusual) {
            negative = true;
            special |= unusual;
            signs++;
        }

        private void blanks() {
            while (from < to && SheetValue.isBlank(text.charAt(from))) {
                from++;
            }
            while (from < to && SheetValue.isBlank(text.charAt(to - 1))) {
                to--;
            }
        }
    }
}
