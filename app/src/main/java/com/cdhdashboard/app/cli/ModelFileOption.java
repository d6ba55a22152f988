package com.cdhdashboard.app.cli;

import com.cdhdashboard.app.output.TableText;
import com.cdhdashboard.assistant.provider.Models;
import com.cdhdashboard.assistant.settings.ModelFile;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The option of every command that asks language models. */
final class ModelFileOption {
    @Option(
            names = "--llm_config",
            paramLabel = "F",
            defaultValue = "${env:VALUE_DASHBOARD_LLM_CONFIG}",
            description = "File of language models (TOML). Default: the one that the environment variable"
                    + " VALUE_DASHBOARD_LLM_CONFIG names, or built-in settings.")
    private Optional<Path> file = Optional.empty();

    /**
     * Reads the file.
     *
     * @throws com.cdhdashboard.core.error.UserException where there is no such file or it cannot be read
     */
    ModelFile read() {
        return file.filter(path -> !path.toString().isBlank())
                .map(ModelFile::read)
                .orElseGet(ModelFile::defaults);
    }

    /**
     * The models of the file; what is wrong with it is said, and then no model is asked.
     *
     * @param data folder of the imported data
     */
    Models models(Path data, Terminal terminal) {
        ModelFile read = read();
        return models(read, Optional.of(data.resolve("assistant").resolve("spent.json")), terminal);
    }

    /** @param spent file in which it is kept what a day took, if at all */
    static Models models(ModelFile read, Optional<Path> spent, Terminal terminal) {
        read.problems().forEach(problem -> terminal.err().println(ProblemLines.line(problem)));
        Models models = Models.of(read, name -> Optional.ofNullable(System.getenv(name)), spent, Clock.systemUTC());
        models.exposedKeys().forEach(sentence -> terminal.err().println(TableText.visible(sentence)));
        return models;
    }
}
