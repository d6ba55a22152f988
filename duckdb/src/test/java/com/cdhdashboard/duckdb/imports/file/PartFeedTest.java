package com.cdhdashboard.duckdb.imports.file;

import static org.assertj.core.api.Assertions.assertThat;

import com.cdhdashboard.core.ingest.archive.UnpackLimits;
import com.cdhdashboard.core.ingest.archive.Unpacker;
import com.cdhdashboard.core.ingest.find.SourceFile;
import com.cdhdashboard.duckdb.imports.ledger.PendingFile;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The end of the feed always comes, whatever a file does to its reader. */
@Timeout(30)
class PartFeedTest {
    @TempDir
    Path folder;

    private static List<String> drain(PartFeed feed) throws InterruptedException {
        List<String> events = new ArrayList<>();
        while (!events.contains("end")) {
            for (PartFeed.Event event : feed.take()) {
                if (event instanceof PartFeed.FileFailed failed) {
                    events.add(failed.file().source().name() + " failed: "
                            + failed.cause().getMessage());
                } else if (event instanceof PartFeed.FileDone done) {
                    events.add(done.file().source().name() + " done");
                } else if (event instanceof PartFeed.EndOfFiles) {
                    events.add("end");
                }
            }
        }
        return events;
    }

    private Unpacker unpacker() {
        return new Unpacker(folder.resolve("spool"), UnpackLimits.defaults(), Unpacker.DEFAULT_PART_BYTES);
    }

    private static PendingFile pending(Path file) {
        return new PendingFile(
                new SourceFile(file, file.getFileName().toString(), 1, Instant.EPOCH), "", Optional.empty(), List.of());
    }

    private PendingFile good(String name) throws IOException {
        return pending(Files.writeString(folder.resolve(name), "{\"a\":1}\n"));
    }

    @Test
    void aFileOfWhichNothingComesIsLeftOut() throws Exception {
        Path pipe = folder.resolve("b.json");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        try (PartFeed feed = new PartFeed(
                unpacker()::unpack, List.of(good("a.json"), pending(pipe), good("c.json")), Duration.ofSeconds(1))) {
            assertThat(drain(feed))
                    .containsExactly(
                            "a.json done",
                            "b.json failed: b.json: nothing of it could be read for 1 seconds, so it was left out."
                                    + " Check the disk or the network it is on, and import it again",
                            "c.json done",
                            "end");
        }
        release(pipe);
    }

    /** The thread that was left behind ends, and nothing comes of it. */
    private static void release(Path pipe) throws IOException {
        try (OutputStream out = Files.newOutputStream(pipe)) {
            out.write("{\"a\":1}\n".getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            assertThat(e).hasMessageContaining("Broken pipe");
        }
    }
}
