package com.cdhdashboard.app.route;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The last part of an address: what is asked for, and the form of the file where it ends in one.
 *
 * @param format such as {@code json}; empty: the page
 */
public record FilePath(String key, Optional<String> format) {
    /** An ending that belongs to a known key is none. */
    public static FilePath of(String path, Predicate<String> known, List<String> formats) {
        int dot = path.lastIndexOf('.');
        boolean file = dot >= 0 && formats.contains(path.substring(dot + 1)) && !known.test(path);
        return file
                ? new FilePath(path.substring(0, dot), Optional.of(path.substring(dot + 1)))
                : new FilePath(path, Optional.empty());
    }
}
