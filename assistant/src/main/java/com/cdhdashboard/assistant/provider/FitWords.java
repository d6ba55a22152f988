package com.cdhdashboard.assistant.provider;

import com.cdhdashboard.assistant.model.Message;
import com.cdhdashboard.assistant.model.Prompt;
import com.cdhdashboard.assistant.settings.ApiKey;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Makes what a provider said fit for people: without the key, be it in part, and without what was asked. */
record FitWords(Optional<ApiKey> key, Prompt prompt) {
    /** Letters of a key that already tell it apart. */
    private static final int OF_A_KEY = 6;
    /** Letters in a row that are not like what was asked by chance. */
    private static final int ALIKE = 24;

    private static final Pattern USUAL_KEYS = Pattern.compile("\\b(sk-|AIza|xai-|gsk_)\\S*");

    String of(String words) {
        String without = key.map(each -> withoutKey(words, each.value())).orElse(words);
        String shown = USUAL_KEYS.matcher(without).replaceAll("(key)");
        return repeatsThePrompt(shown) ? "" : shown;
    }

    /** Providers repeat the beginning of a wrong key, and put stars into it. */
    private static String withoutKey(String words, String key) {
        String beginning = key.substring(0, Math.min(OF_A_KEY, key.length()));
        return words.replaceAll("\\S*" + Pattern.quote(beginning) + "\\S*", Matcher.quoteReplacement("(key)"));
    }

    private boolean repeatsThePrompt(String words) {
        if (words.length() < ALIKE) {
            return false;
        }
        String asked = prompt.instructions()
                + prompt.messages().stream().map(FitWords::text).collect(Collectors.joining("\n"));
        for (int start = 0; start + ALIKE <= words.length(); start++) {
            if (asked.contains(words.substring(start, start + ALIKE))) {
                return true;
            }
        }
        return false;
    }

    private static String text(Message message) {
        if (message instanceof Message.Question question) {
            return question.text();
        }
        if (message instanceof Message.ToolResult result) {
            return result.json();
        }
        return ((Message.Answer) message).text();
    }
}
