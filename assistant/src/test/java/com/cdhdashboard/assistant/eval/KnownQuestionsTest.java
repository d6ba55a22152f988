package com.cdhdashboard.assistant.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.cdhdashboard.core.error.UserException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KnownQuestionsTest {
    private static final String GOOD = """
            [data.demo]
            sample = true
            config = "demo"

            [[question]]
            id = "all"
            kind = "channel"
            data = "demo"
            ask = "How many?"
            expect = "numbers"
            numbers = [12, 0.5]
            calls = [{ tool = "query_metric", arguments = '{}' }]
            answer = "There were 12."
            """;

    @TempDir
    private Path folder;

    private KnownQuestions read(String text) throws IOException {
        return KnownQuestions.read(Files.writeString(folder.resolve("mine.toml"), text));
    }

    @Test
    void whatStandsInAFileIsRead() throws IOException {
        KnownQuestions known = read(GOOD + "\n[data.own]\nimport = \"../export\"\nconfig = \"own.toml\"\n");

        assertThat(known.data().get("demo")).isEqualTo(new KnownData(Optional.empty(), "demo"));
        assertThat(known.data().get("own"))
                .isEqualTo(new KnownData(
                        Optional.of(folder.resolveSibling("export")),
                        folder.resolve("own.toml").toString()));
        assertThat(known.questions())
                .containsExactly(new KnownQuestion(
                        "all",
                        "channel",
                        "demo",
                        "How many?",
                        new KnownQuestion.Numbers(List.of(12.0, 0.5)),
                        new KnownQuestion.Example(
                                List.of(new KnownQuestion.Call("query_metric", "{}")), "There were 12.")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sample = true | sampl = true | data.demo: has either import, a folder, or sample = true, for the demo"
                        + " export",
                "config = \"demo\" | config = 1 | data.demo: config is 1, but must be a text",
                "data = \"demo\" | data = \"own\" | question 1: data is \"own\", but there is no [data.own]",
                "expect = \"numbers\" | expect = \"any\" | question 1: expect is \"any\"; there are numbers, asks and"
                        + " declines",
                "[12, 0.5] | [] | question 1: numbers is empty; an answer that expects numbers needs one",
                "[12, 0.5] | [\"x\"] | question 1: numbers holds x, which is no number",
                "tool = \"query_metric\", | '' | question 1, calls: tool is missing; it is a text",
                "[[question]] | [one] | holds no [[question]]",
            })
    void whatIsWrongIsSaidWithItsPlace(String right, String wrong, String message) {
        assertThatThrownBy(() -> read(GOOD.replace(right, wrong)))
                .isInstanceOf(UserException.class)
                .hasMessage(folder.resolve("mine.toml") + ": " + message);
    }

    @Test
    void whereThereIsNoFileItIsSaidHowToNameOne() {
        assertThatThrownBy(() -> KnownQuestions.read(Path.of("no", "such.toml")))
                .isInstanceOf(UserException.class)
                .hasMessage("there is no file of questions no/such.toml that can be read; name one with --questions");
    }
}
