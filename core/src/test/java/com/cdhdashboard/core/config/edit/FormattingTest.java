package com.cdhdashboard.core.config.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.cdhdashboard.testdata.TestData;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** White space is put in order, and nothing else. */
class FormattingTest {
    @Test
    void whiteSpaceIsPutInOrder() {
        assertThat(TomlText.of("""


                                # Head \s
                                a=1\t
                                  'b c' . d   =   "x  =  y"# c

                                 \t

                                e = \"""
                                  kept \s

                                \"""  # e
                                [ t . "u" ]#t
                                    # one
                                  l = [ 'a',   # ]
                                  # two
                                         [1,
                                 2], { x = "[" },

                                \t]
                                # dangling
                                [[ i ]]  # i
                                x=1


                                # free


                                [z]
                                """).formatted().text()).isEqualTo("""
                        # Head
                        a = 1
                        'b c'.d = "x  =  y" # c

                        e = \"""
                          kept \s

                        \"""  # e

                        [t."u"] #t
                        # one
                        l = [ 'a',   # ]
                            # two
                            [1,
                                2], { x = "[" },

                        ]

                        # dangling
                        [[i]]  # i
                        x = 1

                        # free

                        [z]
                        """);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "# only\n", "\uFEFFa = 1\r\n\r\n[b]\r\nc = \"\"\"\r\nx\"\"\"\r\n", "a = 1\n"})
    void whatIsInOrderStays(String text) {
        assertThat(TomlText.of(text).formatted().text()).isEqualTo(text);
    }

    @Test
    void meaningOrderAndCommentsStay() throws IOException {
        List<String> texts = new ArrayList<>();
        Random random = new Random(3);
        for (int count = 0; count < 200; count++) {
            texts.add(GeneratedToml.next(random));
        }
        texts.add(Files.readString(TestData.path("configs/reference_demo.toml")));
        texts.add(Files.readString(TestData.path("configs/reference_template.toml")));
        for (String text : texts) {
            TomlText formatted = TomlText.of(text).formatted();
            assertThat(Meaning.same(TomlText.of(text).meaning(), formatted.meaning(), List.of()))
                    .isTrue();
            assertThat(visible(formatted.text())).isEqualTo(visible(text));
            assertThat(formatted.formatted().text()).isEqualTo(formatted.text());
            assertThat(formatted.text()).doesNotEndWith("\n\n");
        }
    }

    private static String visible(String text) {
        return Pattern.compile("\\s").matcher(text).replaceAll("");
    }

    @Test
    void textThatIsNoTomlIsNotFormatted() {
        assertThatThrownBy(() -> TomlText.of("a =\n").formatted())
                .hasMessageStartingWith("the text is not valid TOML at line 1, column 4: ");
    }
}
