package com.cdhdashboard.app.imports;

import com.cdhdashboard.core.bundle.BundleFiles;
import com.cdhdashboard.core.error.UserException;
import com.cdhdashboard.core.ingest.FileSummary;
import com.cdhdashboard.core.ingest.ImportListener;
import com.cdhdashboard.core.ingest.ImportRequest;
import com.cdhdashboard.core.ingest.ImportSummary;
import com.cdhdashboard.core.ingest.Importer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** An importer of rows that leaves bundles among the files it is given to the importer of bundles, after its own. */
public record BundlesBeside(Importer rows, Importer bundles) implements Importer {
    @Override
    public ImportSummary run(ImportRequest request, ImportListener listener) {
        List<Path> ofBundles =
                request.paths().stream().filter(BundleFiles::holdsCubes).toList();
        if (ofBundles.isEmpty() || !request.chosen().isEmpty()) {
            return rows.run(request, listener);
        }
        List<Path> others = new ArrayList<>(request.paths());
        others.removeAll(ofBundles);
        if (others.isEmpty()) {
            return bundles.run(request, listener);
        }
        ImportSummary first = rows.run(request.at(others), listener);
        try {
            return both(first, bundles.run(request.only(List.of()).at(ofBundles), listener));
        } catch (UserException e) {
            String reason = String.valueOf(e.getMessage());
            List<FileSummary> failed = ofBundles.stream()
                    .map(path -> FileSummary.failed(String.valueOf(path.getFileName()), reason))
                    .toList();
            return both(
                    first,
                    new ImportSummary(failed, List.of(), first.rejectedRows(), first.elapsed(), first.cancelled()));
        }
    }

    private static ImportSummary both(ImportSummary first, ImportSummary second) {
        return new ImportSummary(
                Stream.concat(first.files().stream(), second.files().stream()).toList(),
                Stream.concat(first.notes().stream(), second.notes().stream()).toList(),
                first.rejectedRows(),
                first.elapsed().plus(second.elapsed()),
                first.cancelled() || second.cancelled(),
                first.ofOtherKind());
    }
}
