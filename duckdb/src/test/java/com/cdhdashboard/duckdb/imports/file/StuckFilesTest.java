package com.cdhdashboard.duckdb.imports.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.cdhdashboard.core.error.UserException;
import com.cdhdashboard.core.ingest.archive.UnpackLimits;
import com.cdhdashboard.core.ingest.archive.Unpacker;
import com.cdhdashboard.core.ingest.find.SourceFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Files of which nothing comes, be they ever so many, hold up no other, and the others are not blamed for them. */
@Timeout(30)
class StuckFilesTest {
    private static final Duration STILL = Duration.ofMillis(300);

    @TempDir
    Path folder;

    private List<SourceFile> stuck;
    private SourceFile good;

    @BeforeEach
    void makeFiles() throws Exception {
        stuck = new ArrayList<>();
        for (String name : List.of("a.json", "b.json", "c.json")) {
            assertThat(new ProcessBuilder("mkfifo", folder.resolve(name).toString())
                            .start()
                            .waitFor())
                    .isZero();
            stuck.add(source(name));
        }
        Files.writeString(folder.resolve("z.json"), "{\"a\":1}\n");
        good = source("z.json");
    }

    private List<SourceFile> all() {
        return Stream.concat(stuck.stream(), Stream.of(good)).toList();
    }

    private SourceFile source(String name) {
        return new SourceFile(folder.resolve(name), name, 1, Instant.EPOCH);
    }

    @Test
    void whenTheirFirstRowsAreLookedAt() throws Exception {
        Unpacker unpacker = new Unpacker(folder.resolve("spool"), UnpackLimits.defaults(), Unpacker.DEFAULT_PART_BYTES);
        try (SchemaSampling rows = new SchemaSampling(bytes -> unpacker::unpack, STILL)) {
            rows.look(all());
            for (SourceFile file : stuck) {
                assertThat(rows.of(file)).hasValue(Map.of());
            }
            assertThat(rows.of(good).orElseThrow()).containsOnlyKeys("a");
        }
    }

    @Test
    void whenTheirContentIsHashed() throws Exception {
        try (ContentHashes hashes = new ContentHashes(all(), STILL)) {
            for (SourceFile file : stuck) {
                assertThatThrownBy(() -> hashes.of(file))
                        .isInstanceOf(UserException.class)
                        .hasMessageStartingWith(file.name() + ": nothing of it could be read for ");
            }
            assertThat(hashes.of(good).sha256()).isNotBlank();
        }
    }
}
