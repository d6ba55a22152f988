package com.cdhdashboard.core.ingest;

import com.cdhdashboard.core.error.UserException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The folders of the server that an import asked for from afar may read. */
public final class AllowedRoots {
    private final List<Path> roots;

    public AllowedRoots(List<Path> roots) {
        this.roots = List.copyOf(roots);
    }

    /**
     * The path without links and {@code ..}, known to lie in an allowed folder or to be one. The refusal is the same
     * for what lies elsewhere and for what does not exist, so that it tells nothing about the server.
     *
     * @throws UserException where the path is not below a root
     */
    public Path require(Path path) {
        Optional<Path> real = realPath(path);
        if (real.isPresent()
                && roots.stream()
                        .map(AllowedRoots::realPath)
                        .flatMap(Optional::stream)
                        .anyMatch(root -> real.orElseThrow().startsWith(root))) {
            return real.orElseThrow();
        }
        throw new UserException(
                UserException.Kind.NOT_FOUND,
                "\"" + path + "\" is not in a folder that may be imported from. "
                        + (roots.isEmpty() ? "No such folder is set up" : "Allowed: " + named()));
    }

    private String named() {
        return String.join(", ", roots.stream().map(root -> "\"" + root + "\"").toList());
    }

    private static Optional<Path> realPath(Path path) {
        try {
            return Optional.of(path.toRealPath());
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
