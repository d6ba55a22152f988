package com.cdhdashboard.app.imports;

import com.cdhdashboard.core.ingest.ImportListener;
import com.cdhdashboard.core.ingest.ImportRequest;
import com.cdhdashboard.core.ingest.ImportSummary;
import com.cdhdashboard.core.ingest.Importer;
import java.nio.file.Path;
import java.util.List;

/** An importer of uploaded files, which reads them where they are kept, if there is room to keep them. */
public record UploadImport(Importer importer, Uploads uploads, KeptUploads kept) implements Importer {
    static final String NO_ROOM = "the uploaded files were not kept, as the disk has less room than twice their size;"
            + " a metric that is added later cannot be counted from them";

    @Override
    public ImportSummary run(ImportRequest request, ImportListener listener) {
        long bytes = request.paths().stream()
                .mapToLong(file -> file.toFile().length())
                .sum();
        if (!kept.hasRoomFor(bytes)) {
            return importer.run(request, listener).noting(NO_ROOM);
        }
        List<Path> files = kept.take(request.paths(), uploads);
        return importer.run(request.at(files), listener);
    }
}
