package com.cdhdashboard.duckdb.imports;

import com.cdhdashboard.core.error.UserException;
import com.cdhdashboard.core.ingest.FileSummary;
import com.cdhdashboard.core.ingest.SampleChoice;
import com.cdhdashboard.core.ingest.find.SourceFile;
import com.cdhdashboard.core.ingest.row.RejectedRows;
import com.cdhdashboard.core.sample.PersonalColumns;
import com.cdhdashboard.duckdb.DuckDbException;
import com.cdhdashboard.duckdb.Session;
import com.cdhdashboard.duckdb.imports.file.ColumnLook;
import com.cdhdashboard.duckdb.imports.file.ColumnWatch;
import com.cdhdashboard.duckdb.imports.file.FileReading;
import com.cdhdashboard.duckdb.imports.file.InexactNames;
import com.cdhdashboard.duckdb.imports.file.MembersOfKind;
import com.cdhdashboard.duckdb.imports.file.PartFeed;
import com.cdhdashboard.duckdb.imports.file.PartLoading;
import com.cdhdashboard.duckdb.imports.file.PartRemoval;
import com.cdhdashboard.duckdb.imports.file.RefusedFiles;
import com.cdhdashboard.duckdb.imports.file.RowByRowReading;
import com.cdhdashboard.duckdb.imports.file.SampleReading;
import com.cdhdashboard.duckdb.imports.file.SchemaSampling;
import com.cdhdashboard.duckdb.imports.file.SpoolFolder;
import com.cdhdashboard.duckdb.imports.late.ImportMoment;
import com.cdhdashboard.duckdb.imports.ledger.FileLedger;
import com.cdhdashboard.duckdb.imports.ledger.Namesakes;
import com.cdhdashboard.duckdb.imports.ledger.PendingFile;
import com.cdhdashboard.duckdb.imports.row.NoMetric;
import com.cdhdashboard.duckdb.imports.sample.SampleTables;
import com.cdhdashboard.duckdb.imports.schema.ColumnGuard;
import com.cdhdashboard.duckdb.imports.schema.DataKind;
import com.cdhdashboard.duckdb.imports.schema.PlanChoice;
import com.cdhdashboard.duckdb.imports.schema.SourceSchema;
import com.cdhdashboard.duckdb.imports.schema.StoreWidening;
import com.cdhdashboard.duckdb.store.StagingDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Reads the files of an import, with columns chosen by their first rows. Where other rows have outgrown these, everything is
 * taken back, all rows are looked at, and the files are read again: once, as nothing can come up then.
 */
final class ImportPass {

    private static final String LEFT = "not read, as memory ran out while files were unpacked; import again to read it";

    private final StagingDatabase database;
    private final Session session;
    private final DataKind kind;
    private final ImportClock clock;
    private final FileLedger ledger;
    private final Input input;

    /** What is read, by what, when, and where rejected rows go. */
    record Input(
            List<PendingFile> files,
            MembersOfKind unpacker,
            SchemaSampling sampling,
            RejectedRows rejected,
            ImportMoment moment,
            boolean replace,
            SampleChoice sample) {
        List<SourceFile> sources() {
            return files.stream().map(PendingFile::source).toList();
        }
    }

    ImportPass(StagingDatabase database, DataKind kind, ImportClock clock, FileLedger ledger, Input input) {
        this.database = database;
        this.session = database.session();
        this.kind = kind;
        this.clock = clock;
        this.ledger = ledger;
        this.input = input;
    }

    /** What became of the files, and what is to be said. */
    record Result(List<FileSummary> files, List<String> notes) {}

    Result run() throws InterruptedException {
        SourceSchema schema = new SourceSchema(session, kind);
        ColumnLook look = new ColumnLook(session, input.sampling(), kind.files().hivePartitioning());
        session.step("Sample the columns");
        look.first(input.sources(), schema);
        Optional<Result> result = read(schema, look);
        if (result.isEmpty() && !clock.cancelled()) {
            clock.beginAnew("reading again, as columns or values came up that the first rows do not show");
            look.all(input.sources(), schema, input.unpacker()::unpack, clock::cancelled);
            result = read(schema, look);
        }
        return result.orElseGet(() -> new Result(cancelled(), List.of()));
    }

    private List<FileSummary> cancelled() {
        return input.sources().stream()
                .map(file -> FileSummary.cancelled(file.name()))
                .toList();
    }

    /** Reads and publishes; empty, with everything taken back, where rows have outgrown the columns. */
    private Optional<Result> read(SourceSchema schema, ColumnLook look) throws InterruptedException {
        forgetColumnsOfNothing();
        if (!input.files().isEmpty() && schema.with(input.sources()).all().isEmpty()) {
            return Optional.of(refused(Optional.empty()));
        }
        PlanChoice choice = new PlanChoice(database, kind, schema);
        try {
            return read(schema, look, choice, choice.choose(input.sources()));
        } catch (NoMetric e) {
            return Optional.of(refused(Optional.of(e.reason())));
        }
    }

    private Optional<Result> read(SourceSchema schema, ColumnLook look, PlanChoice choice, PlanChoice.Chosen chosen)
            throws InterruptedException {
        BundlesBefore bundles = new BundlesBefore(session, kind.days());
        bundles.requireSame(kind.counts(), chosen.staging());
        begin(schema, choice, chosen);
        PartLoading loading = new PartLoading(
                session,
                database.limits(),
                chosen.staging().rows(),
                chosen.columns().names(),
                kind.files().hivePartitioning());
        loading.create();
        ColumnGuard guard = new ColumnGuard(schema, choice, chosen, input.sources());
        RowByRowReading rowByRow = new RowByRowReading(
                session,
                loading,
                chosen.staging().rows(),
                input.rejected(),
                input.unpacker(),
                database.folder().spool());
        try (PartRemoval removal = new PartRemoval();
                ColumnWatch watch = new ColumnWatch(schema, look)) {
            FileReading reading = new FileReading(
                    session,
                    loading,
                    removal,
                    new FileReading.Onlookers(
                            watch,
                            new InexactNames(session, chosen.staging().rows().read()),
                            sampling(chosen)));
            PendingFiles.Judges judges = new PendingFiles.Judges(
                    new Namesakes(session, ledger, kind.days(), input.replace()), bundles, input.rejected(), guard);
            PendingFiles files = new PendingFiles(ledger, reading, rowByRow, judges, clock);
            readAll(files, chosen);
            if (guard.outgrown()) {
                takeBack(files);
                return Optional.empty();
            }
            return Optional.of(publish(files, chosen, guard.notes()));
        }
    }

    private Optional<SampleReading> sampling(PlanChoice.Chosen chosen) {
        SampleReading.Columns columns = new SampleReading.Columns(
                chosen.columns().all(), chosen.columns().names(), kind.files().hivePartitioning());
        return input.sample() == SampleChoice.NONE
                ? Optional.empty()
                : Optional.of(new SampleReading(
                        session, columns, withheld(), database.folder().spool()));
    }

    private Predicate<String> withheld() {
        return switch (input.sample()) {
            case NONE -> column -> true;
            case WITHOUT_PEOPLE -> new PersonalColumns(kind.people())::identifies;
            case WHOLE -> column -> false;
        };
    }

    /** Nothing is read, as no file has columns, or for a reason that holds for all that can be read. */
    private Result refused(Optional<String> reason) throws InterruptedException {
        try (PartFeed feed = new PartFeed(input.unpacker()::unpack, input.files())) {
            RefusedFiles files = new RefusedFiles(
                    session, input.rejected(), database.folder().spool(), reason);
            return new Result(files.summaries(feed), List.of());
        }
    }

    private void takeBack(PendingFiles files) {
        if (clock.cancelled()) {
            clock.letFinish();
        }
        files.takeBack();
        input.rejected().forget();
        SpoolFolder.empty(database.folder().spool());
    }

    /** A store into which no file was taken has no columns: whatever an import left behind that failed is not kept. */
    private void forgetColumnsOfNothing() {
        if (ledger.committed().isEmpty() && database.plan().isPresent()) {
            database.clear();
        }
    }

    private void begin(SourceSchema schema, PlanChoice choice, PlanChoice.Chosen chosen) {
        session.step("Make the tables");
        try {
            session.transaction(() -> widen(schema, choice, chosen));
        } catch (DuckDbException e) {
            if (!e.isBadInput()) {
                throw e;
            }
            throw new UserException(
                    UserException.Kind.USER,
                    "values imported before do not fit the wider types of columns: " + e.shortMessage()
                            + "; import all files together with --remove-existing",
                    e);
        }
    }

    private void widen(SourceSchema schema, PlanChoice choice, PlanChoice.Chosen chosen) {
        choice.adopt(chosen.staging());
        database.setPlan(chosen.staging().planText());
        new StoreWidening(session).fit(chosen.staging());
        schema.keep(chosen.columns().all());
    }

    /** What a cancel leaves unpublished here is published by the next import, as after a kill. */
    private Result publish(PendingFiles files, PlanChoice.Chosen chosen, List<String> said) {
        List<String> notes = new ArrayList<>(said);
        if (!clock.cancelled() && ledger.holdsRows()) {
            clock.letWrite();
            clock.working(List.of());
            clock.stage("computing what pages show");
            try {
                new SampleTables(session, chosen.columns().all(), input.sample(), withheld()).make();
                notes.addAll(chosen.staging().publish(input.moment()));
            } catch (DuckDbException e) {
                if (!clock.isCancel(e)) {
                    throw e;
                }
            }
        }
        clock.letFinish();
        if (clock.cancelled() && ledger.hasUnpublished()) {
            notes.add("cancelled; pages show what was read so far when the import is started again");
        }
        return new Result(files.summaries(), notes);
    }

    private void readAll(PendingFiles files, PlanChoice.Chosen chosen) throws InterruptedException {
        List<PendingFile> taken = new ArrayList<>();
        for (PendingFile file : input.files()) {
            Optional<String> reason = Optional.ofNullable(chosen.refused().get(file.source()));
            reason.ifPresentOrElse(why -> files.refuse(file, why), () -> taken.add(file));
        }
        try (PartFeed feed = new PartFeed(input.unpacker()::unpack, taken)) {
            boolean more = true;
            while (more && !clock.cancelled()) {
                more = files.take(feed.take());
            }
        } catch (DuckDbException | InterruptedException e) {
            if (!clock.isCancel(e)) {
                throw e;
            }
        }
        files.failRest(input.files(), clock.cancelled() ? FileSummary.CANCELLED : LEFT);
    }
}
