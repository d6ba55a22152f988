package com.cdhdashboard.app.cli;

import com.cdhdashboard.app.output.TableText;
import com.cdhdashboard.assistant.provider.ModelCheck;
import com.cdhdashboard.assistant.provider.Models;
import com.cdhdashboard.assistant.provider.Offer;
import com.cdhdashboard.assistant.settings.ModelFile;
import com.cdhdashboard.assistant.settings.Purpose;
import com.cdhdashboard.core.error.Problem;
import com.cdhdashboard.core.error.Severity;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "doctor",
        synopsisSubcommandLabel = "WHAT",
        description = "Says whether what the program needs from others works.")
final class DoctorCommand implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    static CommandLine with(Terminal terminal) {
        return new CommandLine(new DoctorCommand()).addSubcommand(new Llm(terminal));
    }

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "Name what is meant, such as \"llm\"");
    }

    @Command(
            name = "llm",
            description =
                    "Asks the configured language models a few harmless questions, and says what works and what to"
                            + " do where it does not.")
    static final class Llm implements Callable<Integer> {
        private final Terminal terminal;

        @Mixin
        private ModelFileOption modelFile = new ModelFileOption();

        Llm(Terminal terminal) {
            this.terminal = terminal;
        }

        @Override
        public Integer call() {
            ModelFile file = modelFile.read();
            Models models = ModelFileOption.models(file, Optional.empty(), terminal);
            if (file.problems().stream().map(Problem::severity).anyMatch(Severity.ERROR::equals)) {
                return 1;
            }
            boolean all = true;
            for (Purpose purpose : Purpose.values()) {
                all &= works(models, purpose);
            }
            return all ? 0 : 1;
        }

        private boolean works(Models models, Purpose purpose) {
            Offer offer = models.offer(purpose, Optional.empty());
            print(purpose.title() + ": " + offer.model() + " of " + offer.provider() + " at " + offer.address());
            if (offer.ready()) {
                models.keyOrigin(purpose).ifPresent(origin -> line("key", origin));
            }
            List<ModelCheck.Finding> findings = ModelCheck.of(models, purpose);
            findings.forEach(finding -> line(finding.of(), finding.said()));
            return findings.stream()
                    .filter(finding -> needed(purpose, finding.of()))
                    .allMatch(ModelCheck.Finding::works);
        }

        /** The chat works without answers that are data, and drafts without tools. */
        private static boolean needed(Purpose purpose, String of) {
            return !of.equals(purpose == Purpose.CHAT ? "schema" : "tools");
        }

        private void line(String of, String said) {
            print("  " + of + " ".repeat(Math.max(1, 8 - of.length())) + said);
        }

        private void print(String line) {
            terminal.out().println(TableText.visible(line));
            terminal.out().flush();
        }
    }
}
