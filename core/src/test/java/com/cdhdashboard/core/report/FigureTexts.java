package com.cdhdashboard.core.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds what nobody could read in the texts of a figure: numbers that were not rounded, and hovers that Plotly makes. */
public final class FigureTexts {
    private static final Pattern DECIMAL = Pattern.compile("(?<![\\w.])\\d[\\d,]*\\.\\d+");
    private static final Pattern RAW = Pattern.compile("%\\{(?!hovertext}|text}|label})[^}:]*}");
    private static final Pattern MARKUP = Pattern.compile("<[^>]*>");
    /** Money has cents below a thousand, and precise rates three digits after the point. */
    private static final int MOST_DIGITS = 5;

    private static final List<String> TEXTS = List.of(
            "text",
            "hovertext",
            "hovertemplate",
            "texttemplate",
            "ticktext",
            "labels",
            "name",
            "label",
            "customdata",
            "meta");

    private final List<String> found = new ArrayList<>();

    private FigureTexts() {}

    /** Each with where it stands. */
    public static List<String> unreadable(JsonNode figure) {
        FigureTexts texts = new FigureTexts();
        texts.walk(figure, "", false);
        figure.at("/data").forEach(texts::hover);
        figure.at("/frames").forEach(frame -> frame.at("/data").forEach(texts::hover));
        return texts.found;
    }

    /** A text on its own, such as one of a card or a note. */
    public static List<String> unreadable(String text) {
        FigureTexts texts = new FigureTexts();
        texts.text(text, "");
        return texts.found;
    }

    private void hover(JsonNode trace) {
        boolean told = trace.has("hovertemplate")
                || trace.path("hoverinfo").asText().equals("skip")
                || trace.path("type").asText().equals("indicator");
        if (!told) {
            found.add("a hover of Plotly's own: " + trace.path("type").asText());
        }
    }

    private void walk(JsonNode node, String path, boolean read) {
        if (node.isTextual() && read) {
            text(node.asText(), path);
        }
        if (node.isNumber() && read) {
            text(node.asText(), path);
        }
        if (node.isArray()) {
            node.forEach(element -> walk(element, path, read));
        }
        node.propertyStream()
                .forEach(field -> walk(field.getValue(), path + "/" + field.getKey(), TEXTS.contains(field.getKey())));
    }

    private void text(String text, String path) {
        String plain = MARKUP.matcher(text).replaceAll(" ");
        Matcher numbers = DECIMAL.matcher(plain);
        while (numbers.find()) {
            String digits = numbers.group().replaceAll("[^0-9]", "").replaceFirst("^0+", "");
            if (digits.length() > MOST_DIGITS) {
                found.add(path + ": " + plain);
            }
        }
        if (RAW.matcher(text).find()) {
            found.add(path + ": " + text);
        }
    }
}
