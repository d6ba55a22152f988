package com.cdhdashboard.assistant.number;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** The number that words in small letters say, one after the other. */
final class SpokenNumber {
    /** Words for one that are articles, too. */
    static final List<String> ONE = List.of("one", "a", "an", "ein", "eine", "einer", "einem", "einen", "un", "une");

    private static final String AND = "and";
    private static final Map<String, Long> SMALL = small();
    private static final Map<String, Long> GREAT = great();

    private long total;
    private long group;

    private SpokenNumber() {}

    static boolean isNumber(String word) {
        return SMALL.containsKey(word)
                || GREAT.containsKey(word)
                || GermanNumber.value(word).isPresent();
    }

    /** Whether it multiplies what stands before it. */
    static boolean isGreat(String word) {
        return GREAT.containsKey(word);
    }

    /** Empty where one of the words is no number. */
    static OptionalLong value(List<String> words) {
        if (!isNumber(words.get(0)) && words.size() == 1) {
            return OptionalLong.empty();
        }
        SpokenNumber number = new SpokenNumber();
        boolean all = words.stream().allMatch(number::add);
        return all ? OptionalLong.of(number.total + number.group) : OptionalLong.empty();
    }

    private boolean add(String word) {
        OptionalLong german = GermanNumber.value(word);
        if (GREAT.containsKey(word)) {
            multiply(GREAT.getOrDefault(word, 1L));
        } else if (ONE.contains(word)) {
            group += 1;
        } else if (SMALL.containsKey(word)) {
            group += SMALL.getOrDefault(word, 0L);
        } else if (german.isPresent()) {
            group += german.getAsLong();
        } else {
            return word.equals(AND);
        }
        return true;
    }

    /** A hundred belongs to the thousands that follow; they end a group. */
    private void multiply(long scale) {
        group = Math.max(1, group) * scale;
        if (scale > 100) {
            total += group;
            group = 0;
        }
    }

    private static Map<String, Long> small() {
        Map<String, Long> small = new LinkedHashMap<>();
        String[] english =
                ("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
                                + " sixteen seventeen eighteen nineteen")
                        .split(" ");
        for (int i = 0; i < english.length; i++) {
            small.put(english[i], (long) i);
        }
        String[] tens = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ");
        for (int i = 0; i < tens.length; i++) {
            small.put(tens[i], (i + 2) * 10L);
        }
        String[] french =
                "deux=2 trois=3 quatre=4 cinq=5 huit=8 dix=10 onze=11 douze=12 treize=13 quatorze=14 quinze=15"
                        .concat(" seize=16 vingt=20 vingts=20 trente=30 quarante=40 cinquante=50 soixante=60")
                        .split(" ");
        for (String each : french) {
            int sign = each.indexOf('=');
            small.put(each.substring(0, sign), Long.parseLong(each.substring(sign + 1)));
        }
        small.remove("one");
        return small;
    }

    private static Map<String, Long> great() {
        Map<String, Long> great = new LinkedHashMap<>();
        great.put("hundred", 100L);
        great.put("dozen", 12L);
        great.put("thousand", 1_000L);
        great.put("mille", 1_000L);
        for (String word : "million millions millionen".split(" ")) {
            great.put(word, 1_000_000L);
        }
        for (String word : "billion billions milliarde milliarden milliard milliards".split(" ")) {
            great.put(word, 1_000_000_000L);
        }
        return great;
    }
}
