package com.cdhdashboard.app.cli;

import com.cdhdashboard.app.output.TableText;
import com.cdhdashboard.core.ingest.ExecutedStatement;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.IntFunction;

/**
 * The statements of an import as a script that a DuckDB prompt takes, with the step, the time and the rows of each as
 * comments. Nothing in a value or name can control the terminal.
 */
final class StatementScript {
    private static final String BEGINNING = """
            -- The statements of an import, in the order in which they ran. A DuckDB prompt over an empty database takes them,
            -- while the files are where they were; what was unpacked is gone when the import has ended.
            SET TimeZone = 'UTC';
            """;

    /** Stands in names for what cannot be shown. */
    private static final String MARK = "\uFFFD";

    private final PrintWriter out;
    private String step = "";

    StatementScript(PrintWriter out) {
        this.out = out;
        out.print(BEGINNING);
    }

    void add(ExecutedStatement statement) {
        if (!statement.step().equals(step)) {
            step = statement.step();
            out.printf("%n-- ===== %s =====%n", TableText.visible(step));
        }
        double seconds = statement.elapsed().toNanos() / 1e9;
        String rows = statement.rows() < 0 ? "" : String.format(Locale.ROOT, ", rows: %,d", statement.rows());
        out.printf(
                Locale.ROOT,
                "%n-- %.3f s%s%n%s;%n",
                seconds,
                rows,
                printable(statement.text().strip()));
    }

    /** A statement that means the same without characters that do more than be read; of names nothing but a mark is left. */
    private static String printable(String sql) {
        StringBuilder printable = new StringBuilder();
        int from = 0;
        while (from < sql.length()) {
            int quote = firstQuote(sql, from);
            printable.append(sql, from, quote);
            int end = quote < sql.length() ? behindQuoted(sql, quote) : quote;
            String quoted = sql.substring(quote, end);
            boolean value = quoted.startsWith("'") && !isName(sql, end);
            printable.append(value ? literal(quoted) : shown(quoted, c -> MARK));
            from = end;
        }
        return printable.toString();
    }

    private static int firstQuote(String sql, int from) {
        int at = from;
        while (at < sql.length() && "'\"".indexOf(sql.charAt(at)) < 0) {
            at++;
        }
        return at;
    }

    /** The place behind a literal or a quoted name; a quote in it is doubled. */
    private static int behindQuoted(String sql, int quote) {
        char mark = sql.charAt(quote);
        int end = sql.indexOf(mark, quote + 1);
        while (end >= 0 && end + 1 < sql.length() && sql.charAt(end + 1) == mark) {
            end = sql.indexOf(mark, end + 2);
        }
        return end < 0 ? sql.length() : end + 1;
    }

    /** Whether the literal before is the name of a part, in which the engine knows no escapes. */
    private static boolean isName(String sql, int end) {
        return sql.startsWith(":", end) && !sql.startsWith("::", end);
    }

    private static String literal(String quoted) {
        return quoted.codePoints().noneMatch(StatementScript::isHidden)
                ? quoted
                : "E" + shown(quoted.replace("\\", "\\\\"), StatementScript::escaped);
    }

    /** By its bytes, as the engine knows no other way. */
    private static String escaped(int codePoint) {
        StringBuilder escaped = new StringBuilder();
        for (byte part : Character.toString(codePoint).getBytes(StandardCharsets.UTF_8)) {
            escaped.append(String.format(Locale.ROOT, "\\x%02X", part));
        }
        return escaped.toString();
    }

    private static String shown(String text, IntFunction<String> hidden) {
        StringBuilder shown = new StringBuilder();
        text.codePoints().forEach(c -> shown.append(isHidden(c) ? hidden.apply(c) : Character.toString(c)));
        return shown.toString();
    }

    private static boolean isHidden(int codePoint) {
        return codePoint != '\n' && codePoint != '\t' && TableText.isHidden(codePoint);
    }
}
