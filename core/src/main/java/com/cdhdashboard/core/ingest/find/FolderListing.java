package com.cdhdashboard.core.ingest.find;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * All visible files below a folder.
 *
 * @param files by their name below the folder, parts separated by {@code /}
 * @param unreadable names of what could not be looked into
 */
record FolderListing(Map<String, Path> files, List<String> unreadable) {
    static FolderListing of(Path folder) throws IOException {
        Visitor visitor = new Visitor(folder, folder.toRealPath());
        Files.walkFileTree(folder.toRealPath(), visitor);
        return new FolderListing(visitor.files, visitor.unreadable);
    }

    /** Names are taken below the real folder, paths are given below the folder as the user named it. */
    private static final class Visitor extends SimpleFileVisitor<Path> {
        private final Path folder;
        private final Path real;
        private final Map<String, Path> files = new TreeMap<>();
        private final List<String> unreadable = new ArrayList<>();

        Visitor(Path folder, Path real) {
            this.folder = folder;
            this.real = real;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
            return hidden(directory) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (!hidden(file) && (attributes.isRegularFile() || leadsToFileInside(file, attributes))) {
                files.put(name(file), folder.resolve(real.relativize(file)));
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException problem) {
            unreadable.add(name(file));
            return FileVisitResult.CONTINUE;
        }

        // Links to folders are not followed: they could lead round in a circle
        private boolean leadsToFileInside(Path file, BasicFileAttributes attributes) {
            try {
                // A link that leads nowhere is a file that cannot be read, which is said of it by its name
                return attributes.isSymbolicLink()
                        && (Files.notExists(file)
                                || (Files.isRegularFile(file)
                                        && file.toRealPath().startsWith(real)));
            } catch (IOException e) {
                unreadable.add(name(file));
                return false;
            }
        }

        private boolean hidden(Path path) {
            return !path.equals(real) && path.getFileName().toString().startsWith(".");
        }

        private String name(Path file) {
            return real.relativize(file).toString().replace(file.getFileSystem().getSeparator(), "/");
        }
    }
}
