package com.cdhdashboard.app.cli;

import com.cdhdashboard.core.ingest.ExecutedStatement;
import java.io.PrintWriter;
import java.util.Locale;

/**
 * The statements of an import as a script that a DuckDB prompt takes, with the step, the time and the rows of each as
 * comments.
 */
final class StatementScript {
    private static final String BEGINNING = """
            -- The statements of an import, in the order in which they ran. A DuckDB prompt over an empty database takes them,
            -- while the files are where they were; what was unpacked is gone when the import has ended.
            SET TimeZone = 'UTC';
            """;

    private final PrintWriter out;
    private String step = "";

    StatementScript(PrintWriter out) {
        this.out = out;
        out.print(BEGINNING);
    }

    void add(ExecutedStatement statement) {
        if (!statement.step().equals(step)) {
            step = statement.step();
            out.printf("%n-- ===== %s =====%n", step);
        }
        double seconds = statement.elapsed().toNanos() / 1e9;
        String rows = statement.rows() < 0 ? "" : String.format(Locale.ROOT, ", rows: %,d", statement.rows());
        out.printf(
                Locale.ROOT,
                "%n-- %.3f s%s%n%s;%n",
                seconds,
                rows,
                statement.text().strip());
    }
}
