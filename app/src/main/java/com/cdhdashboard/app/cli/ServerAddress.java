package com.cdhdashboard.app.cli;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Where the server listens and what it may read.
 *
 * @param port 0 for any free one
 * @param uploads where uploaded files lie until they are imported
 * @param roots folders whose files may be imported by path
 * @param password what requests must carry, if anything
 * @param readOnly whether everything is shown and nothing changed
 * @param discardUploads whether uploaded files are removed after their import
 * @param agentToken what agents must carry, if there is one
 */
public record ServerAddress(
        String host,
        int port,
        Path uploads,
        List<Path> roots,
        Optional<String> password,
        boolean readOnly,
        boolean discardUploads,
        Optional<String> agentToken) {
    public ServerAddress {
        requireNonNull(host, "host");
        requireNonNull(uploads, "uploads");
        roots = List.copyOf(roots);
        requireNonNull(password, "password");
        requireNonNull(agentToken, "agentToken");
        if (!(port >= 0 && port <= 65_535)) {
            throw new IllegalArgumentException("not a port: " + port);
        }
    }

    /** One on which everything can be changed, and that keeps what is uploaded. */
    public ServerAddress(String host, int port, Path uploads, List<Path> roots, Optional<String> password) {
        this(host, port, uploads, roots, password, false, false);
    }

    /** One that answers no agents. */
    public ServerAddress(
            String host,
            int port,
            Path uploads,
            List<Path> roots,
            Optional<String> password,
            boolean readOnly,
            boolean discardUploads) {
        this(host, port, uploads, roots, password, readOnly, discardUploads, Optional.empty());
    }

    /** The same for agents that carry this. */
    ServerAddress withAgents(Optional<String> token) {
        return new ServerAddress(host, port, uploads, roots, password, readOnly, discardUploads, token);
    }
}
