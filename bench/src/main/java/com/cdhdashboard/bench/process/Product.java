package com.cdhdashboard.bench.process;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The program as users start it. */
public record Product(Path java, Path jar) {
    /** Those of the script that starts the program. */
    static final List<String> FLAGS = List.of(
            "-Xmx512m",
            "-XX:+UseSerialGC",
            "-Xshare:auto",
            "-Xlog:disable",
            "-Xlog:all=error:stderr",
            "-Dfile.encoding=UTF-8");

    /** And for commands that end soon. */
    static final String QUICK_FLAG = "-XX:TieredStopAtLevel=1";

    private static final List<String> QUICK = List.of("import", "query", "report", "validate");

    public Product {
        requireNonNull(java, "java");
        requireNonNull(jar, "jar");
    }

    /** The command line of a command of the program. */
    public List<String> command(String... arguments) {
        List<String> start = new ArrayList<>();
        if (arguments.length > 0 && QUICK.contains(arguments[0])) {
            start.add(QUICK_FLAG);
        }
        start.addAll(List.of("-Dcdhdashboard.terminal=false", "-jar", jar.toString()));
        return command(start, List.of(arguments));
    }

    /** The command line of a class of these measurements, in the same kind of Java machine as the program. */
    public List<String> mainClass(Class<?> main, String... arguments) {
        return command(List.of("-cp", System.getProperty("java.class.path"), main.getName()), List.of(arguments));
    }

    private List<String> command(List<String> start, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(java.toString());
        command.addAll(FLAGS);
        command.addAll(start);
        command.addAll(arguments);
        return command;
    }
}
