package com.cdhdashboard.bench.process;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The program as users start it.
 *
 * @param script starts it
 */
public record Product(Path java, Path script) {
    /** Those that the script starts the Java machine with. */
    static final List<String> FLAGS = List.of(
            "-Xmx512m",
            "-XX:+UseSerialGC",
            "-Xshare:auto",
            "-Xlog:disable",
            "-Xlog:all=error:stderr",
            "-Dfile.encoding=UTF-8");

    public Product {
        requireNonNull(java, "java");
        requireNonNull(script, "script");
    }

    /** The command line of a command of the program. */
    public List<String> command(String... arguments) {
        List<String> command = new ArrayList<>(List.of(script.toString()));
        command.addAll(List.of(arguments));
        return command;
    }

    /** The command line of a class of these measurements, in the same kind of Java machine as the program. */
    public List<String> mainClass(Class<?> main, String... arguments) {
        List<String> command = new ArrayList<>(List.of(java.toString()));
        command.addAll(FLAGS);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of(arguments));
        return command;
    }
}
