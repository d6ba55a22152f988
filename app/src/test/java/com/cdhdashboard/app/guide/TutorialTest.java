package com.cdhdashboard.app.guide;

import static org.assertj.core.api.Assertions.assertThat;

import com.cdhdashboard.app.start.InstalledProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every command of the tutorial does what the tutorial says, in its order, in an empty folder. */
class TutorialTest {
    private static final Path TUTORIAL = Path.of("..", "docs", "tutorial.md");
    private static final Pattern TOML = Pattern.compile("```toml\n(.*?)```", Pattern.DOTALL);
    /** Servers do not end by themselves, and the reader's own data are not here. */
    private static final Pattern NOT_HERE = Pattern.compile("cdhdashboard run.*|.*my-data.*");

    @TempDir
    private Path folder;

    /** A command and those lines of its answer that are shown. */
    private record Step(String command, List<String> shown) {}

    @Test
    void everyCommandAnswersWhatIsShown() throws IOException {
        String tutorial = Files.readString(TUTORIAL);
        Matcher toml = TOML.matcher(tutorial);
        assertThat(toml.find()).isTrue();
        Path configuration = Files.writeString(folder.resolve("bank.toml"), toml.group(1));
        List<Step> steps = steps(tutorial);
        assertThat(steps).hasSizeGreaterThan(9);

        for (Step step : steps) {
            String answer = run(step.command());
            assertThat(answer.lines().map(String::stripTrailing))
                    .as(step.command())
                    .containsAll(step.shown());
            if (step.command().contains("validate")) {
                String mended = toml.group(1).replace("Lfit", "Lift");
                Files.writeString(configuration, mended);
                assertThat(tutorial).contains("`bank.toml: no problems.`");
                assertThat(run(step.command()).strip()).isEqualTo("bank.toml: no problems.");
            }
        }
    }

    private static List<Step> steps(String tutorial) {
        List<Step> steps = new ArrayList<>();
        for (String line : tutorial.replaceAll("(?s)```.*?```", "").lines().toList()) {
            String text = line.strip();
            if (line.startsWith("    cdhdashboard ")) {
                steps.add(new Step(text.replaceFirst(" > .*", ""), new ArrayList<>()));
            } else if (line.startsWith("    ") && !steps.isEmpty()) {
                steps.get(steps.size() - 1).shown().add(text);
            }
        }
        return steps.stream()
                .filter(step -> !NOT_HERE.matcher(step.command()).matches())
                .toList();
    }

    /** What goes to the screen, with the names of files as the reader has them and spaces that may break lines. */
    private String run(String command) {
        List<String> words = new ArrayList<>(
                Arrays.asList(command.replaceFirst("cdhdashboard ", "").split(" ")));
        words.replaceAll(
                word -> word.matches("export.*|bank.*") ? folder.resolve(word).toString() : word);
        if (!command.contains("--data") && !command.matches("cdhdashboard (sample|validate) .*")) {
            words.addAll(List.of("--data", folder.resolve("cdhdashboard-data").toString()));
        }
        InstalledProgram.Outcome outcome = InstalledProgram.run(words.toArray());
        return (outcome.out() + outcome.err()).replace(folder + "/", "").replace('\u00a0', ' ');
    }
}
