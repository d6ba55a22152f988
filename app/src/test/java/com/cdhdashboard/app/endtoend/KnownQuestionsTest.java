package com.cdhdashboard.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.cdhdashboard.app.start.InstalledProgram;
import com.cdhdashboard.assistant.eval.KnownQuestion;
import com.cdhdashboard.assistant.eval.KnownQuestions;
import com.cdhdashboard.assistant.scripted.Asked;
import com.cdhdashboard.assistant.scripted.Reply;
import com.cdhdashboard.assistant.scripted.ScriptedModels;
import com.cdhdashboard.testdata.TestData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The questions that come with the program, asked as a user asks them, of models that answer as well and as badly as can be. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KnownQuestionsTest {
    private static final Path FILE = TestData.path("..", "evals", "questions.toml");
    private static final Pattern NUMBER = Pattern.compile("\\d+");

    private final ScriptedModels models = ScriptedModels.start();
    private final KnownQuestions known = KnownQuestions.read(FILE);
    private Path folder = Path.of("");

    @BeforeAll
    void nameTheModel(@TempDir Path temporary) throws IOException {
        folder = temporary;
        Files.writeString(temporary.resolve("llm.toml"), models.file());
    }

    @AfterAll
    void stop() {
        models.close();
    }

    @Test
    void aModelThatAlwaysAsksToolsPassesAndOneThatMakesNumbersUpFails() {
        assertThat(known.questions()).hasSizeGreaterThanOrEqualTo(60);
        models.always(asked -> answer(asked, KnownQuestionsTest::asItIs));
        InstalledProgram.Outcome good = ask();
        assertThat(good.out()).doesNotContain("FAILED");
        assertThat(lastLine(good)).matches("all +71 +71 .*");
        assertThat(good.code()).isZero();

        models.always(asked -> answer(asked, KnownQuestionsTest::madeUp));
        InstalledProgram.Outcome lying = ask();
        assertThat(lastLine(lying)).matches("all +0 +71 .*");
        assertThat(lying.code()).isOne();
    }

    private InstalledProgram.Outcome ask() {
        return InstalledProgram.run(
                "eval",
                "--llm_config",
                folder.resolve("llm.toml"),
                "--questions",
                FILE,
                "--data",
                folder.resolve("data"));
    }

    private static String lastLine(InstalledProgram.Outcome outcome) {
        List<String> lines = outcome.out().lines().toList();
        return lines.isEmpty() ? outcome.err() : lines.get(lines.size() - 1);
    }

    /** Asks the tools of the example first, then gives its answer. */
    private Reply answer(Asked asked, Function<KnownQuestion, String> words) {
        KnownQuestion question = known.questions().stream()
                .filter(each -> asked.messages().stream()
                        .anyMatch(message -> message.path("content").asText().equals(each.text())))
                .findFirst()
                .orElseThrow();
        boolean answered = asked.messages().stream()
                .anyMatch(message -> message.path("role").asText().equals("tool"));
        Reply.Says says = Reply.says(answered ? words.apply(question) : "");
        if (answered || question.example().calls().isEmpty()) {
            return Reply.says(words.apply(question));
        }
        for (KnownQuestion.Call call : question.example().calls()) {
            says = says.calling(call.tool(), call.arguments());
        }
        return says;
    }

    private static String asItIs(KnownQuestion question) {
        return question.example().answer();
    }

    /** The same prose with other numbers. */
    private static String madeUp(KnownQuestion question) {
        String answer = question.example().answer();
        return question.expected() instanceof KnownQuestion.Numbers
                ? NUMBER.matcher(answer).replaceAll(KnownQuestionsTest::another)
                : answer + " It is 48.3 %.";
    }

    private static String another(MatchResult number) {
        return String.valueOf(Long.parseLong(number.group()) * 7 + 13);
    }
}
