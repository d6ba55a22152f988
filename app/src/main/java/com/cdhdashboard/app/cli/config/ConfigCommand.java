package com.cdhdashboard.app.cli.config;

import java.io.PrintWriter;
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

    /**
     * With the commands below it.
     *
     * @param out for answers
     * @param err for everything else
     */
    public static CommandLine with(PrintWriter out, PrintWriter err) {
        return new CommandLine(new ConfigCommand())
                .addSubcommand(new ExplainCommand(out))
                .addSubcommand(new FormatCommand(err))
                .addSubcommand(new SchemaCommand(out));
    }

    @Override
    public void run() {
        throw new CommandLine.ParameterException(
                spec.commandLine(),
                "Name a command, one of " + String.join(", ", spec.subcommands().keySet()));
    }
}
