package com.cdhdashboard.assistant.number;

import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words around a number that are about it and about no other number: in "Web has 4 % and Email 2 %" those of the second are
 * "Email".
 */
record Clause(String before, String after) {
    private static final Pattern SEPARATOR = Pattern.compile(
            "[,;:]\\s|\\)|\\n|\\s(?:and|while|but|whereas|against|versus|vs\\.?|compared|followed|und|w\u00e4hrend|aber|gegen|et|mais"
                    + "|contre)\\s",
            Pattern.CASE_INSENSITIVE);

    /**
     * @param between the text between the number before, or the beginning of the sentence, and this one
     * @param follows whether there is a number before in the sentence
     * @param behind the text up to the next number, or the end of the sentence
     */
    static Clause of(String between, boolean follows, String behind) {
        if (follows && Sentences.joinsRange(between)) {
            return new Clause("", "");
        }
        Matcher first = SEPARATOR.matcher(between);
        String before = follows && first.find() ? between.substring(first.end()) : between;
        Matcher next = SEPARATOR.matcher(behind);
        return new Clause(before, next.find() ? behind.substring(0, next.start()) : behind);
    }

    /**
     * Whether it names something else than this: what stands before a number is named in the first place, what stands behind
     * it where nothing does.
     *
     * @param named what a text names of that kind
     */
    boolean namesOther(Function<String, Set<String>> named, String own) {
        Set<String> earlier = named.apply(before);
        Set<String> later = named.apply(after);
        return !(earlier.isEmpty() && later.isEmpty()) && !earlier.contains(own) && !later.contains(own);
    }
}
