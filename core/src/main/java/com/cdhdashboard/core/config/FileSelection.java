package com.cdhdashboard.core.config;

import static java.util.Objects.requireNonNull;

/** Which files of a folder are read: the keys {@code [ih]} and {@code [holdings]} have in common. */
public record FileSelection(
        FileType fileType,
        String filePattern,
        String groupPattern,
        boolean hivePartitioning,
        boolean streaming,
        boolean background) {
    public FileSelection {
        requireNonNull(fileType, "fileType");
        requireNonNull(filePattern, "filePattern");
        requireNonNull(groupPattern, "groupPattern");
    }
}
