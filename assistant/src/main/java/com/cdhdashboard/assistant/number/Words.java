package com.cdhdashboard.assistant.number;

import java.util.Locale;
import java.util.regex.Pattern;

/** Words around numbers that say how they are meant. */
final class Words {
    private static final Pattern DECREASE = Pattern.compile(
            "(?<!\\p{L})(fell|fall\\w*|drop\\w*|decreas\\w*|declin\\w*|lower|below|less|fewer|down|los[st]\\w*|lose\\w*|minus|"
                    + "behind|worse|reduc\\w*|negative|shr[aiu]nk\\w*|under|short|decline|smaller|shortfall|cut|"
                    + "sank|gesunken|sinkt|fiel|gefallen|weniger|niedriger|unter|r\u00fcckgang|abnahme|schlechter|negativ\\w*|"
                    + "verlor\\w*|geringer|baiss\\w*|diminu\\w*|moins|recul\\w*|inf\u00e9rieur\\w*|chut\\w*|n\u00e9gati\\w*)(?!\\p{L})",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern LEVEL_OF_CONFIDENCE =
            Pattern.compile("confiden|interval|konfidenz|\\bCI\\b|significan|signifikan", Pattern.CASE_INSENSITIVE);
    private static final Pattern BELOW_P =
            Pattern.compile("(?s).*\\bp(?:[ -]?(?:value|wert))?\\s*(?:is |of )?[<\u2264]\\s*$");
    private static final Pattern TOP =
            Pattern.compile("(?si).*\\b(top|bottom|best|worst|first|last|ersten|letzten|besten|premiers|derniers)\\s$");

    private Words() {}

    /** Whether a minus may be left out, as the sentence says it. */
    static boolean decrease(String sentence) {
        return DECREASE.matcher(sentence).find();
    }

    static boolean ofConfidence(String sentence) {
        return LEVEL_OF_CONFIDENCE.matcher(sentence).find();
    }

    /** Whether the number behind is a bound of a p-value. */
    static boolean pBelow(String before) {
        return BELOW_P.matcher(before).matches();
    }

    /** Whether the number behind says how many are listed. */
    static boolean top(String before) {
        return TOP.matcher(before).matches();
    }

    /** Whether a name stands in a text, in any case, as whole words. */
    static boolean mentions(String text, String name) {
        String small = text.toLowerCase(Locale.ROOT);
        String word = name.toLowerCase(Locale.ROOT);
        int at = word.isEmpty() ? -1 : small.indexOf(word);
        while (at >= 0) {
            int end = at + word.length();
            boolean begins = at == 0 || !Character.isLetterOrDigit(small.charAt(at - 1));
            boolean ends = end == small.length() || !Character.isLetterOrDigit(small.charAt(end));
            if (begins && ends) {
                return true;
            }
            at = small.indexOf(word, at + 1);
        }
        return false;
    }
}
