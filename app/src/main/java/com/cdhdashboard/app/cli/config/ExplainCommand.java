package com.cdhdashboard.app.cli.config;

import com.cdhdashboard.app.output.TableText;
import com.cdhdashboard.core.schema.KeyExplanation;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "explain",
        description = "Says what a key of the configuration means, which values it takes and what a change of it"
                + " needs; of a section it lists the keys.")
final class ExplainCommand implements Callable<Integer> {
    private final PrintWriter out;

    @Parameters(
            paramLabel = "KEY",
            description = "Path of a key, such as ux.refresh_interval or reports.daily.x, or of a section, such as ih.")
    private String path = "";

    ExplainCommand(PrintWriter out) {
        this.out = out;
    }

    @Override
    public Integer call() {
        KeyExplanation.of(path).forEach(line -> out.println(TableText.visible(line)));
        return 0;
    }
}
