package com.cdhdashboard.assistant.improve;

import com.cdhdashboard.core.error.Problem;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Problems as a model is told them. Their sentences quote what stands in the configuration and list what else there is, so
 * that only words are told that may be, and the rest stays away.
 */
record ToldProblems(Told told, ToldConfiguration configuration, Set<String> hidden) {
    private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}_]+");
    private static final String NOT_TOLD = "(not told)";

    static ToldProblems of(Request request) {
        Set<String> hidden = new LinkedHashSet<>(request.hidden());
        ConfiguredTexts.of(request.text()).stream()
                .filter(text -> !request.told().words().contains(text))
                .forEach(hidden::add);
        return new ToldProblems(request.told(), new ToldConfiguration(request.told(), request.hidden()), hidden);
    }

    String of(Problem problem) {
        return said(sentence(problem));
    }

    /** A sentence without what must not be told. */
    String said(String sentence) {
        Matcher quoted = QUOTED.matcher(sentence);
        String plain = quoted.replaceAll(match -> Matcher.quoteReplacement(
                configuration.tellable(match.group(1)) ? match.group() : "\"" + NOT_TOLD + "\""));
        for (String hidden : hidden) {
            plain = Pattern.compile(
                            "(?<![\\p{L}\\p{N}])" + Pattern.quote(hidden) + "(?![\\p{L}\\p{N}])",
                            Pattern.CASE_INSENSITIVE)
                    .matcher(plain)
                    .replaceAll(NOT_TOLD);
        }
        return WORD.matcher(plain)
                .replaceAll(match -> Matcher.quoteReplacement(
                        told.words().contains(match.group()) || configuration.tellable(match.group())
                                ? match.group()
                                : NOT_TOLD));
    }

    /** A problem as people are told it. */
    static String sentence(Problem problem) {
        return problem.path().isEmpty() ? problem.message() : problem.path() + ": " + problem.message();
    }
}
