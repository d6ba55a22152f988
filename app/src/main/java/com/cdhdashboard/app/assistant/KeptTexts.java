package com.cdhdashboard.app.assistant;

import com.cdhdashboard.app.configuration.TextFolder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Where texts are kept by name. Safe for use by many threads. */
interface KeptTexts {
    String ENDING = ".json";

    List<String> names();

    Optional<String> read(String name);

    void write(String name, String text);

    void remove(String name);

    /** Files of a folder, which is made when the first is written. */
    static KeptTexts in(Path folder) {
        TextFolder files = new TextFolder(folder, Pattern.compile("([0-9a-f]{32})\\.json"));
        files.removeUnfinished();
        return new KeptTexts() {
            @Override
            public List<String> names() {
                return List.copyOf(files.called());
            }

            @Override
            public Optional<String> read(String name) {
                return files.read(name + ENDING);
            }

            @Override
            public void write(String name, String text) {
                files.write(name + ENDING, text);
            }

            @Override
            public void remove(String name) {
                files.remove(List.of(name + ENDING));
            }
        };
    }

    /** Until the program ends. */
    static KeptTexts inMemory() {
        Map<String, String> texts = new LinkedHashMap<>();
        return new KeptTexts() {
            @Override
            public synchronized List<String> names() {
                return new ArrayList<>(texts.keySet());
            }

            @Override
            public synchronized Optional<String> read(String name) {
                return Optional.ofNullable(texts.get(name));
            }

            @Override
            public synchronized void write(String name, String text) {
                texts.put(name, text);
            }

            @Override
            public synchronized void remove(String name) {
                texts.remove(name);
            }
        };
    }
}
