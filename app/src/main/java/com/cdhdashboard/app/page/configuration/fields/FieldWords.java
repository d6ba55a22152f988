package com.cdhdashboard.app.page.configuration.fields;

import com.cdhdashboard.core.cube.ValueType;
import com.cdhdashboard.core.error.ShortText;
import com.cdhdashboard.core.figure.NumberText;
import com.cdhdashboard.core.sample.KnownFields;
import com.cdhdashboard.core.sample.SampleSummary;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What is known of a field, in a line: its type, how much is missing, how many values it has, and the most frequent. */
final class FieldWords {
    private static final int MOST_VALUES = 4;
    private static final int LONGEST = 24;

    private FieldWords() {}

    static String of(KnownFields.Field field, long rows) {
        if (field.origin() == KnownFields.Origin.FILE && field.seen().isEmpty()) {
            return "its values are not kept in the sample";
        }
        List<String> words = new ArrayList<>();
        field.type().map(FieldWords::type).ifPresent(words::add);
        switch (field.origin()) {
            case DEFAULT -> words.add("a default value");
            case DERIVED -> words.add("follows from others");
            case CALCULATED -> words.add("calculated");
            case FILE -> field.seen().ifPresent(seen -> words.addAll(seen(seen, rows)));
        }
        return String.join(" · ", words);
    }

    private static String type(ValueType type) {
        return switch (type) {
            case TEXT -> "text";
            case INTEGER -> "whole number";
            case NUMBER -> "number";
            case BOOLEAN -> "true or false";
            case DATE -> "day";
            case TIMESTAMP -> "date and time";
            case TABLE -> throw ValueType.noTables();
        };
    }

    private static List<String> seen(SampleSummary.Seen seen, long rows) {
        List<String> words = new ArrayList<>();
        words.add(missing(rows - seen.present(), rows));
        String values = NumberText.count(seen.different()) + (seen.different() == 1 ? " value" : " values");
        String frequent = seen.frequent().stream()
                .limit(MOST_VALUES)
                .map(SampleSummary.Frequent::value)
                .map(value -> value.isEmpty() ? "(empty)" : ShortText.of(value, LONGEST))
                .collect(Collectors.joining(", "));
        String most = seen.different() > MOST_VALUES ? ", most often " : ": ";
        words.add(values + (frequent.isEmpty() ? "" : most + frequent));
        return words;
    }

    private static String missing(long missing, long rows) {
        if (missing == 0 || rows == 0) {
            return "never missing";
        }
        long percent = Math.min(99, Math.round(missing * 100.0 / rows));
        return missing == rows ? "always missing" : (percent == 0 ? "less than 1" : percent) + " % missing";
    }
}
