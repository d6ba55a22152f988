package com.cdhdashboard.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file is put in order, or left alone and the reason said. */
class FormatCommandTest {
    private static final String MESSY = "a=1 \n\n\n  # kept\n  [t]\nx = \"\"\"pl.col( 'A' )\"\"\"";
    private static final String IN_ORDER = "a = 1\n\n# kept\n[t]\nx = \"\"\"pl.col( 'A' )\"\"\"\n";

    @TempDir
    private Path folder;

    private final StringWriter err = new StringWriter();

    @Test
    void aFileIsPutInOrderOnce() throws IOException {
        Path file = Files.writeString(folder.resolve("a.toml"), MESSY);
        assertThat(run(file.toString(), "--check")).isEqualTo(1);
        assertThat(err).hasToString(file + ": not in order; config format without --check puts it in order.\n");
        assertThat(file).hasContent(MESSY);

        assertThat(run(file.toString())).isZero();
        assertThat(err).hasToString(file + ": put in order.\n");
        assertThat(Files.readString(file)).isEqualTo(IN_ORDER);

        assertThat(run(file.toString(), "--check")).isZero();
        assertThat(run(file.toString())).isZero();
        assertThat(err).hasToString(file + ": in order.\n");
        assertThat(Files.readString(file)).isEqualTo(IN_ORDER);
    }

    @Test
    void whatCannotBeReadIsLeftAlone() throws IOException {
        Path file = Files.writeString(folder.resolve("a.toml"), "a=1\nb= \n");
        assertThat(run(file.toString())).isEqualTo(1);
        assertThat(err)
                .hasToString("cdhdashboard: " + file + ": the text is not valid TOML at line 2, column 4: Unexpected"
                        + " end of line, expected a value; mend it there first.\n");
        assertThat(file).hasContent("a=1\nb= \n");

        Files.write(file, new byte[] {'a', (byte) 0xFF});
        assertThat(run(file.toString())).isEqualTo(1);
        assertThat(err).hasToString("cdhdashboard: " + file + " is not UTF-8 text; save it as UTF-8.\n");

        assertThat(run(folder.resolve("none").toString())).isEqualTo(1);
        assertThat(err)
                .hasToString("cdhdashboard: a file or folder cannot be used: \"" + folder.resolve("none")
                        + "\": it is not there; make room on the disk, or allow reading and writing there, and try"
                        + " again.\n");
    }

    private int run(String... arguments) {
        err.getBuffer().setLength(0);
        Terminal terminal =
                new Terminal(new PrintWriter(new StringWriter()), new PrintWriter(err), false, Optional.empty());
        String[] words = new String[arguments.length + 2];
        words[0] = "config";
        words[1] = "format";
        System.arraycopy(arguments, 0, words, 2, arguments.length);
        return Program.run(new InMemoryWorkspaces(), terminal, words);
    }
}
