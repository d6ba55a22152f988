package com.cdhdashboard.app.cli;

import com.cdhdashboard.app.cli.config.ConfigCommand;
import com.cdhdashboard.app.output.TableText;
import com.cdhdashboard.core.error.UserException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * All commands. Exit codes: 0 when everything asked for was done, 1 when it failed, 2 when the command was not
 * understood.
 */
@Command(
        name = "cdhdashboard",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true,
        versionProvider = Program.Version.class,
        description = "Shows what interaction-history exports of Pega Customer Decision Hub are worth.",
        footer = "%nEach command explains itself: cdhdashboard COMMAND --help")
public final class Program implements Runnable {
    private static final int FAILED = 1;
    private static final int NOT_UNDERSTOOD = 2;

    @Option(
            names = "--debug",
            scope = CommandLine.ScopeType.INHERIT,
            description = "Show where in the program an error happened.")
    private boolean debug;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private final Terminal terminal;

    private Program(Terminal terminal) {
        this.terminal = terminal;
    }

    /** Runs one command line and returns its exit code; never throws for what a user did. */
    public static int run(Workspaces workspaces, Terminal terminal, String... args) {
        int code = commandLine(workspaces, terminal).execute(args);
        terminal.out().flush();
        terminal.err().flush();
        return code;
    }

    static CommandLine commandLine(Workspaces workspaces, Terminal terminal) {
        Program program = new Program(terminal);
        CommandLine line = new CommandLine(program);
        List<Object> commands = List.of(
                new DemoCommand(workspaces, terminal),
                new RunCommand(workspaces, terminal),
                new ImportCommand(workspaces, terminal),
                new ExportCommand(workspaces, terminal),
                new QueryCommand(workspaces, terminal),
                new ReportCommand(workspaces, terminal),
                new ValidateCommand(workspaces, terminal),
                ConfigCommand.with(terminal.out(), terminal.err())
                        .addSubcommand(new DraftCommand(workspaces, terminal)),
                DoctorCommand.with(terminal),
                new EvalCommand(workspaces, terminal),
                new SampleCommand(terminal),
                new McpCommand(workspaces, terminal));
        commands.forEach(line::addSubcommand);
        withHelp(line);
        return line.setOut(terminal.out())
                .setErr(terminal.err())
                .setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF))
                .setUsageHelpLongOptionsMaxWidth(28)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setOverwrittenOptionsAllowed(false)
                .setParameterExceptionHandler(program::notUnderstood)
                .setExecutionExceptionHandler(program::failed);
    }

    private static void withHelp(CommandLine line) {
        for (CommandLine sub : line.getSubcommands().values()) {
            sub.getCommandSpec().mixinStandardHelpOptions(true).versionProvider(new Version());
            withHelp(sub);
        }
    }

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "Name a command, such as \"demo\"");
    }

    private int notUnderstood(CommandLine.ParameterException error, String[] args) {
        CommandSpec command = error.getCommandLine().getCommandSpec();
        say(sentence(explain(error, command)) + " See: " + command.qualifiedName() + " --help");
        trace(error);
        return NOT_UNDERSTOOD;
    }

    /** An unknown command is called that; picocli takes it for a stray argument. */
    private static String explain(CommandLine.ParameterException error, CommandSpec command) {
        if (error instanceof CommandLine.UnmatchedArgumentException unmatched
                && !command.subcommands().isEmpty()
                && !unmatched.isUnknownOption()) {
            return "\"" + unmatched.getUnmatched().get(0) + "\" is not a command; there are "
                    + String.join(", ", command.subcommands().keySet());
        }
        return String.valueOf(error.getMessage());
    }

    private int failed(Exception error, CommandLine command, CommandLine.ParseResult arguments) {
        if (error instanceof UserException) {
            say(sentence(String.valueOf(error.getMessage())));
        } else if (error instanceof UncheckedIOException disk) {
            say(sentence(String.valueOf(UserException.ofDisk(disk).getMessage())));
        } else {
            say("The program failed unexpectedly (" + error.getClass().getSimpleName()
                    + "). Run the command with --debug to see where.");
        }
        trace(error);
        return FAILED;
    }

    private void say(String sentence) {
        terminal.out().flush();
        terminal.err()
                .println("cdhdashboard: "
                        + sentence.lines()
                                .map(TableText::visible)
                                .reduce((a, b) -> a + " " + b)
                                .orElse(""));
    }

    private void trace(Exception error) {
        if (debug) {
            error.printStackTrace(terminal.err());
        }
    }

    private static String sentence(String message) {
        String text = message.strip();
        boolean ended = Arrays.asList(".", "?", "!").stream().anyMatch(text::endsWith);
        return ended ? text : text + ".";
    }

    /** The version in the manifest of the jar; run from classes, there is none. */
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            String built = Program.class.getPackage().getImplementationVersion();
            return new String[] {"cdhdashboard " + (built == null ? "(development)" : built)};
        }
    }
}
