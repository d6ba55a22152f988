package com.cdhdashboard.app.page.configuration.form;

import static org.assertj.core.api.Assertions.assertThat;

import com.cdhdashboard.core.check.ConfigurationCheck;
import com.cdhdashboard.core.config.edit.TomlText;
import com.cdhdashboard.core.config.read.ConfigurationReader;
import com.cdhdashboard.core.schema.Schema;
import com.cdhdashboard.testdata.TestData;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class FormTest {
    private static final List<String> TABLES =
            List.of("copyright", "ux", "ih", "holdings", "metrics", "variants", "chat_with_data", "assistant");

    static Stream<String> configurations() throws IOException {
        return Stream.of(
                ConfigurationReader.demo().text(),
                ConfigurationReader.defaults().text(),
                Files.readString(TestData.path("configs", "reference_demo.toml")),
                Files.readString(TestData.path("configs", "reference_template.toml")));
    }

    private static Form form(TomlText text) {
        return new Form(
                text,
                ConfigurationCheck.check(ConfigurationReader.read(text.text(), "t.toml"))
                        .problems(),
                new NothingImported());
    }

    /** What is said where no data tell. */
    private record NothingImported() implements Hints {
        @Override
        public List<String> ofNames(FieldPath path, List<String> names) {
            return List.of();
        }

        @Override
        public List<String> ofDefaults(FieldPath path, List<String> names) {
            return List.of();
        }
    }

    private static List<FormSection> sections(TomlText text) {
        Form form = form(text);
        List<FormSection> sections = new ArrayList<>();
        TABLES.forEach(table -> sections.add(form.section(FieldPath.of(table))));
        for (String table : List.of("metrics", "reports")) {
            for (String name : text.keys(List.of(table))) {
                FieldPath path = FieldPath.of(table, name);
                if (Schema.section(path.names()).isPresent()
                        && !text.keys(path.names()).isEmpty()) {
                    sections.add(form.section(path));
                }
            }
        }
        return sections;
    }

    @ParameterizedTest
    @MethodSource("configurations")
    void everyFieldSavedAsItIsLeavesTheSameBytes(String toml) {
        TomlText text = TomlText.of(toml);
        TomlText saved = text;
        int fields = 0;
        for (FormSection section : sections(text)) {
            for (FormField field : section.fields()) {
                saved = field.set() ? saved(saved, field) : saved;
                fields += field.set() ? 1 : 0;
            }
        }
        assertThat(fields).isGreaterThan(20);
        assertThat(saved.text()).isEqualTo(toml);
    }

    private static TomlText saved(TomlText text, FormField field) {
        if (field.kind() == FieldKind.KEPT) {
            return text;
        }
        if (field.kind() == FieldKind.TABLE) {
            TomlText result = text;
            for (FormField.Row row : field.rows()) {
                result = row.kept() ? result : set(result, row.path(), row.posts(), List.of(row.value()));
            }
            return result;
        }
        return set(text, field.path(), field.kind().posts(), field.values());
    }

    private static TomlText set(TomlText text, FieldPath path, String as, List<String> values) {
        Optional<Object> value = Posted.of(as).read(values, text.value(path.names()));
        return text.set(path.names(), value.orElseThrow());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    text   | 2024        | '"old"'    | '"2024"'
                    text   | true        | '"old"'    | '"true"'
                    text   | ''          | '"old"'    | '""'
                    text   | 2024        | 2023       | '"2024"'
                    either | 2.5         | 2.4        | 2.5
                    either | 2.5         | '"2.4"'    | '"2.5"'
                    number | 60_000      | 50000      | 60000
                    number | 0.25        | 1          | 0.25
                    number | many        | 1          | '"many"'
                    number | 1e400       | 1          | '"1e400"'
                    flag   | true        | false      | true
                    flag   | maybe       | false      | '"maybe"'
                    day    | 2025-01-31  | 2025-01-30 | 2025-01-31
                    day    | 2025-01-31  | '"2025-01-30"' | '"2025-01-31"'
                    day    | 2025-02-31  | 2025-01-30 | '"2025-02-31"'
                    list   | 2024        | '["a"]'    | '["2024"]'
                    list   | 2024        | '[2024]'   | '[2024]'
                    """)
    void whatIsTypedKeepsItsType(String as, String typed, String before, String after) {
        TomlText text = TomlText.of("key = " + before + " # why\n");
        assertThat(set(text, FieldPath.of("key"), as, List.of(typed)).text()).isEqualTo("key = " + after + " # why\n");
    }

    @ParameterizedTest
    @CsvSource({"number", "flag", "day"})
    void anEmptyNumberFlagOrDayIsLeftOut(String as) {
        assertThat(Posted.of(as).read(List.of(" "), Optional.of(1L))).isEmpty();
    }

    @Test
    void notSetIsAnotherThingThanSetToTheDefault() {
        FormSection unset = form(TomlText.of("[ux]\n")).section(FieldPath.of("ux"));
        FormField field = unset.field(FieldPath.of("ux", "refresh_interval")).orElseThrow();
        assertThat(field.set()).isFalse();
        assertThat(field.values()).isEmpty();
        assertThat(field.words().otherwise()).isEqualTo("180000");
        FormSection set = form(TomlText.of("[ux]\nrefresh_interval = 180000\n")).section(FieldPath.of("ux"));
        assertThat(set.field(field.path()).orElseThrow().set()).isTrue();
        assertThat(set.field(field.path()).orElseThrow().value()).isEqualTo("180000");
    }

    @Test
    void aValueOfAnotherTypeIsShownToBeMended() {
        FormField field = form(TomlText.of("[ux]\nrefresh_interval = \"soon\"\n"))
                .section(FieldPath.of("ux"))
                .field(FieldPath.of("ux", "refresh_interval"))
                .orElseThrow();
        assertThat(field.kind()).isEqualTo(FieldKind.NUMBER);
        assertThat(field.value()).isEqualTo("soon");
        assertThat(field.problems())
                .extracting(FormField.FieldProblem::severity)
                .containsExactly("error");
    }

    @Test
    void keysThatNothingReadsAreNamed() {
        FormSection section = form(TomlText.of("[ux]\n\"odd name\" = 1\n")).section(FieldPath.of("ux"));
        assertThat(section.strangers()).hasSize(1);
        assertThat(section.strangers().get(0).path().dotted()).isEqualTo("ux.\"odd name\"");
        assertThat(section.strangers().get(0).problems()).hasSize(1);
    }
}
