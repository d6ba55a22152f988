package com.cdhdashboard.assistant.provider;

import com.cdhdashboard.assistant.model.Cancelled;
import com.cdhdashboard.assistant.model.LanguageModel;
import com.cdhdashboard.assistant.model.Message;
import com.cdhdashboard.assistant.model.Prompt;
import com.cdhdashboard.assistant.model.ToolOffer;
import com.cdhdashboard.assistant.model.Turn;
import com.cdhdashboard.assistant.scripted.ScriptedModels;
import com.cdhdashboard.assistant.settings.ModelFile;
import com.cdhdashboard.assistant.settings.Purpose;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A model of a scripted provider, asked in one of the forms. */
final class Asking {
    static final String KEY = "canary-4711-abcdef";

    private final ScriptedModels scripted;
    private final ProviderForm form;
    private final String more;
    /** Waits that there would have been before requests were sent again. */
    final List<Duration> waits = new ArrayList<>();

    Asking(ScriptedModels scripted, ProviderForm form, String more) {
        this.scripted = scripted;
        this.form = form;
        this.more = more;
    }

    Models models() {
        String file = "[defaults]\nmodel = \"" + form.model() + "\"\napi_base = \"" + scripted.address() + form.path()
                + "\"\napi_key_required = true\napi_key_env_var = \"TEST_KEY\"\nstreaming = " + form.inPieces() + "\n"
                + more;
        ModelFile read = ModelFile.read(file, "llm.toml");
        return new Models(
                read.settings(),
                read.problems().toString(),
                new Keys(name -> Optional.of(KEY).filter(key -> name.equals("TEST_KEY"))),
                new SpentOfDay(Optional.empty(), Clock.systemUTC()),
                (time, cancelled) -> waits.add(time));
    }

    LanguageModel model() {
        return models().forQuestion(Purpose.CHAT, Optional.empty());
    }

    Turn ask(Message... messages) {
        return model().answer(prompt(messages), piece -> {}, new Cancelled());
    }

    static Prompt prompt(Message... messages) {
        return new Prompt("Answer briefly.", List.of(messages), List.of(tool()), Optional.empty());
    }

    static ToolOffer tool() {
        return new ToolOffer(
                "query_metric",
                "Numbers of a metric.",
                json("{\"type\":\"object\",\"properties\":{\"metric\":{\"type\":\"string\",\"enum\":[\"engagement\"]},"
                        + "\"limit\":{\"type\":\"integer\",\"minimum\":1}},\"required\":[\"metric\"],"
                        + "\"additionalProperties\":false}"));
    }

    static ObjectNode json(String text) {
        try {
            return (ObjectNode) new JsonMapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
