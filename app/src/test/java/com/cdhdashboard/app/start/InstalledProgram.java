package com.cdhdashboard.app.start;

import com.cdhdashboard.app.Workspace;
import com.cdhdashboard.app.cli.ConfigurationSource;
import com.cdhdashboard.app.cli.Program;
import com.cdhdashboard.app.cli.ServerAddress;
import com.cdhdashboard.app.cli.Terminal;
import com.cdhdashboard.app.cli.Workspaces;
import com.cdhdashboard.app.sample.ExportFormat;
import com.cdhdashboard.app.sample.SampleSettings;
import com.cdhdashboard.assistant.provider.Models;
import com.cdhdashboard.assistant.settings.ModelFile;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The program as its users have it, with nothing replaced; commands and server run inside the test's process. */
public final class InstalledProgram {
    private static final SampleSettings SMALL_DEMO = new SampleSettings(
            3, SampleSettings.DEFAULT_END, SampleSettings.Size.ofInteractions(60), 1, ExportFormat.ZIP);

    private InstalledProgram() {}

    /** What a command answered. */
    public record Outcome(int code, String out, String err) {}

    /** Runs a command line; paths and numbers among the arguments are written as texts. */
    public static Outcome run(Object... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Terminal terminal = new Terminal(new PrintWriter(out), new PrintWriter(err), false, Optional.empty());
        String[] texts = Arrays.stream(args).map(String::valueOf).toArray(String[]::new);
        int code = Program.run(new StoreWorkspaces(), terminal, texts);
        return new Outcome(code, out.toString(), err.toString());
    }

    /**
     * Serves a store on any free port.
     *
     * @param configuration what {@code --config} would say
     * @param roots folders the import page may read
     */
    public static Server serve(Optional<Path> configuration, Path data, List<Path> roots) {
        return serve(
                configuration,
                data,
                new ServerAddress("127.0.0.1", 0, data.resolve("uploads"), roots, Optional.empty()));
    }

    /** Serves a store with the models of a file. */
    public static Server serve(Path data, Path models) {
        Workspaces workspaces = new StoreWorkspaces();
        Workspaces.OpenWorkspace open = workspaces.open(ConfigurationSource.of(Optional.empty()), data);
        ServerAddress address = new ServerAddress("127.0.0.1", 0, data.resolve("uploads"), List.of(), Optional.empty());
        return new Server(
                open,
                workspaces.serve(
                        List.of(open),
                        address,
                        Models.of(
                                ModelFile.read(models),
                                name -> Optional.empty(),
                                Optional.empty(),
                                Clock.systemUTC())));
    }

    /** Serves a store on any free port, with models that may be asked. */
    public static Server serve(Optional<Path> configuration, Path data, List<Path> roots, Models models) {
        return serve(
                configuration,
                data,
                new ServerAddress("127.0.0.1", 0, data.resolve("uploads"), roots, Optional.empty()),
                models);
    }

    /** Serves a store at an address of which more is said. */
    public static Server serve(Optional<Path> configuration, Path data, ServerAddress address) {
        return serve(configuration, data, address, Models.none());
    }

    private static Server serve(Optional<Path> configuration, Path data, ServerAddress address, Models models) {
        Workspaces workspaces = new StoreWorkspaces();
        Workspaces.OpenWorkspace open = workspaces.open(ConfigurationSource.of(configuration), data);
        return new Server(open, workspaces.serve(List.of(open), address, models));
    }

    /** Runs {@code run} until it is closed, with small demo data where it shows any. */
    public static Running start(Object... args) throws InterruptedException {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Terminal terminal = new Terminal(new PrintWriter(out), new PrintWriter(err), false, Optional.empty());
        List<String> texts = new ArrayList<>(List.of("run", "--port", "0"));
        Arrays.stream(args).map(String::valueOf).forEach(texts::add);
        Thread thread = new Thread(
                () -> Program.run(new StoreWorkspaces(SMALL_DEMO), terminal, texts.toArray(String[]::new)), "run");
        thread.start();
        while (thread.isAlive() && !out.toString().contains("Ctrl+C ends it")) {
            Thread.sleep(10);
        }
        return new Running(thread, out, err);
    }

    /** A command that serves. */
    public record Running(Thread thread, StringWriter out, StringWriter err) implements AutoCloseable {
        public String url() {
            return out.toString().replaceAll("(?s).*is at (\\S+) .*", "$1");
        }

        public String said() {
            return err.toString();
        }

        @Override
        public void close() {
            thread.interrupt();
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Serves several configurations over the same data folder, and closes them with the server. */
    public static Workspaces.RunningServer serveAll(List<Path> configurations, Path data) {
        Workspaces workspaces = new StoreWorkspaces();
        List<Workspaces.OpenWorkspace> open = configurations.stream()
                .map(path -> workspaces.open(ConfigurationSource.of(Optional.of(path)), data))
                .toList();
        ServerAddress address =
                new ServerAddress("127.0.0.1", 0, data.resolve("uploads"), List.of(data), Optional.empty());
        Workspaces.RunningServer running = workspaces.serve(open, address);
        return new Workspaces.RunningServer() {
            @Override
            public String url() {
                return running.url();
            }

            @Override
            public void await() throws InterruptedException {
                running.await();
            }

            @Override
            public void close() {
                running.close();
                open.forEach(Workspaces.OpenWorkspace::close);
            }
        };
    }

    /** A running server over a store. */
    public record Server(Workspaces.OpenWorkspace open, Workspaces.RunningServer running) implements AutoCloseable {
        public String url() {
            return running.url();
        }

        public Workspace workspace() {
            return open.workspace();
        }

        @Override
        public void close() {
            running.close();
            open.close();
        }
    }
}
