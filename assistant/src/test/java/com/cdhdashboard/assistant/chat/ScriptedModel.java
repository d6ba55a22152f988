package com.cdhdashboard.assistant.chat;

import com.cdhdashboard.assistant.model.Cancelled;
import com.cdhdashboard.assistant.model.LanguageModel;
import com.cdhdashboard.assistant.model.Message;
import com.cdhdashboard.assistant.model.Prompt;
import com.cdhdashboard.assistant.model.ToolCall;
import com.cdhdashboard.assistant.model.Turn;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** A model that answers turn by turn what a test has it answer; the last turn is repeated. */
final class ScriptedModel implements LanguageModel {
    private static final int PIECE = 7;

    private final List<Function<Prompt, Turn>> turns;
    private final List<Prompt> prompts = new ArrayList<>();

    @SafeVarargs
    @SuppressWarnings("varargs")
    ScriptedModel(Function<Prompt, Turn>... turns) {
        this.turns = List.of(turns);
    }

    ScriptedModel(List<Function<Prompt, Turn>> turns) {
        this.turns = List.copyOf(turns);
    }

    static Function<Prompt, Turn> says(String text) {
        return prompt -> new Turn(text, List.of(), new Turn.Usage(100, 10), false);
    }

    static Function<Prompt, Turn> asks(String tool, String arguments) {
        return prompt -> new Turn(
                "",
                List.of(new ToolCall("c" + prompt.messages().size(), tool, arguments)),
                new Turn.Usage(100, 10),
                false);
    }

    /** What was sent, in order. */
    List<Prompt> prompts() {
        return prompts;
    }

    /** All that was sent, as one text. */
    String sent() {
        StringBuilder sent = new StringBuilder();
        for (Prompt prompt : prompts) {
            sent.append(prompt.instructions()).append('\n');
            prompt.messages().forEach(message -> sent.append(text(message)).append('\n'));
        }
        return sent.toString();
    }

    static String text(Message message) {
        if (message instanceof Message.Question question) {
            return question.text();
        }
        if (message instanceof Message.Answer answer) {
            return answer.text() + answer.calls();
        }
        return ((Message.ToolResult) message).json();
    }

    @Override
    public String name() {
        return "test/scripted";
    }

    @Override
    public Turn answer(Prompt prompt, Consumer<String> pieces, Cancelled cancelled) {
        prompts.add(prompt);
        Turn turn = turns.get(Math.min(prompts.size(), turns.size()) - 1).apply(prompt);
        for (int at = 0; at < turn.text().length(); at += PIECE) {
            pieces.accept(turn.text().substring(at, Math.min(turn.text().length(), at + PIECE)));
        }
        return turn;
    }
}
