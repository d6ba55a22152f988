package com.cdhdashboard.app.cli;

import com.cdhdashboard.app.output.Json;
import com.cdhdashboard.app.output.TableText;
import com.cdhdashboard.core.config.LoadedConfiguration;
import com.cdhdashboard.core.error.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "validate",
        description = "Lists everything that is wrong with configurations, one problem per line, with its place in the"
                + " file. The exit code is 1 where there are errors; warnings alone give 0.")
final class ValidateCommand implements Callable<Integer> {
    private final Workspaces workspaces;
    private final Terminal terminal;

    @Parameters(
            paramLabel = "F",
            arity = "1..*",
            description =
                    "Configuration files (TOML), and folders that stand for theirs; \"demo\" is the one of the demo"
                            + " export.")
    private List<Path> named = new ArrayList<>();

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
        Map<Path, LoadedConfiguration> checked = new LinkedHashMap<>();
        ConfigurationSource.files(named)
                .forEach(file -> checked.put(file, workspaces.check(ConfigurationSource.of(Optional.of(file)))));
        List<Problem> problems = checked.values().stream()
                .flatMap(loaded -> loaded.problems().stream())
                .toList();
        if (format == Format.JSON) {
            terminal.out()
                    .println(Json.indented(
                            problems.stream().map(ProblemLines::json).toList()));
        } else {
            problems.forEach(problem -> terminal.out().println(ProblemLines.line(problem)));
        }
        terminal.out().flush();
        checked.forEach((file, loaded) ->
                terminal.err().println(TableText.visible(file + ": " + ProblemLines.count(loaded.problems()) + ".")));
        return checked.values().stream().anyMatch(LoadedConfiguration::hasErrors) ? 1 : 0;
    }
}
