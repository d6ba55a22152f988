package com.cdhdashboard.app.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.cdhdashboard.app.security.AgentToken;
import java.io.BufferedInputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.util.Optional;

/**
 * Where a command writes: answers to {@code out}, everything else to {@code err}.
 *
 * @param interactive whether somebody watches, so that progress may be redrawn
 * @param password the password of the server, if the environment has one
 * @param agentToken what agents must carry, if the environment has it
 * @param streams of the process, for commands that another program talks to
 */
public record Terminal(
        PrintWriter out,
        PrintWriter err,
        boolean interactive,
        Optional<String> password,
        Optional<String> agentToken,
        Streams streams) {
    /** Standard input and output as bytes. */
    public record Streams(InputStream in, OutputStream out) {
        static final Streams NONE = new Streams(InputStream.nullInputStream(), OutputStream.nullOutputStream());
    }

    /** An environment variable and no option: options can be seen by every user of the machine. */
    private static final String PASSWORD = "CDHDASHBOARD_PASSWORD";

    /** Set by the start script: Java itself cannot tell whether standard error is a terminal. */
    private static final String WATCHED = "cdhdashboard.terminal";

    /** The streams of the process, in UTF-8 whatever the platform's charset is. */
    public static Terminal system() {
        PrintWriter out = new PrintWriter(new FileOutputStream(FileDescriptor.out), false, UTF_8);
        PrintWriter err = new PrintWriter(new FileOutputStream(FileDescriptor.err), true, UTF_8);
        boolean watched = Boolean.getBoolean(WATCHED);
        Optional<String> password = Optional.ofNullable(System.getenv(PASSWORD)).filter(text -> !text.isEmpty());
        Optional<String> agentToken =
                Optional.ofNullable(System.getenv(AgentToken.VARIABLE)).filter(text -> !text.isEmpty());
        Streams streams = new Streams(
                new BufferedInputStream(new FileInputStream(FileDescriptor.in)),
                new FileOutputStream(FileDescriptor.out));
        return new Terminal(out, err, watched, password, agentToken, streams);
    }

    /** One that no other program talks to. */
    public Terminal(PrintWriter out, PrintWriter err, boolean interactive, Optional<String> password) {
        this(out, err, interactive, password, Optional.empty(), Streams.NONE);
    }
}
