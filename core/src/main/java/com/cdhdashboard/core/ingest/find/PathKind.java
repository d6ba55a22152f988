package com.cdhdashboard.core.ingest.find;

import com.cdhdashboard.core.config.FileSelection;
import com.cdhdashboard.core.error.UserException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells by name whether a path holds interaction history or product holdings. A file that matches only one of the two
 * patterns is of that kind; one that matches both is of the kind whose pattern spells out more characters; all others
 * are taken for interaction history. What a file holds decides in the end, so that this only chooses the pattern by which
 * a folder is searched.
 */
public enum PathKind {
    INTERACTIONS,
    HOLDINGS;

    private static final Pattern ALTERNATIVES = Pattern.compile("\\{([^{}]*)}");
    private static final Pattern CLASS = Pattern.compile("\\[[^\\[\\]]+]");

    /**
     * The kind of a file, or the kinds of the files of a folder.
     *
     * @throws UserException where a folder cannot be read
     */
    public static Set<PathKind> of(Path path, FileSelection interactions, FileSelection holdings) {
        Collection<String> names = names(path);
        boolean holdingsWin = literals(holdings.filePattern()) > literals(interactions.filePattern());
        FilePattern ih = FilePattern.of(interactions.filePattern());
        FilePattern held = FilePattern.of(holdings.filePattern());
        long holdingFiles = names.stream()
                .filter(name -> held.matches(name) && (holdingsWin || !ih.matches(name)))
                .count();
        long interactionFiles = names.stream()
                .filter(name -> ih.matches(name) && !(holdingsWin && held.matches(name)))
                .count();
        EnumSet<PathKind> kinds = EnumSet.noneOf(PathKind.class);
        if (interactionFiles > 0 || holdingFiles == 0) {
            kinds.add(INTERACTIONS);
        }
        if (holdingFiles > 0) {
            kinds.add(HOLDINGS);
        }
        return kinds;
    }

    private static Collection<String> names(Path path) {
        if (!Files.isDirectory(path)) {
            return List.of(path.toAbsolutePath().getFileName().toString());
        }
        try {
            return FolderListing.of(path).files().keySet();
        } catch (IOException e) {
            throw new UserException(
                    UserException.Kind.USER, "the folder \"" + path + "\" cannot be read; check its permissions", e);
        }
    }

    /** The characters that every name has to have: of alternatives the shortest, of a class one. */
    private static long literals(String pattern) {
        String spelt = ALTERNATIVES
                .matcher(CLASS.matcher(pattern).replaceAll("x"))
                .replaceAll(found -> Arrays.stream(found.group(1).split(",", -1))
                        .min(Comparator.comparingInt(String::length))
                        .map(Matcher::quoteReplacement)
                        .orElseThrow());
        return spelt.chars().filter(symbol -> "*?/.".indexOf(symbol) < 0).count();
    }
}
