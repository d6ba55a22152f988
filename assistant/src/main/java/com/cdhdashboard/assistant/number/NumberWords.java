package com.cdhdashboard.assistant.number;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds numbers that are written as words, in English, German and French. Words that are numbers among other things ("one",
 * "second", "quarter" as a time, "ein", "un") are none alone.
 */
final class NumberWords {
    private static final int LONGEST_UNIT = 40;
    private static final List<String> ONE = SpokenNumber.ONE;
    private static final Pattern WORD = Pattern.compile("[\\p{L}]+");
    private static final Pattern BEHIND = Pattern.compile(
            "(?<points>[ \u00a0-](?:percentage[ -]points?|pp)|[ \u00a0]?prozentpunkte?|[ \u00a0]points? de pourcentage)|"
                    + "(?<percent>[ \u00a0]?(?:%|percent|per cent|prozent|pour cent))|"
                    + "(?<times>[ -]?(?:times|fold|fach|fache|mal|fois)(?!\\p{L}))|(?<fraction>[ -](?:thirds?|quarters?|fifths?|tenths?|drittel|viertel|tiers|quarts?)(?!\\p{L}))",
            Pattern.CASE_INSENSITIVE);
    private static final Map<Pattern, BigDecimal> SHARES = shares();
    private static final Map<Pattern, BigDecimal> MULTIPLES = multiples();
    private static final Pattern VAGUE = word(
            "(?:dozens|hundreds|thousands|millions|billions|hunderte|tausende|dutzende|millionen|milliers|centaines|dizaines)(?= (?:of|von|de)\\b)");

    private final String text;
    private final List<Numeral> found = new ArrayList<>();
    private final StringBuilder rest;

    private NumberWords(String text) {
        this.text = text;
        this.rest = new StringBuilder(text);
    }

    static List<Numeral> in(String text) {
        NumberWords words = new NumberWords(text);
        words.all(VAGUE, BigDecimal.ZERO, Unit.VAGUE);
        SHARES.forEach((form, value) -> words.all(form, value, Unit.FRACTION));
        MULTIPLES.forEach((form, value) -> words.all(form, value, Unit.TIMES));
        words.sequences();
        return words.found;
    }

    private void all(Pattern form, BigDecimal value, Unit unit) {
        Matcher matcher = form.matcher(rest.toString());
        while (matcher.find()) {
            add(Numeral.word(matcher.start(), matcher.end(), matcher.group(), value, unit));
        }
    }

    private void add(Numeral numeral) {
        found.add(numeral);
        for (int i = numeral.from(); i < numeral.to(); i++) {
            rest.setCharAt(i, '\u0001');
        }
    }

    private String behind(int at) {
        return text.substring(at, Math.min(text.length(), at + LONGEST_UNIT));
    }

    private void sequences() {
        Matcher words = WORD.matcher(rest.toString());
        int at = 0;
        while (words.find(at)) {
            at = words.end();
            int start = words.start();
            List<String> parts = new ArrayList<>(List.of(words.group()));
            while (words.find(at)
                    && words.start() == at + 1
                    && joins(text.charAt(at))
                    && goesOn(parts, words.group())) {
                parts.add(words.group());
                at = words.end();
            }
            sequence(start, parts, at);
        }
    }

    private static boolean joins(char between) {
        return between == ' ' || between == '-' || between == '\u00a0';
    }

    private static boolean goesOn(List<String> parts, String next) {
        String last = lower(parts.get(parts.size() - 1));
        boolean number = SpokenNumber.isNumber(last) || ONE.contains(last);
        return (number
                        && (SpokenNumber.isNumber(lower(next))
                                || (lower(next).equals("and") && SpokenNumber.isGreat(last))))
                || (last.equals("and") && parts.size() > 1 && SpokenNumber.isNumber(lower(next)));
    }

    private void sequence(int from, List<String> parts, int end) {
        boolean dangling =
                parts.size() > 1 && lower(parts.get(parts.size() - 1)).equals("and");
        int to = dangling ? end - "and".length() : end;
        OptionalLong value = value(dangling ? parts.subList(0, parts.size() - 1) : parts, behind(end));
        if (value.isEmpty()) {
            return;
        }
        Matcher behind = BEHIND.matcher(behind(end));
        BigDecimal number = BigDecimal.valueOf(value.getAsLong());
        if (!behind.lookingAt()) {
            add(Numeral.word(from, to, text.substring(from, to).strip(), number, Unit.NONE));
            return;
        }
        int last = end + behind.end();
        boolean fraction = behind.group("fraction") != null;
        Unit unit = fraction
                ? Unit.FRACTION
                : behind.group("times") != null
                        ? Unit.TIMES
                        : behind.group("points") != null ? Unit.POINTS : Unit.PERCENT;
        BigDecimal meant = fraction
                ? DecimalForms.ratio(number.toString(), String.valueOf(divisor(behind.group("fraction"))))
                : number;
        add(Numeral.word(from, last, text.substring(from, last), meant, unit));
    }

    private static int divisor(String word) {
        String small = lower(word);
        return (small.contains("ti") && !small.contains("third")) || small.contains("third") || small.contains("dritt")
                ? 3
                : small.contains("fifth") ? 5 : small.contains("tenth") ? 10 : 4;
    }

    /** The number that the words say; a single "one" or "ein" is none unless a unit follows. */
    private static OptionalLong value(List<String> parts, String behind) {
        if (parts.size() == 1 && ONE.contains(lower(parts.get(0)))) {
            boolean counted =
                    BEHIND.matcher(behind).lookingAt() && !lower(parts.get(0)).matches("an?|une?");
            return counted ? OptionalLong.of(1) : OptionalLong.empty();
        }
        return SpokenNumber.value(parts.stream().map(NumberWords::lower).toList());
    }

    private static String lower(String word) {
        return word.toLowerCase(Locale.ROOT);
    }

    private static Pattern word(String regex) {
        return Pattern.compile(
                "(?<![\\p{L}])" + regex + "(?![\\p{L}])", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    private static Map<Pattern, BigDecimal> shares() {
        Map<Pattern, BigDecimal> shares = new LinkedHashMap<>();
        BigDecimal third = DecimalForms.ratio("1", "3");
        shares.put(
                word(
                        "(?:half of|by half|(?:one|a|about|nearly|almost|roughly|over) half|half (?:the|as|that|a)|halved|halves|halving"
                                + "|(?:die )?h\u00e4lfte|halb so|halbiert\\w*|(?:la )?moiti\u00e9)"),
                new BigDecimal("0.5"));
        shares.put(word("(?:two thirds|two-thirds|zwei drittel|deux tiers)"), DecimalForms.ratio("2", "3"));
        shares.put(word("(?:(?:a|one)[ -]third|ein(?:em|es)? drittel|un tiers)"), third);
        shares.put(
                word("(?:three[ -]quarters(?= of| the)|drei viertel|dreiviertel|trois quarts)"),
                new BigDecimal("0.75"));
        shares.put(
                word("(?:(?:a|one)[ -]quarter(?= of (?!\\d|the year))|ein(?:em|es)? viertel|un quart)"),
                new BigDecimal("0.25"));
        shares.put(word("(?:a|one)[ -]fifth"), new BigDecimal("0.2"));
        shares.put(word("(?:a|one)[ -]tenth"), new BigDecimal("0.1"));
        return shares;
    }

    private static Map<Pattern, BigDecimal> multiples() {
        Map<Pattern, BigDecimal> multiples = new LinkedHashMap<>();
        multiples.put(
                word(
                        "(?:twice|doubl(?:ed|es|ing)|double(?![ -](?:check|opt|click|count))|doppelt\\w*|verdoppel\\w*|doubl\u00e9\\w*"
                                + "|zweimal|zweifach\\w*|twofold)"),
                BigDecimal.valueOf(2));
        multiples.put(
                word("(?:thrice|tripl(?:e|ed|es|ing|\u00e9)|dreimal|dreifach\\w*|verdreifach\\w*|threefold)"),
                BigDecimal.valueOf(3));
        multiples.put(
                word("(?:quadrupl(?:e|ed|es|ing)|vervierfach\\w*|viermal|vierfach\\w*|fourfold)"),
                BigDecimal.valueOf(4));
        multiples.put(word("(?:fivefold|f\u00fcnffach\\w*|f\u00fcnfmal)"), BigDecimal.valueOf(5));
        multiples.put(word("(?:tenfold|zehnfach\\w*|zehnmal)"), BigDecimal.TEN);
        return multiples;
    }
}
