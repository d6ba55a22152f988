package com.cdhdashboard.assistant.provider;

import static org.assertj.core.api.Assertions.assertThat;

import com.cdhdashboard.assistant.model.Cancelled;
import com.cdhdashboard.assistant.model.Message;
import com.cdhdashboard.assistant.model.Prompt;
import com.cdhdashboard.assistant.model.ToolCall;
import com.cdhdashboard.assistant.model.Turn;
import com.cdhdashboard.assistant.scripted.Reply;
import com.cdhdashboard.assistant.scripted.ScriptedModels;
import com.cdhdashboard.assistant.settings.ModelFile;
import com.cdhdashboard.assistant.settings.Purpose;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OpenAiModelTest {
    @Test
    void anAnswerComesInPieces() {
        try (ScriptedModels scripted = ScriptedModels.start()
                .script(Reply.says("Hello you there, whoever")
                        .calling("query_metric", "{\"metric\":\"engagement\"}"))) {
            Models models = Models.of(
                    ModelFile.read(scripted.file(), "llm.toml"),
                    name -> Optional.empty(),
                    Optional.empty(),
                    Clock.systemUTC());
            List<String> pieces = new ArrayList<>();
            Turn turn = models.forQuestion(Purpose.CHAT, Optional.empty())
                    .answer(
                            new Prompt("Be brief.", List.of(new Message.Question("Hi?")), List.of(), Optional.empty()),
                            pieces::add,
                            new Cancelled());
            assertThat(turn.text()).isEqualTo("Hello you there, whoever");
            assertThat(String.join("", pieces)).isEqualTo(turn.text());
            assertThat(pieces).hasSize(4);
            assertThat(turn.calls())
                    .containsExactly(new ToolCall("call-0", "query_metric", "{\"metric\":\"engagement\"}"));
            assertThat(turn.usage()).isEqualTo(new Turn.Usage(100, 20));
            assertThat(scripted.asked().get(0).question()).isEqualTo("Hi?");
        }
    }
}
