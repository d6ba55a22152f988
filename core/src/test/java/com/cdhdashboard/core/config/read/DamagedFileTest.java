package com.cdhdashboard.core.config.read;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.cdhdashboard.core.config.Configuration;
import com.cdhdashboard.core.config.LoadedConfiguration;
import com.cdhdashboard.core.config.edit.TomlText;
import com.cdhdashboard.core.error.Position;
import com.cdhdashboard.core.error.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** No text makes reading fail, hang, or point outside the text. */
class DamagedFileTest {
    private static final List<String> DEBRIS = List.of(
            "\"",
            "'",
            "\"\"\"",
            "'''",
            "[",
            "]",
            "[[",
            "{",
            "}",
            "=",
            ".",
            ",",
            "\n",
            "#",
            "\\",
            "\u0000",
            "😀",
            "\uD800",
            "é",
            "true",
            "-",
            "1e999",
            "0x",
            "[metrics]\n",
            "[reports.a.b]\n",
            "metrics = 1\n",
            "2024-13-45");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void aDamagedFileBringsProblemsNotFailures(long seed) throws IOException {
        Random random = new Random(seed);
        String whole = packaged();
        for (int round = 0; round < 12; round++) {
            StringBuilder text = new StringBuilder(whole);
            for (int damage = 0; damage <= random.nextInt(4); damage++) {
                damage(text, random);
            }
            check(round % 2 == 0 ? text.toString() : text.toString().replace("\n", "\r\n"));
        }
    }

    private static void damage(StringBuilder text, Random random) {
        int at = random.nextInt(text.length());
        if (random.nextBoolean()) {
            text.insert(at, DEBRIS.get(random.nextInt(DEBRIS.size())));
        } else {
            text.delete(at, Math.min(text.length(), at + 1 + random.nextInt(40)));
        }
    }

    static Stream<String> oddTexts() {
        return Stream.of(
                "",
                "\n\n",
                "\uFEFF",
                "\u0000",
                "\r",
                "a",
                "[",
                "[[[[[[",
                "x = " + "[".repeat(5_000),
                "x = " + "{a=".repeat(5_000),
                "[ih]\nextensions = [[[{}]]]",
                "ih.extensions.filter = ",
                "[ih]\nfile_pattern = \"\uD800\"",
                "metrics = []\nreports = {}\nux = 2024-01-01",
                "[metrics]\nglobal_filters = [[\"a\"]]\nengagement = [1]",
                "[reports.\"\"]\nmetric = \"\"",
                "[reports.a.b.c]\nx = 1",
                "a.".repeat(2_000) + "b = 1");
    }

    @ParameterizedTest
    @MethodSource("oddTexts")
    void anOddTextBringsProblemsNotFailures(String text) {
        check(text);
    }

    private static void check(String text) {
        LoadedConfiguration loaded = Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(20), () -> ConfigurationReader.read(text, "damaged.toml"));
        long lines = text.chars().filter(c -> c == '\n').count() + 1;

        assertThat(loaded.configuration()).isNotNull();
        LoadedConfiguration edited = ConfigurationReader.read(TomlText.of(text), "damaged.toml");
        assertThat(edited).isEqualTo(loaded);
        for (Problem problem : loaded.problems()) {
            Position position = problem.position().orElseThrow();
            assertThat((long) position.line()).as(problem.toString()).isBetween(1L, lines);
            assertThat(problem.message()).isNotBlank();
        }
    }

    private static String packaged() throws IOException {
        try (InputStream resource = Objects.requireNonNull(Configuration.class.getResourceAsStream("demo.toml"))) {
            return new String(resource.readAllBytes(), UTF_8);
        }
    }
}
