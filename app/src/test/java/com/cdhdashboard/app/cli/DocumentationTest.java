package com.cdhdashboard.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

class DocumentationTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final List<String> EVERYWHERE = List.of("--help", "--version", "--debug");

    static Stream<Arguments> commands() {
        Terminal nowhere = new Terminal(
                new PrintWriter(new StringWriter()), new PrintWriter(new StringWriter()), false, Optional.empty());
        return commands("", Program.commandLine(new InMemoryWorkspaces(), nowhere));
    }

    /** Those that do something, by all of their words. */
    private static Stream<Arguments> commands(String words, CommandLine above) {
        return above.getSubcommands().entrySet().stream().flatMap(entry -> {
            String name = words + entry.getKey();
            return entry.getValue().getSubcommands().isEmpty()
                    ? Stream.of(Arguments.of(name, entry.getValue()))
                    : commands(name + " ", entry.getValue());
        });
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("commands")
    void everyOptionOfACommandIsInItsSynopsis(String name, CommandLine command) throws IOException {
        String synopsis = section(name)
                .lines()
                .filter(line -> line.startsWith("    "))
                .findFirst()
                .orElseThrow();
        assertThat(synopsis).startsWith("    ./cdhdashboard " + name);
        assertThat(options(synopsis))
                .containsExactlyInAnyOrderElementsOf(command.getCommandSpec().options().stream()
                        .map(OptionSpec::longestName)
                        .filter(option -> !EVERYWHERE.contains(option))
                        .toList());
        command.getCommandSpec()
                .positionalParameters()
                .forEach(parameter -> assertThat(synopsis).contains(" " + parameter.paramLabel()));
    }

    @Test
    void onlyCommandsThatExistAreDocumented() throws IOException {
        List<String> sections = cliPage()
                .lines()
                .filter(line -> line.startsWith("## "))
                .map(line -> line.substring(3))
                .toList();
        assertThat(sections)
                .containsExactlyElementsOf(
                        commands().map(arguments -> (String) arguments.get()[0]).toList());
    }

    private static String section(String command) throws IOException {
        return cliPage().split("\n## " + command + "\n", 2)[1].split("\n## ", 2)[0];
    }

    private static String cliPage() throws IOException {
        return Files.readString(ROOT.resolve("docs/cli.md"));
    }

    private static List<String> options(String synopsis) {
        List<String> found = new ArrayList<>();
        Matcher matcher = Pattern.compile("--[a-z_-]+").matcher(synopsis);
        while (matcher.find()) {
            found.add(matcher.group());
        }
        return found;
    }
}
