package com.cdhdashboard.app.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.cdhdashboard.app.Workspace;
import com.cdhdashboard.app.fixture.FixtureWorkspace;
import com.cdhdashboard.core.ingest.Importer;
import com.cdhdashboard.core.snapshot.Configured;
import com.cdhdashboard.core.snapshot.Snapshot;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SnapshotReleaseTest {
    @TempDir
    private Path folder;

    /** Counts who reads it. */
    private static final class Watched implements Workspace {
        private final FixtureWorkspace workspace = FixtureWorkspace.withData();
        private final AtomicInteger held = new AtomicInteger();
        private final AtomicInteger released = new AtomicInteger();

        @Override
        public Configured configured() {
            return workspace.configured();
        }

        @Override
        public Snapshot now() {
            return workspace.now();
        }

        @Override
        public Held hold() {
            held.incrementAndGet();
            return new Held(now(), released::incrementAndGet);
        }

        @Override
        public Importer importer() {
            return workspace.importer();
        }

        @Override
        public Importer holdingsImporter() {
            return workspace.holdingsImporter();
        }

        /** The last thing that a request does may come after its answer. */
        void awaitRelease() throws InterruptedException {
            Instant latest = Instant.now().plus(Duration.ofSeconds(10));
            while (released.get() < held.get() && Instant.now().isBefore(latest)) {
                Thread.sleep(5);
            }
            assertThat(released.get()).isEqualTo(held.get());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/dashboard",
                "/dashboard",
                "/reports",
                "/reports/none",
                "/none",
                "/api/v1/status",
                "/api/v1/metrics/engagement?format=csv",
                "/api/v1/metrics/none",
                "/api/v1/metrics/engagement?group_by=%22"
            })
    void everyRequestHoldsOneSnapshotAndLetsItGoAtItsEnd(String path) throws InterruptedException {
        Watched workspace = new Watched();
        try (Site site = new Site(workspace, folder, 1 << 20)) {
            site.get(path);
            workspace.awaitRelease();
            assertThat(workspace.held.get()).isEqualTo(1);
            site.get(path);
            workspace.awaitRelease();
            assertThat(workspace.held.get()).isEqualTo(2);
        }
    }

    @Test
    void aClientThatGoesAwayHoldsNothing() throws IOException, InterruptedException {
        Watched workspace = new Watched();
        try (Site site = new Site(workspace, folder, 1 << 20)) {
            for (int i = 0; i < 20; i++) {
                try (Socket client = new Socket(InetAddress.getLoopbackAddress(), site.port())) {
                    client.setSoLinger(true, 0);
                    String request = "GET /dashboard?filter.Channel=" + i + " HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n";
                    client.getOutputStream().write(request.getBytes(UTF_8));
                }
            }
            site.get("/");
            workspace.awaitRelease();
            assertThat(workspace.held.get()).isPositive();
        }
    }
}
