package com.cdhdashboard.core.cube;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What a column of the data is called where people read it: {@code PropensitySource} is "Propensity source". The name
 * itself stays in addresses, configuration and files.
 */
public final class DimensionTitle {
    /** Columns of Pega's interaction history whose name alone does not say what they hold. */
    private static final Map<String, String> KNOWN = Map.of("Name", "Action name", "ActionID", "Action");

    private static final List<String> ACRONYMS = List.of(
            "ai", "auc", "clv", "crm", "ctr", "id", "kpi", "mcg", "ml", "nps", "rfm", "roc", "sms", "ui", "url");

    private static final Pattern PEGA_PREFIX = Pattern.compile("^p[xyzr](?=[A-Z])");
    private static final Pattern WORD_ENDS =
            Pattern.compile("[_.\\-]+|(?<=\\p{Ll}|\\d)(?=\\p{Lu})|(?<=\\p{Lu})(?=\\p{Lu}\\p{Ll})");
    /** A longer word in capitals is shouted, not abbreviated. */
    private static final int LONGEST_ACRONYM = 4;

    private DimensionTitle() {}

    /** A name with spaces was written for people and stays as it is. */
    public static String of(String name) {
        if (KNOWN.containsKey(name)) {
            return KNOWN.getOrDefault(name, name);
        }
        if (name.chars().anyMatch(Character::isWhitespace)) {
            return name;
        }
        String[] parts = WORD_ENDS.split(PEGA_PREFIX.matcher(name).replaceFirst(""));
        boolean mixed = parts.length == 1 || name.chars().anyMatch(Character::isLowerCase);
        List<String> words = new ArrayList<>();
        for (String word : parts) {
            if (!word.isEmpty()) {
                words.add(word(word, words.isEmpty(), mixed));
            }
        }
        return words.isEmpty() ? name : String.join(" ", words);
    }

    /** @param mixed whether capitals mean anything in the name that the word is of */
    private static String word(String word, boolean first, boolean mixed) {
        String lower = word.toLowerCase(Locale.ROOT);
        if (ACRONYMS.contains(lower) || (mixed && isAcronym(word))) {
            return word.toUpperCase(Locale.ROOT);
        }
        int start = Character.charCount(lower.codePointAt(0));
        return first ? lower.substring(0, start).toUpperCase(Locale.ROOT) + lower.substring(start) : lower;
    }

    private static boolean isAcronym(String word) {
        return word.length() > 1
                && word.length() <= LONGEST_ACRONYM
                && word.chars().noneMatch(Character::isLowerCase)
                && word.chars().anyMatch(Character::isUpperCase);
    }
}
