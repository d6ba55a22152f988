package com.cdhdashboard.core.config.read;

import static org.assertj.core.api.Assertions.assertThat;

import com.cdhdashboard.core.config.Family;
import com.cdhdashboard.core.config.schema.ConfigurationKeys;
import com.cdhdashboard.core.config.schema.KeyType;
import com.cdhdashboard.core.config.schema.SchemaKey;
import com.cdhdashboard.core.config.schema.SchemaSection;
import com.cdhdashboard.core.error.Problem;
import com.cdhdashboard.core.error.Severity;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every key of the schema is read as the schema says; that nothing else is read, reading itself makes sure of. */
class SchemaReadingTest {
    private static final String UNREADABLE = "[[[1]]]";

    static Stream<Arguments> keys() {
        Stream<Arguments> families = Stream.of(Family.values())
                .flatMap(family -> keys("metrics." + family.prefix(), ConfigurationKeys.of(family)));
        Stream<Arguments> others = Stream.of(
                        keys("copyright", ConfigurationKeys.COPYRIGHT),
                        keys("ux", ConfigurationKeys.UX),
                        keys("ih", ConfigurationKeys.IH),
                        keys("ih.limits", ConfigurationKeys.LIMITS),
                        keys("ih.extensions", ConfigurationKeys.EXTENSIONS),
                        keys("holdings", ConfigurationKeys.HOLDINGS),
                        keys("holdings.extensions", ConfigurationKeys.EXTENSIONS),
                        keys("metrics", ConfigurationKeys.METRICS),
                        keys("reports.a", ConfigurationKeys.REPORTS),
                        keys("variants", ConfigurationKeys.VARIANTS),
                        keys("chat_with_data", ConfigurationKeys.CHAT_WITH_DATA),
                        keys("assistant", ConfigurationKeys.ASSISTANT))
                .flatMap(each -> each);
        return Stream.concat(families, others);
    }

    private static Stream<Arguments> keys(String table, SchemaSection section) {
        return section.keys().stream().map(key -> Arguments.of(table, key.name(), key));
    }

    @ParameterizedTest(name = "{0}.{1}")
    @MethodSource("keys")
    void aValueOfNoTypeIsRefused(String table, String name, SchemaKey key) {
        List<String> errors = errors(table, name, UNREADABLE);

        if (key.type() instanceof KeyType.Anything || key.type() instanceof KeyType.Decimal) {
            assertThat(errors).isEmpty();
        } else {
            assertThat(errors).isNotEmpty();
        }
    }

    @ParameterizedTest(name = "{0}.{1}")
    @MethodSource("keys")
    void theExampleOrElseTheDefaultIsTaken(String table, String name, SchemaKey key) {
        String value = key.help().example();
        if (value.isEmpty() && key.otherwise().isPresent()) {
            Object otherwise = key.otherwise().get();
            value = otherwise instanceof String text ? "'" + text + "'" : otherwise.toString();
        }
        if (key.type() instanceof KeyType.Nested || key.type() instanceof KeyType.Anything) {
            assertThat(value).isEmpty();
        } else {
            assertThat(value).isNotEmpty();
            assertThat(errors(table, name, value)).isEmpty();
        }
    }

    @ParameterizedTest(name = "{0}.{1}")
    @MethodSource("keys")
    void helpIsThere(String table, String name, SchemaKey key) {
        assertThat(key.meaning()).isNotBlank().doesNotEndWith(".");
        assertThat(key.label()).isNotBlank();
        assertThat(key.help().since()).isEqualTo("0.1.0");
    }

    /** The errors of that key and below it. */
    private static List<String> errors(String table, String name, String value) {
        String path = table + "." + name;
        String text = path + " = " + value + "\n";
        return ConfigurationReader.read(text, "config.toml").problems().stream()
                .filter(problem -> problem.severity() == Severity.ERROR)
                .filter(problem -> problem.path().equals(path) || problem.path().startsWith(path + "."))
                .filter(problem ->
                        !(path.equals("reports.a.metric") && problem.message().contains("is not a metric;")))
                .map(Problem::toString)
                .toList();
    }
}
