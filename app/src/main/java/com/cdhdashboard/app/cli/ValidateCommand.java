package com.cdhdashboard.app.cli;

import com.cdhdashboard.app.output.Json;
import com.cdhdashboard.core.config.LoadedConfiguration;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "validate",
        description = "Lists everything that is wrong with a configuration, one problem per line, with its place in the"
                + " file. The exit code is 1 where there are errors; warnings alone give 0.")
final class ValidateCommand implements Callable<Integer> {
    private final Workspaces workspaces;
    private final Terminal terminal;

    @Parameters(paramLabel = "F", description = "Configuration file (TOML); \"demo\" is the one of the demo export.")
    private Path file = Path.of("");

    @Option(names = "--format", paramLabel = "FORMAT", description = "text (default), or json for other programs.")
    private Format format = Format.TEXT;

    /** How problems are written. */
    private enum Format {
        TEXT,
        JSON
    }

    ValidateCommand(Workspaces workspaces, Terminal terminal) {
        this.workspaces = workspaces;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        LoadedConfiguration loaded = workspaces.check(ConfigurationSource.of(Optional.of(file)));
        if (format == Format.JSON) {
            terminal.out()
                    .println(Json.indented(
                            loaded.problems().stream().map(ProblemLines::json).toList()));
        } else {
            loaded.problems().forEach(problem -> terminal.out().println(ProblemLines.line(problem)));
        }
        terminal.out().flush();
        terminal.err().println(file + ": " + ProblemLines.count(loaded.problems()) + ".");
        return loaded.hasErrors() ? 1 : 0;
    }
}
