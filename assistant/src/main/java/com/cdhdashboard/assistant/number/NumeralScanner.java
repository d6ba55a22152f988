package com.cdhdashboard.assistant.number;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds all that states a number or a date in a text: digits, words, and signs that stand for digits. */
final class NumeralScanner {
    private static final String SPACE = "[ \u00a0\u202f\u2009]";
    /** Groups of three between spaces or apostrophes, or digits with points and commas. */
    private static final Pattern DIGITS = Pattern.compile(
            "\\d{1,3}(?:[\u00a0\u202f\u2009'\u2019]\\d{3})+(?!\\d)(?:[.,]\\d+)?|\\d+(?:[.,]\\d+)*(?:[eE][+\u2212-]?\\d{1,3}(?![\\p{L}\\d]))?");

    private static final Pattern SPACED_DIGITS = Pattern.compile("\\d{1,3}(?: \\d{3})+(?![\\d])(?:[.,]\\d+)?");
    private static final Pattern FRACTION = Pattern.compile("[/:](\\d+)(?![\\d/])");
    private static final Pattern UNIT = Pattern.compile(
            SPACE + "?(?:(?<points>percentage"
                    + "[- ]points?|prozentpunkte?n?|points? de pourcentage|pp|ppt|p\\.p\\.|%-?" + SPACE
                    + "?(?:points?|punkte?))|"
                    + "(?<percent>%|percent|per cent|pct|prozent|pour cent|v\\. ?h\\.)|(?<permille>\u2030)|"
                    + "(?<basis>bps|basis points?|basispunkte?)|(?<times>[x\u00d7]|times|-?fold|mal|fois|fache?[nrs]?)|"
                    + "(?<place>st|nd|rd|th|er|\u00e8me|e))(?![\\p{L}\\d])",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern POWER = Pattern.compile(SPACE + "?-?([\\p{L}]+)\\.?(?![\\p{L}\\d])");
    private static final Pattern MINUS =
            Pattern.compile("(?<!\\p{L})(?:minus|moins)" + SPACE + "$", Pattern.CASE_INSENSITIVE);
    /** Longer than any unit, so that long texts cost no more than short ones. */
    private static final int LONGEST_UNIT = 40;

    private static final Map<String, Integer> POWERS = powers();
    /** Signs that are numbers to a reader. */
    private static final Pattern SIGNS = Pattern.compile(
            "[\\p{No}\\p{Nl}]+|[\u4e00\u4e8c\u4e09\u56db\u4e94\u516d\u4e03\u516b\u4e5d\u5341\u767e\u5343\u4e07\u842c\u4ebf\u5104\u3007\u96f6\u534a\u500d]{2,}|(?<![\\p{L}\\d])[Oo\u041e\u043e\u039f\u03bflI\u0406\u04c0\u0417\u0437\u01b7\u04e0\u0431\u042c|]+\\s?(?:%|percent)");

    private final String text;
    private final DecimalStyle style;
    private final List<Written> found = new ArrayList<>();
    private final StringBuilder rest;

    private NumeralScanner(String text, DecimalStyle style) {
        this.text = text;
        this.style = style;
        this.rest = new StringBuilder(text);
    }

    /** In order of their places; none lies in another. */
    static List<Written> in(String text, DecimalStyle style) {
        NumeralScanner scanner = new NumeralScanner(text, style);
        WrittenDates.in(text).forEach(scanner::add);
        if (style == DecimalStyle.COMMA) {
            scanner.digits(SPACED_DIGITS);
        }
        scanner.digits(DIGITS);
        scanner.signs();
        NumberWords.in(scanner.rest.toString()).forEach(scanner::add);
        scanner.found.sort(Comparator.comparingInt(Written::from));
        return scanner.found;
    }

    private void add(Written written) {
        found.add(written);
        for (int i = written.from(); i < written.to(); i++) {
            rest.setCharAt(i, '\u0001');
        }
    }

    private void digits(Pattern form) {
        Matcher matcher = form.matcher(rest.toString());
        while (matcher.find()) {
            int from = matcher.start();
            int to = matcher.end();
            Optional<Written> token = token(from, to);
            if (token.isPresent()) {
                add(token.get());
            } else if (rest.charAt(from) != '\u0001') {
                add(numeral(from, to));
            }
        }
    }

    /** Digits with letters around them that are no unit. */
    private Optional<Written> token(int from, int to) {
        int start = from;
        while (start > 0 && isName(rest.charAt(start - 1))) {
            start--;
        }
        int end = to;
        while (end < text.length() && isName(rest.charAt(end))) {
            end++;
        }
        boolean before = start < from;
        String behind = text.substring(to, end);
        boolean unit = behind.isEmpty()
                || POWERS.containsKey(power(behind))
                || UNIT.matcher(behind(to)).lookingAt();
        return before || !unit
                ? Optional.of(new Written.Token(start, end, text.substring(start, end)))
                : Optional.empty();
    }

    private String behind(int at) {
        return text.substring(at, Math.min(text.length(), at + LONGEST_UNIT));
    }

    private static boolean isName(char c) {
        return Character.isLetterOrDigit(c) || c == '_';
    }

    private Written numeral(int from, int to) {
        Matcher fraction = FRACTION.matcher(text).region(to, text.length());
        if (fraction.lookingAt() && text.substring(from, to).chars().allMatch(Character::isDigit)) {
            BigDecimal value = DecimalForms.ratio(text.substring(from, to), fraction.group(1));
            return Numeral.word(from, fraction.end(), text.substring(from, fraction.end()), value, Unit.FRACTION);
        }
        int sign = sign(from);
        int start = sign == 0 ? from : signStart(from);
        int power = 0;
        int end = to;
        Matcher scale = POWER.matcher(behind(to));
        if (scale.lookingAt() && POWERS.containsKey(power(scale.group(1)))) {
            power = POWERS.getOrDefault(power(scale.group(1)), 0);
            end = to + scale.end();
        }
        Matcher unit = UNIT.matcher(behind(end));
        Unit kind = unit.lookingAt() ? unit(unit) : Unit.NONE;
        end += kind == Unit.NONE ? 0 : unit.end();
        List<BigDecimal> values = DecimalForms.read(text.substring(from, to), style);
        return new Numeral(start, end, text.substring(start, end), values, power, sign, kind, false);
    }

    /** Letters tell thousands from metres by their case, words do not. */
    private static String power(String word) {
        return word.length() <= 2 ? word : word.toLowerCase(Locale.ROOT);
    }

    private static Unit unit(Matcher found) {
        Map<String, Unit> groups = new LinkedHashMap<>();
        groups.put("points", Unit.POINTS);
        groups.put("percent", Unit.PERCENT);
        groups.put("permille", Unit.PERMILLE);
        groups.put("basis", Unit.BASIS_POINTS);
        groups.put("times", Unit.TIMES);
        groups.put("place", Unit.PLACE);
        return groups.entrySet().stream()
                .filter(entry -> found.group(entry.getKey()) != null)
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(Unit.NONE);
    }

    /** A sign directly before the digits that joins nothing. */
    private int sign(int from) {
        if (from == 0 || "+-\u2212\u2013\u2012\uff0b".indexOf(text.charAt(from - 1)) < 0) {
            return MINUS.matcher(text.substring(Math.max(0, from - "_minus_".length()), from))
                            .find()
                    ? -1
                    : 0;
        }
        boolean alone = from == 1 || " \u00a0\u202f(\n\t|[:~=<>".indexOf(text.charAt(from - 2)) >= 0;
        return !alone ? 0 : text.charAt(from - 1) == '+' || text.charAt(from - 1) == '\uff0b' ? 1 : -1;
    }

    private int signStart(int from) {
        return Character.isWhitespace(text.charAt(from - 1)) || Character.isSpaceChar(text.charAt(from - 1))
                ? from - 6
                : from - 1;
    }

    private void signs() {
        Matcher matcher = SIGNS.matcher(rest.toString());
        while (matcher.find()) {
            if (matcher.group().indexOf('\u0001') < 0) {
                add(new Written.Token(matcher.start(), matcher.end(), matcher.group()));
            }
        }
    }

    private static Map<String, Integer> powers() {
        Map<String, Integer> powers = new LinkedHashMap<>();
        for (String word : "k K thousand tsd tausend mille".split(" ")) {
            powers.put(word, 3);
        }
        for (String word : "M mn Mn million millions millionen mio".split(" ")) {
            powers.put(word, 6);
        }
        for (String word : "B bn Bn billion billions milliarde milliarden milliard milliards mrd".split(" ")) {
            powers.put(word, 9);
        }
        powers.put("hundred", 2);
        return powers;
    }
}
