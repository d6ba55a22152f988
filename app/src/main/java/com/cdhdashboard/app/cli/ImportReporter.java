package com.cdhdashboard.app.cli;

import com.cdhdashboard.app.output.TableText;
import com.cdhdashboard.core.cube.Column;
import com.cdhdashboard.core.cube.Table;
import com.cdhdashboard.core.cube.ValueType;
import com.cdhdashboard.core.ingest.ExecutedStatement;
import com.cdhdashboard.core.ingest.FileSummary;
import com.cdhdashboard.core.ingest.ImportListener;
import com.cdhdashboard.core.ingest.ImportProgress;
import com.cdhdashboard.core.ingest.ImportSummary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** Shows an import while it runs and what became of it. */
final class ImportReporter implements ImportListener {
    private static final List<Column> COLUMNS = List.of(
            Column.dimension("File", ValueType.TEXT),
            Column.dimension("Status", ValueType.TEXT),
            Column.measure("Read", ValueType.INTEGER),
            Column.measure("Filtered", ValueType.INTEGER),
            Column.measure("Repeated", ValueType.INTEGER),
            Column.measure("Rejected", ValueType.INTEGER),
            Column.measure("Kept", ValueType.INTEGER),
            Column.dimension("Note", ValueType.TEXT));

    private final Terminal terminal;
    private final ProgressLine line;
    private final AtomicBoolean cancelled = new AtomicBoolean();
    private final Optional<StatementScript> script;

    ImportReporter(Terminal terminal) {
        this(terminal, Optional.empty());
    }

    /** @param script where all statements go, too */
    ImportReporter(Terminal terminal, Optional<StatementScript> script) {
        this.terminal = terminal;
        this.line = new ProgressLine(terminal);
        this.script = script;
    }

    @Override
    public boolean explains() {
        return script.isPresent();
    }

    @Override
    public void executed(ExecutedStatement statement) {
        script.ifPresent(all -> all.add(statement));
    }

    void cancel() {
        cancelled.set(true);
    }

    @Override
    public boolean cancelled() {
        return cancelled.get();
    }

    @Override
    public void progressed(ImportProgress progress) {
        line.show(share(progress), describe(progress));
    }

    /** Takes the progress away and says in a line what was done, with all notes. */
    void finished(ImportSummary summary) {
        line.clear();
        summary.notes().forEach(note -> terminal.err().println("Note: " + TableText.visible(note)));
        summary.rejectedRows().ifPresent(file -> terminal.err().println("Rejected rows, with reasons: " + file));
        terminal.err().println(verdict(summary));
    }

    /** One line per file, and their sum. */
    void table(ImportSummary summary) {
        try {
            TableText.write(files(summary), terminal.out());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String describe(ImportProgress progress) {
        double seconds = progress.elapsed().toNanos() / 1e9;
        long pace = seconds > 0 ? Math.round(progress.rows() / seconds) : 0;
        String text = String.format(
                Locale.ROOT,
                "%s: %d/%d files, %,d rows, %,d rows/s",
                progress.stage(),
                progress.filesDone(),
                progress.filesTotal(),
                progress.rows(),
                pace);
        double share = share(progress);
        boolean telling = share > 0.02 && share < 1;
        return telling ? text + ", " + clock(seconds * (1 - share) / share) + " left" : text;
    }

    private static double share(ImportProgress progress) {
        return progress.bytesTotal() == 0 ? 0 : (double) progress.bytesDone() / progress.bytesTotal();
    }

    private static String clock(double seconds) {
        Duration rest = Duration.ofSeconds(Math.round(seconds));
        return String.format(Locale.ROOT, "%d:%02d", rest.toMinutes(), rest.toSecondsPart());
    }

    private static Table files(ImportSummary summary) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (FileSummary file : summary.files()) {
            rows.add(row(
                    file.file(),
                    file.status().label(),
                    List.of(file),
                    file.message().orElse("-")));
        }
        if (summary.files().size() > 1) {
            rows.add(row("Total", summary.files().size() + " files", summary.files(), "-"));
        }
        return new Table(COLUMNS, rows);
    }

    private static List<@Nullable Object> row(String name, String status, List<FileSummary> files, String note) {
        List<@Nullable Object> row = new ArrayList<>();
        row.add(name);
        row.add(status);
        List<ToLongFunction<FileSummary>> counts = List.of(
                FileSummary::read,
                FileSummary::filtered,
                FileSummary::repeated,
                FileSummary::rejected,
                FileSummary::kept);
        counts.forEach(count -> row.add(files.stream().mapToLong(count).sum()));
        row.add(note);
        return row;
    }

    private static String verdict(ImportSummary summary) {
        double seconds = summary.elapsed().toMillis() / 1000.0;
        long done =
                summary.files().stream().filter(file -> file.status().counts()).count();
        long unchanged = summary.files().stream()
                .filter(file -> file.status() == FileSummary.Status.UNCHANGED)
                .count();
        long other = summary.files().size() - done - unchanged;
        String text =
                String.format(Locale.ROOT, "%d imported, %d imported before, %d not imported", done, unchanged, other);
        long partly = summary.files().stream()
                .filter(file -> file.status() == FileSummary.Status.PARTLY)
                .count();
        return text
                + String.format(Locale.ROOT, ", in %.1f s.", seconds)
                + (partly > 0
                        ? String.format(Locale.ROOT, " Most rows of %d were not kept, see its note.", partly)
                        : "")
                + (summary.outcome() == ImportSummary.Outcome.NOTHING ? " Nothing was imported." : "")
                + (summary.cancelled() ? " Cancelled." : "");
    }
}
