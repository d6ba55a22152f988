package com.cdhdashboard.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.cdhdashboard.assistant.scripted.Asked;
import com.cdhdashboard.assistant.scripted.Reply;
import com.cdhdashboard.assistant.scripted.ScriptedModels;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorTest {
    @TempDir
    private Path folder;

    @Test
    void whatWorksIsSaidForEachPurpose() throws IOException {
        try (ScriptedModels scripted = ScriptedModels.start().always(DoctorTest::obey)) {
            Ran ran = run(scripted.file() + "[config_studio]\nstreaming = \"no\"\n");

            assertThat(ran.out().replaceAll("\\d[.]\\d s", "0.0 s"))
                    .isEqualTo("""
                            Chat with data: openai/scripted of OpenAI-compatible server at HOST
                              key     in api_key_fallback of the file of models
                              answer  works, in 2 pieces, 120 tokens, 0.0 s
                              tools   works, 0.0 s
                              schema  works, 0.0 s
                            Configuration studio: openai/scripted of OpenAI-compatible server at HOST
                              key     in api_key_fallback of the file of models
                              answer  works, in 1 piece, 120 tokens, 0.0 s
                              tools   works, 0.0 s
                              schema  works, 0.0 s
                            """.replace("HOST", scripted.address().replace("http://", "")));
            assertThat(ran.err()).isEmpty();
            assertThat(ran.code()).isZero();
        }
    }

    private static Reply obey(Asked asked) {
        if (!asked.tools().isEmpty()) {
            return Reply.calls("pick_color", "{\"color\":\"red\"}");
        }
        return Reply.says(asked.body().has("response_format") ? "{\"answer\":\"yes\"}" : "I am ready");
    }

    @Test
    void whatDoesNotWorkIsSaidWithWhatToDo() throws IOException {
        try (ScriptedModels scripted = ScriptedModels.start().always(asked -> Reply.says("I am ready"))) {
            Ran ran = run(scripted.file());

            assertThat(ran.out())
                    .contains(
                            "  tools   does not work: the model did not call the tool that it was told to call. The chat"
                                    + " needs a model that can\n",
                            "  schema  does not work: the answer does not fit the schema that was sent. Drafts of"
                                    + " configurations need a model that can; try another schema_answers in the file of"
                                    + " models\n");
            assertThat(ran.code()).isEqualTo(1);
        }
    }

    @Test
    void aWrongKeyIsSaidAndNeverShown() throws IOException {
        Path key = Files.writeString(folder.resolve("key"), "canary-0815\n");
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r--r--"));
        try (ScriptedModels scripted =
                ScriptedModels.start().always(asked -> Reply.error(401, "Wrong key canary-0***"))) {
            Ran ran = run("[defaults]\nmodel = \"anthropic/claude\"\nverbosity = \"low\"\napi_key_env_var = \"\"\n"
                    + "api_key_file = \"key\"\napi_base = \"" + scripted.address() + "\"\n");

            assertThat(ran.out())
                    .contains(
                            "  key     in the file " + key + "\n",
                            "  answer  Anthropic does not accept the key (401, it says: Wrong key (key)). Check the key in"
                                    + " the file " + key + ", or enter another.\n")
                    .doesNotContain("canary", "tools", "schema");
            assertThat(ran.err().lines())
                    .containsExactly(
                            folder.resolve("llm.toml")
                                    + ":3:1: warning: defaults.verbosity: is not sent to \"anthropic/claude\", which is not"
                                    + " known to take it; write it in extra_params if it does",
                            "Others on this machine can read the key in " + key + "; allow only yourself: chmod 600 "
                                    + key);
            assertThat(ran.code()).isEqualTo(1);
        }
    }

    @Test
    void withoutAKeyNobodyIsAsked() throws IOException {
        Ran ran = run("[defaults]\napi_key_env_var = \"CDHDASHBOARD_NO_SUCH_KEY\"\n");

        assertThat(ran.out())
                .startsWith("Chat with data: openai/gpt-5.5 of OpenAI at api.openai.com\n"
                        + "  key     No key for OpenAI is there. Set the environment variable CDHDASHBOARD_NO_SUCH_KEY and"
                        + " start the program again, or enter a key for your session.\n");
        assertThat(ran.code()).isEqualTo(1);
    }

    @Test
    void aFileWithErrorsAsksNobody() throws IOException {
        Ran ran = run("[defaults]\nmodel = \"\"\n");

        assertThat(ran.out()).isEmpty();
        assertThat(ran.err().strip())
                .isEqualTo(folder.resolve("llm.toml")
                        + ":2:1: error: defaults.model: is empty; name a model as \"provider/model\", such as"
                        + " \"openai/gpt-5.5\"");
        assertThat(ran.code()).isEqualTo(1);
    }

    private record Ran(int code, String out, String err) {}

    private Ran run(String models) throws IOException {
        Path file = Files.writeString(folder.resolve("llm.toml"), models);
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Terminal terminal = new Terminal(new PrintWriter(out), new PrintWriter(err), false, Optional.empty());
        int code = Program.run(new InMemoryWorkspaces(), terminal, "doctor", "llm", "--llm_config", file.toString());
        return new Ran(code, out.toString(), err.toString());
    }
}
