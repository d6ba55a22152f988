package com.cdhdashboard.assistant.provider;

import com.cdhdashboard.assistant.model.Cancelled;
import com.cdhdashboard.assistant.model.LanguageModel;
import com.cdhdashboard.assistant.model.Message;
import com.cdhdashboard.assistant.model.ModelException;
import com.cdhdashboard.assistant.model.Prompt;
import com.cdhdashboard.assistant.model.ToolOffer;
import com.cdhdashboard.assistant.model.Turn;
import com.cdhdashboard.assistant.settings.Purpose;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** Asks a model harmless questions, to see what works: text, text in pieces, calls of tools, answers that are data. */
public final class ModelCheck {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String ROLE = "You take part in a test of a connection. Do exactly as you are told.";

    private final LanguageModel model;
    private final List<Finding> findings = new ArrayList<>();

    private ModelCheck(LanguageModel model) {
        this.model = model;
    }

    /**
     * What was found of one thing.
     *
     * @param works whether it does what it should
     * @param said what was found, and what to do where it does not work
     */
    public record Finding(String of, boolean works, String said) {}

    /** Asks for a purpose; where there is no answer at all, nothing else is asked. */
    public static List<Finding> of(Models models, Purpose purpose) {
        ModelCheck check;
        try {
            check = new ModelCheck(models.forQuestion(purpose, Optional.empty()));
        } catch (ModelException e) {
            return List.of(new Finding("key", false, String.valueOf(e.getMessage())));
        }
        check.ask("answer", prompt("Say the word: ready", List.of(), Optional.empty()), check::text);
        if (check.findings.get(0).works()) {
            check.ask(
                    "tools",
                    prompt("Call the tool pick_color with color red.", List.of(tool()), Optional.empty()),
                    ModelCheck::call);
            check.ask(
                    "schema",
                    prompt(
                            "Is ice cold? Answer with yes or no.",
                            List.of(),
                            Optional.of(schema("answer", "yes", "no"))),
                    ModelCheck::data);
        }
        return List.copyOf(check.findings);
    }

    private static Prompt prompt(String question, List<ToolOffer> tools, Optional<ObjectNode> schema) {
        return new Prompt(ROLE, List.of(new Message.Question(question)), tools, schema);
    }

    private static ToolOffer tool() {
        return new ToolOffer("pick_color", "Picks a color.", schema("color", "red", "green"));
    }

    private static ObjectNode schema(String field, String... values) {
        ObjectNode schema = JsonNodeFactory.instance.objectNode().put("type", "object");
        ObjectNode one = schema.putObject("properties").putObject(field).put("type", "string");
        for (String value : values) {
            one.withArray("enum").add(value);
        }
        schema.putArray("required").add(field);
        return schema.put("additionalProperties", false);
    }

    /** What became of a turn, and how many pieces it came in. */
    private record Asked(Turn turn, int pieces) {}

    private void ask(String of, Prompt prompt, Function<Asked, Finding> judge) {
        int[] pieces = {0};
        long start = System.nanoTime();
        Finding finding;
        try {
            Turn turn = model.answer(prompt, piece -> pieces[0]++, new Cancelled());
            finding = judge.apply(new Asked(turn, pieces[0]));
        } catch (ModelException e) {
            finding = new Finding(of, false, String.valueOf(e.getMessage()));
        }
        long millis = Duration.ofNanos(System.nanoTime() - start).toMillis();
        String time = String.format(Locale.ROOT, "%.1f s", millis / 1e3);
        findings.add(finding.works() ? new Finding(of, true, finding.said() + ", " + time) : finding);
    }

    private Finding text(Asked asked) {
        Turn.Usage usage = asked.turn().usage();
        return new Finding(
                "answer",
                true,
                "works, in " + asked.pieces() + (asked.pieces() == 1 ? " piece" : " pieces")
                        + (usage.sent() > 0 ? ", " + (usage.sent() + usage.received()) + " tokens" : ""));
    }

    private static Finding call(Asked asked) {
        boolean called = asked.turn().calls().stream()
                .anyMatch(call -> call.name().equals("pick_color")
                        && object(call.arguments()).path("color").asText().equals("red"));
        return called
                ? new Finding("tools", true, "works")
                : new Finding(
                        "tools",
                        false,
                        "does not work: the model did not call the tool that it was told to call. The chat needs a model"
                                + " that can");
    }

    private static Finding data(Asked asked) {
        JsonNode answer = object(asked.turn().text());
        boolean fits = answer.size() == 1
                && List.of("yes", "no").contains(answer.path("answer").asText());
        return fits
                ? new Finding("schema", true, "works")
                : new Finding(
                        "schema",
                        false,
                        "does not work: the answer does not fit the schema that was sent. Drafts of configurations need a"
                                + " model that can; try another schema_answers in the file of models");
    }

    private static JsonNode object(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            return JsonNodeFactory.instance.missingNode();
        }
    }
}
