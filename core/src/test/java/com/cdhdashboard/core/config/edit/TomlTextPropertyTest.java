package com.cdhdashboard.core.config.edit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.cdhdashboard.core.config.Configuration;
import com.cdhdashboard.core.error.UserException;
import com.cdhdashboard.testdata.TestData;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.tomlj.Toml;

/** What holds for every document and every edit. */
class TomlTextPropertyTest {
    private static final Pattern COMMENT = Pattern.compile("#(?:free)?[0-9]+(?::([^\\r\\n]*))?");

    @Test
    void settingEveryValueToItselfChangesNoByte() throws IOException {
        for (String text : documents()) {
            TomlText document = TomlText.of(text);
            assertThat(document.text()).isEqualTo(text);
            assertThat(document.wellFormed()).as(text).isTrue();
            for (List<String> path : paths(document, List.of())) {
                assertThat(document.set(path, document.value(path).orElseThrow())
                                .text())
                        .isEqualTo(text);
            }
        }
    }

    @Test
    void replacingTablesByTheirOwnTextChangesNoMeaning() throws IOException {
        Random random = new Random(5);
        for (String text : documents()) {
            TomlText document = TomlText.of(text);
            for (List<String> path : paths(document, List.of())) {
                if (document.value(path).orElseThrow() instanceof Map && random.nextInt(10) == 0) {
                    TomlText replaced = document.replaceTable(path, document.textOf(path));
                    assertThat(values(replaced)).isEqualTo(values(document));
                    assertThat(comments(replaced.text())).containsAll(comments(text));
                }
            }
        }
    }

    @Test
    void editsOfTextAreEditsOfMeaning() throws IOException {
        Random random = new Random(17);
        int refused = 0;
        int done = 0;
        for (String text : documents()) {
            TomlText document = TomlText.of(text);
            for (int edit = 0; edit < 12; edit++) {
                // Only at first do comments name those that they belong to
                document = edit <= 6 ? TomlText.of(text) : document;
                List<List<String>> paths = paths(document, List.of());
                if (paths.isEmpty()) {
                    break;
                }
                try {
                    document = edited(document, paths.get(random.nextInt(paths.size())), edit <= 6, random);
                    done++;
                } catch (UserException refusal) {
                    assertThat(refusal).hasMessageContaining("without rewriting other parts");
                    refused++;
                }
            }
        }
        assertThat(done).isGreaterThan(2000);
        assertThat(refused).isLessThan(done / 50);
    }

    private static TomlText edited(TomlText document, List<String> path, boolean owned, Random random) {
        List<String> kept = comments(document.text());
        kept.removeIf(each -> !owned && !each.startsWith("#free"));
        RandomEdit edit = new RandomEdit(document, path, new LinkedHashMap<>(values(document)), random);
        TomlText result = edit.apply(each -> kept.removeIf(comment -> belongs(comment, each)));
        assertThat(withoutEmpty(values(result)))
                .as("%s%n%s", path, document.text())
                .isEqualTo(withoutEmpty(edit.expected()));
        assertThat(comments(result.text()))
                .as("%s%n%s%n->%n%s", path, document.text(), result.text())
                .containsAll(kept);
        return result;
    }

    private static boolean belongs(String comment, List<String> path) {
        Matcher matcher = COMMENT.matcher(comment);
        return matcher.matches()
                && matcher.group(1) != null
                && Statement.startsWith(Toml.parseDottedKey(matcher.group(1)), path);
    }

    private static List<String> comments(String text) {
        return new ArrayList<>(
                COMMENT.matcher(text).results().map(each -> each.group()).toList());
    }

    private static List<String> documents() throws IOException {
        Random random = new Random(200);
        List<String> texts = new ArrayList<>();
        for (int count = 0; count < 200; count++) {
            texts.add(GeneratedToml.next(random));
        }
        texts.add(Files.readString(TestData.path("configs/reference_demo.toml")));
        texts.add(Files.readString(TestData.path("configs/reference_template.toml")));
        texts.add(packaged("default.toml"));
        texts.add(packaged("demo.toml"));
        return texts;
    }

    private static String packaged(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(Configuration.class.getResourceAsStream(name))) {
            return new String(in.readAllBytes(), UTF_8);
        }
    }

    private static List<List<String>> paths(TomlText document, List<String> table) {
        List<List<String>> paths = new ArrayList<>();
        for (String key : document.keys(table)) {
            List<String> path = RandomEdit.child(table, key);
            paths.add(path);
            paths.addAll(paths(document, path));
        }
        return paths;
    }

    private static Map<String, Object> values(TomlText document) {
        return copy(document, List.of());
    }

    private static Map<String, Object> copy(TomlText document, List<String> table) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (String key : document.keys(table)) {
            Object value = document.value(RandomEdit.child(table, key)).orElseThrow();
            values.put(key, value instanceof Map ? copy(document, RandomEdit.child(table, key)) : value);
        }
        return values;
    }

    /** A table that is only implied goes with the last one below it. */
    private static Object withoutEmpty(Object value) {
        if (!(value instanceof Map<?, ?> table)) {
            return value;
        }
        Map<Object, Object> kept = new LinkedHashMap<>();
        table.forEach((key, each) -> {
            Object child = withoutEmpty(each);
            if (!(child instanceof Map<?, ?> map && map.isEmpty())) {
                kept.put(key, child);
            }
        });
        return kept;
    }
}
