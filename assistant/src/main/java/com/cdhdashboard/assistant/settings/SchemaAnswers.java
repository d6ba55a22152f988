package com.cdhdashboard.assistant.settings;

import java.util.List;
import java.util.stream.Stream;

/** How an answer that is data is bound to its JSON Schema. */
public enum SchemaAnswers {
    /** The provider is told the schema, in the way it documents. */
    JSON_SCHEMA("json_schema"),
    /** The same in the older way of some servers that do as OpenAI does. */
    JSON_OBJECT("json_object"),
    /** The schema stands in the question alone. */
    PROMPT("prompt");

    private final String word;

    SchemaAnswers(String word) {
        this.word = word;
    }

    static List<String> words() {
        return Stream.of(values()).map(each -> each.word).toList();
    }

    static SchemaAnswers of(String word) {
        return Stream.of(values())
                .filter(each -> each.word.equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(word));
    }
}
