package com.cdhdashboard.core.ingest;

import com.cdhdashboard.core.config.FileSelection;
import com.cdhdashboard.core.error.UserException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells by name whether a path holds interaction history or product holdings. A file that matches only one of the two
 * patterns is of that kind; one that matches both is of the kind whose pattern spells out more characters; all others
 * are taken for interaction history.
 */
public enum PathKind {
    INTERACTIONS,
    HOLDINGS;

    private static final Pattern ALTERNATIVES = Pattern.compile("\\{([^{}]*)}");
    private static final Pattern CLASS = Pattern.compile("\\[[^\\[\\]]+]");

    /**
     * The kind of a file, or of the files of a folder.
     *
     * @throws UserException where a folder holds files of both kinds
     */
    public static PathKind of(Path path, FileSelection interactions, FileSelection holdings) {
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
        if (holdingFiles > 0 && interactionFiles > 0) {
            throw new UserException("\"" + path + "\" holds interaction history (" + interactionFiles
                    + " files) and product holdings (" + holdingFiles
                    + " files); import them one after the other, from folders of their own or with --holdings");
        }
        return holdingFiles > 0 ? HOLDINGS : INTERACTIONS;
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
