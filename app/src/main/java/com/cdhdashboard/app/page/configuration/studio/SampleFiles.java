package com.cdhdashboard.app.page.configuration.studio;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.List;

/**
 * The files of a sample.
 *
 * @param title for the people who chose them; told to nobody else
 * @param hash of their content
 * @param batch the upload that they lie in
 */
record SampleFiles(String title, String hash, String batch, List<Path> files) {
    SampleFiles {
        requireNonNull(title, "title");
        requireNonNull(hash, "hash");
        requireNonNull(batch, "batch");
        files = List.copyOf(files);
    }
}
