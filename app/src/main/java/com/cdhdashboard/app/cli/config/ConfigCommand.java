package com.cdhdashboard.app.cli.config;

import com.cdhdashboard.app.cli.Terminal;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "config",
        synopsisSubcommandLabel = "COMMAND",
        description = "Explains configurations and helps to write them.")
public final class ConfigCommand implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    private ConfigCommand() {}

    /** With the commands below it. */
    public static CommandLine with(Terminal terminal) {
        return new CommandLine(new ConfigCommand())
                .addSubcommand(new ExplainCommand(terminal))
                .addSubcommand(new FormatCommand(terminal))
                .addSubcommand(new SchemaCommand(terminal));
    }

    @Override
    public void run() {
        throw new CommandLine.ParameterException(
                spec.commandLine(),
                "Name a command, one of " + String.join(", ", spec.subcommands().keySet()));
    }
}
