package com.cdhdashboard.app.configuration;

import static java.util.Objects.requireNonNull;

import com.cdhdashboard.core.error.UserException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;

/**
 * What the pages work on that change the configuration.
 *
 * @param given the text of the configuration, where none can take its place
 * @param apply how another one takes its place
 * @param data the data folder
 * @param kept the folder of what is kept of this configuration
 * @param readOnly whether everything is shown and nothing changed
 */
public record Authoring(
        String given,
        Optional<ConfigurationApply> apply,
        Drafts drafts,
        AppliedVersions versions,
        Path data,
        Path kept,
        boolean readOnly) {
    /** What is said where nothing can be changed. */
    public static final String READ_ONLY =
            "This server shows the configuration and changes nothing, as it was started with --read-only.";

    public Authoring {
        requireNonNull(given, "given");
        requireNonNull(apply, "apply");
        requireNonNull(drafts, "drafts");
        requireNonNull(versions, "versions");
        requireNonNull(data, "data");
        requireNonNull(kept, "kept");
    }

    public static Authoring of(
            String given, Optional<ConfigurationApply> apply, ConfigurationPlace place, boolean readOnly) {
        Clock clock = Clock.systemUTC();
        Path kept = place.kept();
        return new Authoring(
                given, apply, new Drafts(kept, clock), new AppliedVersions(kept, clock), place.data(), kept, readOnly);
    }

    /** The text of the configuration that the server shows. */
    public String applied() {
        return apply.map(ConfigurationApply::served)
                .map(ConfigurationApply.Served::text)
                .orElse(given);
    }

    /** The draft of that name. */
    public Draft draft(String id) {
        return drafts.find(id).orElseThrow(Authoring::gone);
    }

    /** What is said of a draft that is not there. */
    public static UserException gone() {
        return new UserException(
                UserException.Kind.NOT_FOUND,
                "There is no such draft any more; it was discarded or applied. Open the configuration anew");
    }

    /** The text of the draft of that name; where none is named, the one that the server shows. */
    public String text(String id) {
        return id.isEmpty() ? applied() : draft(id).text();
    }
}
