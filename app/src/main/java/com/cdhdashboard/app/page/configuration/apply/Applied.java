package com.cdhdashboard.app.page.configuration.apply;

import com.cdhdashboard.app.configuration.Authoring;
import com.cdhdashboard.app.configuration.ConfigurationApply;
import com.cdhdashboard.app.configuration.Draft;
import com.cdhdashboard.app.configuration.TextHash;
import com.cdhdashboard.app.imports.JobView;
import com.cdhdashboard.app.view.Frame;
import com.cdhdashboard.core.config.edit.Difference;
import com.cdhdashboard.core.config.edit.TomlText;
import com.cdhdashboard.core.error.UserException;
import com.cdhdashboard.core.figure.NumberText;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tomlj.Toml;

/** Follows drafts on their way to being served, and keeps what was applied. */
final class Applied {
    private static final Logger LOG = LoggerFactory.getLogger(Applied.class);
    private static final int NAMED_CHANGES = 3;

    private final Authoring authoring;
    private final String who;
    private Optional<Draft> last = Optional.empty();
    private boolean served;

    Applied(Authoring authoring, String who) {
        this.authoring = authoring;
        this.who = who;
    }

    /**
     * Before anything else takes its place, what is served is kept, too, so that it can come back. It is asked for outside
     * of the lock, as whoever puts another in its place, which then comes here, keeps others from asking.
     */
    void begin(Draft draft) {
        begin(draft, authoring.applied());
    }

    private synchronized void begin(Draft draft, String now) {
        last = Optional.of(draft);
        served = false;
        boolean kept = authoring.versions().list().stream()
                .findFirst()
                .filter(version -> version.hash().equals(TextHash.of(now)))
                .isPresent();
        if (!kept) {
            authoring.versions().add(now, "", "as it was before");
        }
    }

    synchronized void done(Draft draft, ConfigurationApply.Served now) {
        served = true;
        try {
            authoring.versions().add(now.text(), who, words(draft));
            authoring.drafts().remove(draft.id());
        } catch (UncheckedIOException | UserException e) {
            LOG.warn("The configuration is applied, and could not be kept in the history", e);
        }
    }

    /** What a draft changes, in a few words. */
    private static String words(Draft draft) {
        List<String> paths = Difference.between(TomlText.of(draft.base()), TomlText.of(draft.text())).stream()
                .map(change -> change.kind().name().toLowerCase(Locale.ROOT) + " " + Toml.joinKeyPath(change.path()))
                .distinct()
                .toList();
        if (paths.isEmpty()) {
            return "comments and layout";
        }
        String first = paths.stream().limit(NAMED_CHANGES).collect(Collectors.joining(", "));
        int more = paths.size() - NAMED_CHANGES;
        return more > 0 ? first + " and " + more + " more" : first;
    }

    synchronized AppliedPage page(Frame frame, Optional<JobView> job) {
        if (served || last.isEmpty()) {
            return new AppliedPage(frame, "applied", 100, "", Optional.empty());
        }
        String draft = last.get().id();
        if (job.isEmpty()) {
            return new AppliedPage(frame, "failed", -1, "The import did not begin.", Optional.of(draft));
        }
        return switch (job.get().state()) {
            case RUNNING, CANCELLING ->
                new AppliedPage(frame, "importing", percent(job.get()), detail(job.get()), Optional.of(draft));
            case CANCELLED ->
                new AppliedPage(frame, "cancelled", -1, "Everything is as it was before.", Optional.of(draft));
            case DONE, FAILED ->
                new AppliedPage(
                        frame,
                        "failed",
                        -1,
                        job.get().error().orElse("The import is not complete; see the import page."),
                        Optional.of(draft));
        };
    }

    private static int percent(JobView job) {
        return job.share().isPresent() ? (int) Math.floor(100 * job.share().getAsDouble()) : -1;
    }

    private static String detail(JobView job) {
        if (job.progress().filesTotal() == 0) {
            return "Starting";
        }
        return NumberText.count(job.progress().filesDone()) + " of "
                + NumberText.count(job.progress().filesTotal()) + " files, "
                + NumberText.count(job.progress().rows()) + " rows";
    }
}
