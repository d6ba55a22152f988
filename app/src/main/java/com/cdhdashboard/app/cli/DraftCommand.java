package com.cdhdashboard.app.cli;

import com.cdhdashboard.app.output.TableText;
import com.cdhdashboard.app.trial.Trial;
import com.cdhdashboard.assistant.draft.DataSample;
import com.cdhdashboard.assistant.draft.EmptyConfiguration;
import com.cdhdashboard.assistant.draft.Entry;
import com.cdhdashboard.assistant.draft.Proposal;
import com.cdhdashboard.assistant.draft.RuleDraft;
import com.cdhdashboard.assistant.draft.SampleConfiguration;
import com.cdhdashboard.core.check.ConfigurationCheck;
import com.cdhdashboard.core.config.edit.TomlText;
import com.cdhdashboard.core.config.read.ConfigurationReader;
import com.cdhdashboard.core.error.UserException;
import com.cdhdashboard.core.figure.NumberText;
import com.cdhdashboard.core.file.WholeFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "draft",
        description = "Drafts a configuration from files: which metrics and reports their columns and outcomes make"
                + " possible. Nothing leaves the machine, and nothing is stored but the draft.")
final class DraftCommand implements Callable<Integer> {
    private final Workspaces workspaces;
    private final Terminal terminal;

    @Option(
            names = "--from",
            paramLabel = "PATH",
            required = true,
            arity = "1..*",
            description =
                    "Files of an export, and folders with such files: interaction history, product holdings, or both.")
    private List<Path> from = new ArrayList<>();

    @Option(
            names = "--output",
            paramLabel = "F",
            description = "The file to write, which must not exist yet. Default: the draft is printed.")
    private Optional<Path> output = Optional.empty();

    DraftCommand(Workspaces workspaces, Terminal terminal) {
        this.workspaces = workspaces;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        from.stream().filter(path -> !Files.exists(path)).findFirst().ifPresent(path -> {
            throw new UserException("there is no file or folder " + path);
        });
        output.filter(Files::exists).ifPresent(file -> {
            throw new UserException(file + " is there already, and is left as it is; name another file");
        });
        return TemporaryFolder.with("cdhdashboard-draft", this::drafted);
    }

    private int drafted(Path folder) {
        TomlText base = EmptyConfiguration.of(fileType(), filePattern());
        DataSample sample = sample(folder);
        Proposal proposal = RuleDraft.of(sample, base);
        proposal.remarks().forEach(remark -> terminal.err().println("Note: " + TableText.visible(remark)));
        if (!proposal.obstacles().isEmpty()) {
            throw new UserException(String.join(" ", proposal.obstacles()));
        }
        String text = proposal.on(base).formatted().text();
        output.ifPresentOrElse(
                file -> WholeFile.write(file, text), () -> terminal.out().print(text));
        terminal.err()
                .println("Drafted " + proposal.of(Entry.Kind.METRIC).size() + " metrics and "
                        + proposal.of(Entry.Kind.REPORT).size() + " reports from "
                        + NumberText.count(sample.rows()) + " sampled rows"
                        + output.map(file -> " into " + file).orElse("") + ".");
        return 0;
    }

    private DataSample sample(Path folder) {
        try (Trial trial = workspaces
                .trials()
                .of(
                        ConfigurationCheck.check(ConfigurationReader.read(SampleConfiguration.TEXT, "sample")),
                        from,
                        folder)) {
            return trial.sample();
        }
    }

    private String fileType() {
        return List.of("parquet", "csv", "xlsx").stream()
                .filter(type -> from.stream().allMatch(path -> ending(path).equals(type)))
                .findFirst()
                .orElse("pega_ds_export");
    }

    /** All that imports read, as the files to come may be packed otherwise. */
    private static String filePattern() {
        return TomlText.of(ConfigurationReader.defaultText())
                .value(List.of("ih", "file_pattern"))
                .map(String::valueOf)
                .orElse("**/*");
    }

    private static String ending(Path path) {
        String name = String.valueOf(path.getFileName()).toLowerCase(Locale.ROOT);
        return name.substring(name.lastIndexOf('.') + 1);
    }
}
