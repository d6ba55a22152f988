package com.cdhdashboard.app.page.imports;

import com.cdhdashboard.app.imports.JobView;
import com.cdhdashboard.app.imports.KeptUploads;
import com.cdhdashboard.app.route.Urls;
import com.cdhdashboard.app.view.Frame;
import com.cdhdashboard.app.view.SizeText;
import com.cdhdashboard.core.figure.NumberText;
import java.util.List;
import java.util.Optional;

/**
 * What the import page shows.
 *
 * @param rowsLoaded formatted; empty where nothing is loaded
 * @param folders absent where the server may read no folder
 * @param uploadLimit largest file, formatted
 * @param kept absent where no uploaded file is kept
 * @param closed why nothing can be imported here; empty where something can
 */
public record ImportPage(
        Frame frame,
        Optional<JobPanel> job,
        Optional<Folders> folders,
        String rowsLoaded,
        Limit uploadLimit,
        String hint,
        Kind kind,
        Optional<Kept> kept,
        String closed) {
    /**
     * Which tab is open.
     *
     * @param holdings whether it is the one of product holdings
     * @param offered whether there is a tab of product holdings
     */
    public record Kind(boolean holdings, boolean offered) {
        public String interactionsUrl() {
            return Urls.imports(false);
        }

        public String holdingsUrl() {
            return Urls.imports(true);
        }
    }

    /** How many uploaded files are kept and how large they are, as a sentence. */
    public record Kept(String text) {
        static Kept of(KeptUploads.Room room) {
            String files = room.files() == 1
                    ? "1 uploaded file is kept, "
                    : NumberText.count(room.files()) + " uploaded files are kept, ";
            return new Kept(files + SizeText.bytes(room.bytes()) + ".");
        }
    }

    /** The largest file that may be uploaded. */
    public record Limit(long bytes, String text) {}

    /** A folder of the server, open for choice. */
    public record Folders(String folder, List<Crumb> trail, List<Crumb> roots, List<EntryLine> entries, boolean cut) {
        public Folders {
            trail = List.copyOf(trail);
            roots = List.copyOf(roots);
            entries = List.copyOf(entries);
        }
    }

    /** A folder above, with its address on this page. */
    public record Crumb(String name, String url) {}

    /** A folder or file below. */
    public record EntryLine(String name, String path, boolean folder, String size, String url) {}

    /** What an import says of its files, and where that can be mended. */
    public record Note(String text, Optional<Crumb> mended) {}

    /**
     * A job, written out.
     *
     * @param percent 0 to 100; -1 while it is not known
     * @param verdict what it came to, or is doing
     * @param results one line per file, once the job has ended
     * @param rejected the first rejected rows; empty where there are none
     * @param nextUrl tells how the job goes on
     */
    public record JobPanel(
            JobView job,
            String state,
            int percent,
            Verdict verdict,
            Pace pace,
            List<FileLine> results,
            List<Note> notes,
            List<RejectedLine> rejected,
            String token,
            String nextUrl) {
        public JobPanel {
            results = List.copyOf(results);
            notes = List.copyOf(notes);
            rejected = List.copyOf(rejected);
        }

        public boolean running() {
            return job.running();
        }
    }

    /**
     * A job in a few words.
     *
     * @param tone {@code good}, {@code warn}, {@code bad} or {@code plain}
     * @param links where to see what was imported
     */
    public record Verdict(String headline, String tone, List<Crumb> links) {
        public Verdict {
            links = List.copyOf(links);
        }
    }

    /** A row that was rejected, with its file and the reason. */
    public record RejectedLine(String file, String row, String reason, String content) {}

    /** How far and how fast a job goes; what is not known yet is empty. */
    public record Pace(String files, String rows, String rate, String elapsed, String remaining) {}

    /**
     * What became of a file; the numbers formatted.
     *
     * @param tone of the status, as of a {@link Verdict}
     * @param counts read, filtered, repeated, rejected, kept
     * @param rejectedUrl where reasons are told; empty where nothing was rejected
     */
    public record FileLine(
            String file,
            String status,
            String tone,
            List<String> counts,
            String rejectedUrl,
            Optional<String> message) {}
}
