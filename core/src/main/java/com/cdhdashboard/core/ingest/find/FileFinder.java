package com.cdhdashboard.core.ingest.find;

import com.cdhdashboard.core.config.FileSelection;
import com.cdhdashboard.core.error.UserException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Finds the files of an import: files named directly as they are, folders searched for a pattern. Hidden files and
 * folders are passed over, and so is whatever a symbolic link leads to outside the chosen folder.
 */
public final class FileFinder {
    /** Looked for where the pattern of the configuration matches nothing. */
    static final String FALLBACK_PATTERN = "**/*.json";

    private static final int EXTENSIONS_NAMED = 6;
    private static final int NAMED = 3;

    /** How the names of files end that may hold data. */
    private static final Set<String> DATA =
            Set.of("csv", "gz", "json", "jsonl", "ndjson", "parquet", "tar", "tgz", "tsv", "xlsx", "zip");

    /**
     * The files to read, by name.
     *
     * @throws UserException where a path does not exist, the pattern cannot be read, or there is nothing to import
     */
    public Found find(List<Path> paths, FileSelection selection) {
        Map<Path, SourceFile> found = new LinkedHashMap<>();
        List<String> notes = new ArrayList<>();
        List<String> empty = new ArrayList<>();
        for (Path path : paths) {
            if (Files.isRegularFile(path)) {
                Path absolute = path.toAbsolutePath().normalize();
                String name = Partition.above(absolute.getParent()) + absolute.getFileName();
                found.putIfAbsent(realPath(path), sourceFile(path, name));
            } else if (Files.isDirectory(path)) {
                search(path, selection.filePattern(), found, notes, empty);
            } else {
                throw new UserException(
                        UserException.Kind.NOT_FOUND,
                        "\"" + path + "\" is neither a file nor a folder; check the path");
            }
        }
        if (found.isEmpty()) {
            throw new UserException(
                    empty.isEmpty() ? "no file or folder was named to import" : String.join("\n", empty));
        }
        notes.addAll(empty);
        List<SourceFile> files = new ArrayList<>(found.values());
        files.sort(Comparator.comparing(SourceFile::name).thenComparing(SourceFile::path));
        return new Found(files, notes);
    }

    private static void search(
            Path folder, String glob, Map<Path, SourceFile> found, List<String> notes, List<String> empty) {
        FolderListing listing = list(folder);
        listing.unreadable()
                .forEach(name -> notes.add("\"" + name + "\" below \"" + folder + "\" cannot be read and was skipped"));
        Map<String, Path> matching = matching(listing, glob);
        if (matching.isEmpty()) {
            matching = matching(listing, FALLBACK_PATTERN);
            if (matching.isEmpty()) {
                empty.add(nothingMatches(folder, glob, listing));
                return;
            }
            notes.add("no file below \"" + folder + "\" matches \"" + glob + "\"; files that match \""
                    + FALLBACK_PATTERN + "\" are taken instead: " + matching.size());
        }
        passedOver(listing, matching, glob).ifPresent(notes::add);
        String above = Partition.above(folder.toAbsolutePath().normalize());
        matching.forEach((name, path) -> found.putIfAbsent(realPath(path), sourceFile(path, above + name)));
    }

    /** What is said of files that may hold data and are not taken, as nobody may notice that they are missing. */
    private static Optional<String> passedOver(FolderListing listing, Map<String, Path> matching, String glob) {
        List<String> names = listing.files().keySet().stream()
                .filter(name -> !matching.containsKey(name) && DATA.contains(extension(name)))
                .toList();
        if (names.isEmpty()) {
            return Optional.empty();
        }
        String first = names.stream().limit(NAMED).map(name -> '"' + name + '"').collect(Collectors.joining(", "));
        return Optional.of((names.size() == 1 ? "1 file was" : names.size() + " files were")
                + " passed over, as file_pattern is \"" + glob + "\": " + first + (names.size() > NAMED ? ", …" : "")
                + ". Import such a file by itself, or change file_pattern");
    }

    private static FolderListing list(Path folder) {
        try {
            return FolderListing.of(folder);
        } catch (IOException e) {
            throw new UserException(
                    UserException.Kind.USER, "the folder \"" + folder + "\" cannot be read; check its permissions", e);
        }
    }

    private static Map<String, Path> matching(FolderListing listing, String glob) {
        FilePattern pattern = FilePattern.of(glob);
        Map<String, Path> matching = new LinkedHashMap<>();
        listing.files().forEach((name, path) -> {
            if (pattern.matches(name)) {
                matching.put(name, path);
            }
        });
        return matching;
    }

    private static String nothingMatches(Path folder, String glob, FolderListing listing) {
        String tried = "no file below \"" + folder + "\" matches \"" + glob + "\""
                + (glob.equals(FALLBACK_PATTERN) ? "" : " or \"" + FALLBACK_PATTERN + "\"");
        if (listing.files().isEmpty()) {
            return tried + "; it holds no files at all. Choose another folder";
        }
        return tried + "; there are " + countByExtension(listing)
                + ". Change file_pattern in the configuration or choose another folder";
    }

    /** Most frequent first, such as {@code 12 x .csv, 2 without extension}. */
    private static String countByExtension(FolderListing listing) {
        Map<String, Long> counts = listing.files().keySet().stream()
                .collect(Collectors.groupingBy(FileFinder::extension, TreeMap::new, Collectors.counting()));
        String named = counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .limit(EXTENSIONS_NAMED)
                .map(entry -> entry.getKey().isEmpty()
                        ? entry.getValue() + " without extension"
                        : entry.getValue() + " x ." + entry.getKey())
                .collect(Collectors.joining(", "));
        return counts.size() > EXTENSIONS_NAMED ? named + " and others" : named;
    }

    private static String extension(String name) {
        String last = name.substring(name.lastIndexOf('/') + 1);
        int dot = last.lastIndexOf('.');
        return dot < 0 ? "" : last.substring(dot + 1).toLowerCase(Locale.ROOT);
    }

    /** Of what cannot be read yet, as a link that leads nowhere, its name alone; whoever reads it says why. */
    private static SourceFile sourceFile(Path path, String name) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
            return new SourceFile(
                    path, name, attributes.size(), attributes.lastModifiedTime().toInstant());
        } catch (IOException e) {
            return new SourceFile(path, name, 0, Instant.EPOCH);
        }
    }

    private static Path realPath(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException e) {
            return path.toAbsolutePath().normalize();
        }
    }
}
