package com.cdhdashboard.assistant.improve;

import static java.util.Objects.requireNonNull;

import com.cdhdashboard.assistant.model.Message;
import com.cdhdashboard.assistant.model.Prompt;
import com.cdhdashboard.core.ingest.format.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Exactly what would be sent, frozen: what somebody approved by its hash is what is sent.
 *
 * @param round number of the answer that it asks for, from 1
 * @param fields that are named
 * @param values fields of which values are told
 * @param left what of the configuration is left out, by its place
 */
public record Payload(
        Task task, int round, Prompt prompt, List<String> fields, List<String> values, List<String> left) {
    private static final int CHARACTERS_OF_A_TOKEN = 4;

    public Payload {
        requireNonNull(task, "task");
        requireNonNull(prompt, "prompt");
        fields = List.copyOf(fields);
        values = List.copyOf(values);
        left = List.copyOf(left);
    }

    /** What would be sent after an answer that cannot be used: all of this, the answer, and what is wrong with it. */
    Payload after(String answer, String problems) {
        List<Message> messages = new ArrayList<>(prompt.messages());
        messages.add(new Message.Answer(answer, List.of()));
        messages.add(new Message.Question(problems));
        Prompt more = new Prompt(prompt.instructions(), messages, prompt.tools(), prompt.answerSchema());
        return new Payload(task, round + 1, more, fields, values, left);
    }

    /** The whole of it as text: what the model is told, what it is asked, and the form of its answer. */
    public String text() {
        return prompt.instructions() + "\n\n" + messages() + "\n\n"
                + prompt.answerSchema()
                        .map(schema -> "Form of the answer:\n" + schema.toString())
                        .orElse("");
    }

    /** Without the form of the answer, which is the same for everybody. */
    public String told() {
        return prompt.instructions() + "\n\n" + messages();
    }

    private String messages() {
        return prompt.messages().stream().map(Payload::text).collect(Collectors.joining("\n\n"));
    }

    private static String text(Message message) {
        if (message instanceof Message.Question question) {
            return question.text();
        }
        return message instanceof Message.Answer answer ? "[The model's answer]\n" + answer.text() : "";
    }

    public String hash() {
        return Sha256.of(text().getBytes(StandardCharsets.UTF_8));
    }

    /** About how many tokens it is. */
    public long tokens() {
        return Math.max(1, (text().length() + CHARACTERS_OF_A_TOKEN - 1) / CHARACTERS_OF_A_TOKEN);
    }
}
