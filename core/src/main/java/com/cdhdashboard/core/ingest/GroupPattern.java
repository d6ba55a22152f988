package com.cdhdashboard.core.ingest;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * The group pattern of a configuration: tells which files belong together, usually those of one day. It only decides
 * which files are worked on together and under what heading, never what comes out.
 */
public final class GroupPattern {
    private final Optional<Pattern> pattern;

    private GroupPattern(Optional<Pattern> pattern) {
        this.pattern = pattern;
    }

    /** A pattern that cannot be read groups nothing, as each file is a group of its own then. */
    public static GroupPattern of(String regex) {
        try {
            return new GroupPattern(Optional.of(Pattern.compile(regex)));
        } catch (PatternSyntaxException e) {
            return new GroupPattern(Optional.empty());
        }
    }

    /**
     * The group of a file: what the pattern finds first in the absolute path (with {@code /} between its parts), or its
     * capture group if it has exactly one; the bare file name where it finds nothing.
     */
    public String keyOf(SourceFile file) {
        String path = file.path()
                .toAbsolutePath()
                .toString()
                .replace(file.path().getFileSystem().getSeparator(), "/");
        return pattern.map(found -> found.matcher(path))
                .filter(Matcher::find)
                .flatMap(found -> Optional.ofNullable(found.group(found.groupCount() == 1 ? 1 : 0)))
                .filter(key -> !key.isEmpty())
                .orElse(path.substring(path.lastIndexOf('/') + 1));
    }
}
