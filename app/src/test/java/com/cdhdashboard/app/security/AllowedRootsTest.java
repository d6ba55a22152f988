package com.cdhdashboard.app.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.cdhdashboard.core.error.UserException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AllowedRootsTest {
    @TempDir
    Path folder;

    private Path root;
    private AllowedRoots roots;

    @BeforeEach
    void makeFolders() throws IOException {
        root = Files.createDirectories(folder.toRealPath().resolve("root"));
        Files.createDirectories(root.resolve("sub"));
        Files.writeString(root.resolve("a.json"), "{}");
        Files.writeString(root.resolve(".hidden"), "");
        Files.createDirectories(folder.resolve("root2"));
        Files.writeString(folder.resolve("secret.txt"), "secret");
        Files.createSymbolicLink(root.resolve("way-out"), folder);
        Files.createSymbolicLink(root.resolve("way-in"), root.resolve("sub"));
        roots = new AllowedRoots(List.of(root, folder.resolve("absent")));
    }

    @Test
    void whatLiesBelowARootIsFound() {
        assertThat(roots.resolve(root.toString())).isEqualTo(root);
        assertThat(roots.resolve(root.resolve("sub/../a.json").toString())).isEqualTo(root.resolve("a.json"));
        assertThat(roots.resolve(root.resolve("way-in").toString())).isEqualTo(root.resolve("sub"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/../secret.txt", "/way-out", "/way-out/secret.txt", "2", "/absent", "/../..", "/sub/../../root2"
            })
    void whatLeadsOutsideIsRefusedWithoutTellingWhetherItExists(String rest) {
        String path = root + rest;
        assertThatThrownBy(() -> roots.resolve(path))
                .isInstanceOf(UserException.class)
                .hasMessage("\"" + path + "\" is not a folder or file below the folders this server may read: " + root
                        + "; start the server with --root to allow another");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "relative", "sub", "\u0000", "file:///etc/passwd"})
    void whatIsNoAbsolutePathIsRefused(String path) {
        assertThatThrownBy(() -> roots.resolve(path)).isInstanceOf(UserException.class);
    }

    @Test
    void aListingLeavesOutHiddenEntriesAndWaysOut() {
        assertThat(roots.list(root).stream().map(AllowedRoots.Entry::name).toList())
                .containsExactly("sub", "way-in", "a.json");
    }
}
