package com.cdhdashboard.app.cli.config;

import com.cdhdashboard.core.config.edit.TomlText;
import com.cdhdashboard.core.error.UserException;
import com.cdhdashboard.core.file.WholeFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "format",
        description = "Puts the white space of a configuration in order; what it means, its order, its comments and"
                + " everything in quotes stay as they are.")
final class FormatCommand implements Callable<Integer> {
    private final PrintWriter err;

    @Parameters(paramLabel = "F", description = "Configuration file (TOML).")
    private Path file = Path.of("");

    @Option(names = "--check", description = "Write nothing; the exit code is 1 where the file is not in order.")
    private boolean check;

    FormatCommand(PrintWriter err) {
        this.err = err;
    }

    @Override
    public Integer call() {
        String text = read();
        String formatted = formatted(text);
        if (formatted.equals(text)) {
            err.println(file + ": in order.");
            return 0;
        }
        if (check) {
            err.println(file + ": not in order; config format without --check puts it in order.");
            return 1;
        }
        WholeFile.write(file, formatted);
        err.println(file + ": put in order.");
        return 0;
    }

    private String formatted(String text) {
        try {
            return TomlText.of(text).formatted().text();
        } catch (UserException refusal) {
            throw new UserException(refusal.kind(), file + ": " + refusal.getMessage(), refusal);
        }
    }

    private String read() {
        try {
            return Files.readString(file);
        } catch (CharacterCodingException e) {
            throw new UserException(UserException.Kind.USER, file + " is not UTF-8 text; save it as UTF-8", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
