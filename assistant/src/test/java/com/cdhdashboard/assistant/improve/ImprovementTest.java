package com.cdhdashboard.assistant.improve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.cdhdashboard.assistant.draft.Entry;
import com.cdhdashboard.assistant.model.Cancelled;
import com.cdhdashboard.assistant.model.LanguageModel;
import com.cdhdashboard.assistant.model.Message;
import com.cdhdashboard.assistant.model.ModelException;
import com.cdhdashboard.assistant.model.Prompt;
import com.cdhdashboard.assistant.model.Turn;
import com.cdhdashboard.assistant.privacy.SentLog;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImprovementTest {
    private static final String GOOD = """
            {"metrics": {"engagement_tiers": {"group_by": ["Day", "Tier"], "scores": ["CTR"],
               "positive_model_response": ["(successes)"], "negative_model_response": ["(others)"]}},
             "reports": {"tiers": {"metric": "engagement_tiers", "type": "line",
               "description": "[ENG] <img src=x onerror=alert(1)> By tier", "x": "Day", "y": "CTR", "color": "Tier"}}}""";

    private final List<Prompt> sent = new ArrayList<>();

    /** Answers one text after another, as models do. */
    private record Scripted(Iterator<String> answers) implements LanguageModel {
        static Scripted of(String... answers) {
            return new Scripted(List.of(answers).iterator());
        }

        @Override
        public String name() {
            return "test/scripted";
        }

        @Override
        public Turn answer(Prompt prompt, Consumer<String> pieces, Cancelled cancelled) {
            if (cancelled.isCancelled()) {
                throw new ModelException(ModelException.Reason.CANCELLED, "The request was cancelled.");
            }
            String text = answers.next();
            return new Turn(text, List.of(), new Turn.Usage(0, 0), text.equals("CUT"));
        }
    }

    /** Asks and sends back what is to be sent back, as somebody does who approves everything. */
    private List<Improvement.Result> run(Task task, LanguageModel model) {
        Request request = TestingRequest.of(task, Set.of());
        Improvement improvement = new Improvement(model, each -> sent.add(each.prompt()), Clock.systemUTC());
        List<Improvement.Result> results = new ArrayList<>();
        Optional<Payload> next = Optional.of(request.payload());
        while (next.isPresent()) {
            results.add(improvement.ask(request, next.get(), new Cancelled()));
            next = results.get(results.size() - 1).next();
        }
        return results;
    }

    @ParameterizedTest
    @CsvSource({"'',''", "'```json\n','\n```'"})
    void aRightAnswerIsAProposal(String before, String after) {
        List<Improvement.Result> results = run(Task.DRAFT, Scripted.of(before + GOOD + after));
        assertThat(results).hasSize(1);
        Improvement.Result result = results.get(0);
        assertThat(result.proposal().orElseThrow().entries())
                .filteredOn(entry -> entry.kind() != Entry.Kind.KEY)
                .map(Entry::dotted)
                .containsExactly("metrics.engagement_tiers", "reports.tiers");
        Map<List<String>, Object> metric = result.proposal()
                .orElseThrow()
                .entry("metrics.engagement_tiers")
                .orElseThrow()
                .values();
        assertThat(metric.get(List.of("metrics", "engagement_tiers", "positive_model_response")))
                .isEqualTo(List.of("Clicked", "Tweety"));
        assertThat(sent)
                .containsExactly(
                        TestingRequest.of(Task.DRAFT, Set.of()).payload().prompt());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "DRAFT | `` | the answer is no JSON object; answer with one and nothing else",
                "DRAFT | Sure! Here is it. | the answer is no JSON; answer with one JSON object and nothing else",
                "DRAFT | [1] | the answer is no JSON object; answer with one and nothing else",
                "DRAFT | {} | the answer proposes nothing; answer with metrics or reports or variants",
                "DRAFT | {\"a\":1,\"a\":2} | the answer is no JSON; answer with one JSON object and nothing else",
                "DRAFT | CUT | the answer ended at a limit of length; answer with less",
                "DRAFT | {\"metrics\":3} | metrics: is no object",
                "DRAFT | {\"metrics\":{\"engagement\":3}} | metrics.engagement: is no object",
                "DRAFT | {\"ih\":{\"file_pattern\":\"/etc/*\"}} | ih: this section may not be answered; sections: metrics, reports, variants",
                "REFRESH | {\"metrics\":{}} | metrics: this section may not be answered; sections: reports",
                "DRAFT | {\"metrics\":{\"engagement\":{\"group_by\":[\"Canary\"]}}} | metrics.engagement.group_by: names a field that was not approved; use the fields that are listed",
                "DRAFT | {\"metrics\":{\"global_filters\":[\"SubjectID\"]}} | metrics.global_filters: names a field that was not approved; use the fields that are listed",
                "DRAFT | {\"metrics\":{\"engagement\":{\"filter\":\"pl.col('Canary') == 'x'\"}}} | metrics.engagement.filter: names a field that was not approved; use the fields that are listed",
                "REFRESH | {\"reports\":{\"r\":{\"metric\":\"engagement\",\"type\":\"line\",\"description\":\"a\",\"x\":\"Day\",\"y\":\"CTR\",\"color\":\"Canary\"}}} | reports.r.color: names a field that was not approved; use the fields that are listed",
                "DRAFT | {\"metrics\":{\"engagement\":{\"filter\":\"__import__('os')\"}}} | metrics.engagement.filter: \"__import__\" is not part of the language. An expression starts with pl.col, pl.lit, pl.when, pl.datetime or a literal",
                "REFRESH | {\"reports\":{\"r\":{\"metric\":\"nothing\",\"type\":\"line\",\"description\":\"a\"}}} | reports.r.metric: \"nothing\" is not a metric; the metrics that can be used are engagement, engagement_canary"
            })
    void aWrongAnswerIsSentBackTwice(Task task, String answer, String problem) {
        List<Improvement.Result> results = run(task, Scripted.of(answer, answer, answer));
        assertThat(results).hasSize(3).allSatisfy(result -> {
            assertThat(result.proposal()).isEmpty();
            assertThat(result.problems()).contains(problem);
        });
        assertThat(sent).hasSize(3);
        Message last = sent.get(2).messages().get(4);
        assertThat(((Message.Question) last).text().toLowerCase(Locale.ROOT))
                .startsWith("your answer cannot be used:\n- ")
                .doesNotContain("canary", "tweety");
    }

    @Test
    void whatIsMendedIsTaken() {
        List<Improvement.Result> results = run(Task.DRAFT, Scripted.of("{}", GOOD.replace("CTR", "CTX"), GOOD));
        assertThat(results).hasSize(3);
        assertThat(results.get(2).proposal()).isPresent();
        assertThat(sent.get(1).messages()).hasSize(3);
        assertThat(((Message.Question) sent.get(2).messages().get(4)).text()).contains("reports.tiers.y: \"CTX\" is");
    }

    @Test
    void whatWouldBeSentBackIsShownToTheLetter() {
        Request request = TestingRequest.of(Task.DRAFT, Set.of());
        Payload first = request.payload();
        Payload next = new Improvement(Scripted.of("{}"), SentLog.NONE, Clock.systemUTC())
                .ask(request, first, new Cancelled())
                .next()
                .orElseThrow();
        assertThat(next.round()).isEqualTo(2);
        assertThat(next.hash()).isNotEqualTo(first.hash());
        assertThat(next.told()).isEqualTo(first.told() + """


                [The model's answer]
                {}

                Your answer cannot be used:
                - the answer proposes nothing; answer with metrics or reports or variants
                Answer again with the whole JSON object, and nothing else.""");
    }

    @Test
    void whoeverCancelsIsNotAsked() {
        Request request = TestingRequest.of(Task.DRAFT, Set.of());
        Cancelled cancelled = new Cancelled();
        cancelled.cancel();
        assertThatThrownBy(() -> new Improvement(Scripted.of(GOOD), SentLog.NONE, Clock.systemUTC())
                        .ask(request, request.payload(), cancelled))
                .isInstanceOf(ModelException.class)
                .hasMessage("The request was cancelled.");
    }
}
