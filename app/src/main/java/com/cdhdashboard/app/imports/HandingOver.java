package com.cdhdashboard.app.imports;

import com.cdhdashboard.core.error.UserException;
import com.cdhdashboard.core.ingest.FileSummary;
import com.cdhdashboard.core.ingest.ImportListener;
import com.cdhdashboard.core.ingest.ImportRequest;
import com.cdhdashboard.core.ingest.ImportSummary;
import com.cdhdashboard.core.ingest.Importer;
import com.cdhdashboard.core.ingest.find.SourceFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An importer of one kind of data that hands files of the other kind over to theirs, so that what a file holds decides
 * where it goes, not what it was taken for.
 *
 * @param otherWords what the other kind is called
 */
public record HandingOver(Importer importer, Importer other, String otherWords) implements Importer {
    @Override
    public ImportSummary run(ImportRequest request, ImportListener listener) {
        ImportSummary summary = importer.run(request, listener);
        List<SourceFile> handed = summary.ofOtherKind();
        if (handed.isEmpty()) {
            return summary;
        }
        if (summary.cancelled()) {
            return with(summary, handed.stream().map(file -> FileSummary.cancelled(file.name())));
        }
        try {
            return both(summary, other.run(request.only(handed), listener));
        } catch (UserException e) {
            String reason = String.valueOf(e.getMessage());
            return with(summary, handed.stream().map(file -> recognised(FileSummary.failed(file.name(), reason))));
        }
    }

    private ImportSummary both(ImportSummary first, ImportSummary second) {
        ImportSummary both =
                with(first, second.files().stream().map(this::recognised), second.notes(), second.rejectedRows());
        return new ImportSummary(
                both.files(),
                both.notes(),
                both.rejectedRows(),
                first.elapsed().plus(second.elapsed()),
                second.cancelled(),
                both.ofOtherKind());
    }

    private static ImportSummary with(ImportSummary first, Stream<FileSummary> files) {
        return with(first, files, List.of(), Optional.empty());
    }

    private static ImportSummary with(
            ImportSummary first, Stream<FileSummary> files, List<String> notes, Optional<Path> rejected) {
        List<String> names = first.ofOtherKind().stream().map(SourceFile::name).toList();
        List<FileSummary> all = new ArrayList<>(first.files());
        all.removeIf(file -> names.contains(file.file()));
        files.forEach(all::add);
        all.sort(Comparator.comparing(FileSummary::file));
        return new ImportSummary(
                all,
                Stream.concat(first.notes().stream(), notes.stream()).toList(),
                joined(first.rejectedRows(), rejected),
                first.elapsed(),
                first.cancelled(),
                first.ofOtherKind());
    }

    private FileSummary recognised(FileSummary file) {
        String how = "recognised as " + otherWords + " by its columns";
        return new FileSummary(
                file.file(),
                file.status(),
                file.read(),
                file.filtered(),
                file.repeated(),
                file.rejected(),
                file.kept(),
                Optional.of(file.message().map(more -> how + "; " + more).orElse(how)));
    }

    /** The rows of both in the file of the first. */
    private static Optional<Path> joined(Optional<Path> first, Optional<Path> second) {
        if (first.isEmpty() || second.isEmpty()) {
            return first.or(() -> second);
        }
        try {
            Files.write(first.get(), Files.readAllBytes(second.get()), StandardOpenOption.APPEND);
            return first;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
