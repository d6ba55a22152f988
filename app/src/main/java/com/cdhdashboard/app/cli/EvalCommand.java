package com.cdhdashboard.app.cli;

import com.cdhdashboard.app.Workspace;
import com.cdhdashboard.app.cli.Workspaces.OpenWorkspace;
import com.cdhdashboard.app.sample.SampleExport;
import com.cdhdashboard.app.sample.SampleSettings;
import com.cdhdashboard.assistant.eval.Evaluation;
import com.cdhdashboard.assistant.eval.Grade;
import com.cdhdashboard.assistant.eval.KnownData;
import com.cdhdashboard.assistant.eval.KnownQuestion;
import com.cdhdashboard.assistant.eval.KnownQuestions;
import com.cdhdashboard.assistant.eval.ScoreTable;
import com.cdhdashboard.assistant.provider.Models;
import com.cdhdashboard.assistant.settings.Purpose;
import com.cdhdashboard.core.error.UserException;
import com.cdhdashboard.core.ingest.ImportRequest;
import com.cdhdashboard.core.ingest.Importer;
import com.cdhdashboard.core.snapshot.Snapshot;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "eval",
        description = "Asks a language model questions of which the answers are known, and prints how it did. Names and"
                + " aggregates of the data of these questions are sent to its provider. The exit code is 0 only if every"
                + " answer is as expected.")
final class EvalCommand implements Callable<Integer> {
    private final Workspaces workspaces;
    private final Terminal terminal;

    @Mixin
    private ModelFileOption modelFile = new ModelFileOption();

    @Option(
            names = "--questions",
            paramLabel = "F",
            defaultValue = "evals/questions.toml",
            description = "File of questions (TOML). Default: ${DEFAULT-VALUE}")
    private Path file = Path.of("evals", "questions.toml");

    @Option(names = "--kind", paramLabel = "K", description = "Only questions of this kind, such as lift.")
    private Optional<String> kind = Optional.empty();

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Folder that keeps the data of the questions, so that the next time begins at once. Default:"
                    + " they are imported each time and removed at the end.")
    private Optional<Path> data = Optional.empty();

    EvalCommand(Workspaces workspaces, Terminal terminal) {
        this.workspaces = workspaces;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        KnownQuestions all = KnownQuestions.read(file);
        List<KnownQuestion> questions = chosen(all);
        return data.map(folder -> ask(all, questions, folder))
                .orElseGet(() -> TemporaryFolder.with("cdhdashboard-eval", folder -> ask(all, questions, folder)));
    }

    private int ask(KnownQuestions all, List<KnownQuestion> questions, Path folder) {
        Models models = modelFile.models(folder, terminal);
        List<Grade> grades = new ArrayList<>();
        byData(questions).forEach((name, of) -> {
            try (OpenWorkspace open = workspaces.open(configuration(all, name), folder.resolve(name))) {
                load(data(all, name), open.workspace(), folder.resolve(name));
                grades.addAll(ask(of, open.workspace().now(), models));
            }
        });
        ScoreTable table = new ScoreTable(grades);
        table.lines().forEach(terminal.out()::println);
        return table.passed() == grades.size() ? 0 : 1;
    }

    private List<KnownQuestion> chosen(KnownQuestions all) {
        List<KnownQuestion> questions = all.questions().stream()
                .filter(question -> kind.map(question.kind()::equals).orElse(true))
                .toList();
        if (questions.isEmpty()) {
            throw new UserException("--kind: no question of " + file + " is of this kind; there are "
                    + String.join(
                            ", ",
                            all.questions().stream()
                                    .map(KnownQuestion::kind)
                                    .distinct()
                                    .toList()));
        }
        return questions;
    }

    private static Map<String, List<KnownQuestion>> byData(List<KnownQuestion> questions) {
        Map<String, List<KnownQuestion>> data = new LinkedHashMap<>();
        questions.forEach(question ->
                data.computeIfAbsent(question.data(), none -> new ArrayList<>()).add(question));
        return data;
    }

    private static ConfigurationSource configuration(KnownQuestions all, String name) {
        return ConfigurationSource.of(Optional.of(Path.of(data(all, name).configuration())));
    }

    private static KnownData data(KnownQuestions all, String name) {
        return Optional.ofNullable(all.data().get(name)).orElseThrow();
    }

    private void load(KnownData of, Workspace workspace, Path folder) {
        if (of.imported().isPresent()) {
            load(workspace.importer(), of.imported().get());
            return;
        }
        SampleExport made = new SampleExport(folder.resolve("export"));
        SampleSettings settings = SampleSettings.defaults();
        if (!made.holds(settings)) {
            SampleCommand.write(made, settings, terminal);
        }
        load(workspace.importer(), made.interactions());
        load(workspace.holdingsImporter(), made.holdings());
    }

    private void load(Importer importer, Path files) {
        ImportRequest request = new ImportRequest(List.of(files), false, false);
        if (!ImportCommand.run(importer, request, new ImportReporter(terminal)).complete()) {
            throw new UserException("the data in " + files + " could not be imported, so nothing was asked");
        }
    }

    private List<Grade> ask(List<KnownQuestion> questions, Snapshot now, Models models) {
        Evaluation evaluation = new Evaluation(now, () -> models.forQuestion(Purpose.CHAT, Optional.empty()));
        return questions.stream()
                .map(question -> {
                    Grade grade = evaluation.ask(question);
                    terminal.err().println((grade.passed() ? "passed  " : "FAILED  ") + question.id());
                    return grade;
                })
                .toList();
    }
}
