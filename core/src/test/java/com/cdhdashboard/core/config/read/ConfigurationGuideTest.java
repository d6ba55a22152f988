package com.cdhdashboard.core.config.read;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.cdhdashboard.core.config.Family;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The guide names every family, and its examples work. Its tables are compared with the schema elsewhere. */
class ConfigurationGuideTest {
    private static final Pattern HEADING = Pattern.compile("^#+ (.+)$", Pattern.MULTILINE);
    private static final Pattern EXAMPLE = Pattern.compile("```toml\n(.*?)```", Pattern.DOTALL);

    private static String section(String owner) throws IOException {
        String guide = guide();
        List<MatchResult> headings = HEADING.matcher(guide).results().toList();
        for (int i = 0; i < headings.size(); i++) {
            if (headings.get(i).group(1).toLowerCase(Locale.ROOT).equals(owner)) {
                int end = i + 1 < headings.size() ? headings.get(i + 1).start() : guide.length();
                return guide.substring(headings.get(i).end(), end);
            }
        }
        throw new AssertionError("docs/configuration.md has no heading \"" + owner + "\"");
    }

    @ParameterizedTest
    @MethodSource("examples")
    void everyExampleIsFaultless(String example) {
        assertThat(TestingConfiguration.read(example).problems()).isEmpty();
    }

    static Stream<String> examples() throws IOException {
        return EXAMPLE.matcher(guide()).results().map(match -> match.group(1));
    }

    @ParameterizedTest
    @EnumSource
    void everyFamilyIsNamed(Family family) throws IOException {
        assertThat(section("[metrics]")).contains("`" + family.prefix() + "`");
    }

    private static String guide() throws IOException {
        return Files.readString(Path.of("..", "docs", "configuration.md"), UTF_8);
    }
}
