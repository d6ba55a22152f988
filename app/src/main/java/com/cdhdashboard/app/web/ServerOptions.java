package com.cdhdashboard.app.web;

import static java.util.Objects.requireNonNull;

import com.cdhdashboard.app.security.SignIn;
import com.cdhdashboard.assistant.provider.Models;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * How the server listens and what it may touch.
 *
 * @param port 0 for any free one
 * @param roots folders of this machine whose files may be imported by path
 * @param uploadFolder where uploaded files lie until they are imported; made when needed, emptied at start
 * @param maxUploadBytes the largest file that may be uploaded
 * @param discardUploads whether uploaded files are removed after their import, even where the workspace could keep them
 * @param signIn what requests must carry; needed where other machines can reach the server
 * @param models that may be asked
 */
public record ServerOptions(
        String host,
        int port,
        List<Path> roots,
        Path uploadFolder,
        long maxUploadBytes,
        boolean discardUploads,
        SignIn signIn,
        Models models) {
    public static final String LOCAL_HOST = "127.0.0.1";
    public static final long DEFAULT_MAX_UPLOAD_BYTES = 8L << 30;

    public ServerOptions {
        requireNonNull(host, "host");
        if (!(port >= 0 && port <= 65535)) {
            throw new IllegalArgumentException("not a port: " + port);
        }
        roots = List.copyOf(roots);
        requireNonNull(uploadFolder, "uploadFolder");
        requireNonNull(signIn, "signIn");
        requireNonNull(models, "models");
        if (!(maxUploadBytes > 0)) {
            throw new IllegalArgumentException("maxUploadBytes must be positive: " + maxUploadBytes);
        }
    }

    /** Where whatever the server keeps lies. */
    Path data() {
        return uploadFolder.resolveSibling("");
    }

    /** Reached from this machine only, with the default limits, and asking no models. */
    public static ServerOptions local(int port, List<Path> roots, Path uploadFolder) {
        return new ServerOptions(
                LOCAL_HOST,
                port,
                roots,
                uploadFolder,
                DEFAULT_MAX_UPLOAD_BYTES,
                false,
                new SignIn(Optional.empty()),
                Models.none());
    }

    /** The same with models that may be asked. */
    public ServerOptions with(Models asked) {
        return new ServerOptions(host, port, roots, uploadFolder, maxUploadBytes, discardUploads, signIn, asked);
    }
}
