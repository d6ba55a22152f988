package com.cdhdashboard.app.page.imports;

import com.cdhdashboard.app.imports.JobView;
import com.cdhdashboard.core.ingest.FileSummary;
import com.cdhdashboard.core.ingest.ImportSummary;
import java.util.LinkedHashMap;
import java.util.Map;

/** A job as a JSON object. */
final class JobJson {
    private JobJson() {}

    static Map<String, Object> of(JobView job) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("source", job.source().words());
        object.put("state", job.state());
        object.put("stage", job.progress().stage());
        object.put("files_done", job.progress().filesDone());
        object.put("files_total", job.progress().filesTotal());
        object.put("rows", job.progress().rows());
        object.put("bytes_done", job.progress().bytesDone());
        object.put("bytes_total", job.progress().bytesTotal());
        object.put("outcome", job.summary().map(ImportSummary::outcome));
        object.put("error", job.error());
        object.put("notes", job.summary().map(ImportSummary::notes));
        object.put(
                "files",
                job.summary()
                        .map(summary ->
                                summary.files().stream().map(JobJson::file).toList()));
        return object;
    }

    private static Map<String, Object> file(FileSummary file) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("file", file.file());
        line.put("status", file.status());
        line.put("read", file.read());
        line.put("filtered", file.filtered());
        line.put("repeated", file.repeated());
        line.put("rejected", file.rejected());
        line.put("kept", file.kept());
        line.put("message", file.message());
        return line;
    }
}
