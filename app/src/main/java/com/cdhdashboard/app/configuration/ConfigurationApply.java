package com.cdhdashboard.app.configuration;

import static java.util.Objects.requireNonNull;

import com.cdhdashboard.app.imports.ImportJobs;
import com.cdhdashboard.core.config.change.ConfigurationChange;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** Puts another configuration in the place of the one that is served, without a restart. */
public interface ConfigurationApply {
    /** What is served now. */
    Served served();

    /**
     * What it takes to serve this text.
     *
     * @throws com.cdhdashboard.core.error.UserException where the text has errors, or an import runs in another process
     */
    Plan plan(String text);

    /**
     * Applies a text: at once, or where files have to be imported first, in the background, as the job that the import
     * page shows. Until then everything stays as it is, and so it does where the import fails or is cancelled.
     *
     * @param applied told once the text is served
     * @throws com.cdhdashboard.core.error.UserException where the text has errors, an import is running, or files that
     *     have to be imported again are gone
     */
    Outcome apply(Order order, ImportJobs jobs, Consumer<Served> applied);

    /**
     * A configuration that is served.
     *
     * @param hash of the text
     * @param target the file that the next one is written to
     * @param beside whether that file lies beside the data, as the one that was named cannot be written or there is none
     */
    record Served(String text, String hash, Path target, boolean beside) {
        public Served {
            requireNonNull(text, "text");
            requireNonNull(hash, "hash");
            requireNonNull(target, "target");
        }
    }

    /**
     * What it takes to serve another text.
     *
     * @param files how many files are imported again
     * @param missing files that would have to be imported again and are gone or others by now, and bundles, which have no rows
     * @param makesDemo whether demo data are made and imported first
     */
    record Plan(ConfigurationChange change, int files, List<String> missing, boolean makesDemo) {
        public Plan {
            requireNonNull(change, "change");
            missing = List.copyOf(missing);
        }
    }

    /**
     * What is to be applied.
     *
     * @param base hash of the text that this one was made of, see {@link Served#hash}
     * @param withoutFiles whether to do without an import that is needed: metrics that would have been counted have no
     *     numbers then, until files are imported with their removal of existing data
     */
    record Order(String text, String base, boolean withoutFiles) {
        public Order {
            requireNonNull(text, "text");
            requireNonNull(base, "base");
        }
    }

    /** What came of an order. */
    sealed interface Outcome {
        /** It is served. */
        record Applied(Served served) implements Outcome {}

        /** It is served when the import, which has begun, is complete. */
        record Importing(Plan plan) implements Outcome {}

        /** Nothing was done, as this text has taken the place of the one that the order was made of. */
        record Changed(String text) implements Outcome {}
    }
}
