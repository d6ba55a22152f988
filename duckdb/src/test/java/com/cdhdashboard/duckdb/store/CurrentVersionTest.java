package com.cdhdashboard.duckdb.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.cdhdashboard.duckdb.DuckDbException;
import com.cdhdashboard.duckdb.Session;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CurrentVersionTest {
    @TempDir
    private Path temp;

    private StoreFolder folder = new StoreFolder(Path.of("."));

    @BeforeEach
    void publishTheFirst() {
        folder = new StoreFolder(temp);
        publish(1);
    }

    private void publish(long version) {
        try (Session session = Session.open("jdbc:duckdb:" + folder.cubes(version), new Properties())) {
            session.run("CREATE TABLE info AS SELECT " + version + " AS version");
        }
        folder.publish(version);
        folder.removeVersionsBefore(version);
    }

    private static Session read(Path file) {
        Properties settings = new Properties();
        settings.setProperty("access_mode", "READ_ONLY");
        return Session.open("jdbc:duckdb:" + file, settings);
    }

    private static long versionIn(Optional<Session> session) {
        return session.orElseThrow().number("SELECT version FROM info");
    }

    @Test
    void theVersionBeforeIsReadOnByThoseWhoHaveIt() {
        try (CurrentVersion<Session> current = new CurrentVersion<>(folder, CurrentVersionTest::read)) {
            Optional<Session> before = current.open();
            publish(2);
            assertThat(folder.cubes(1)).doesNotExist();
            assertThat(versionIn(current.open())).isEqualTo(2);
            assertThat(versionIn(before.map(Session::duplicate))).isEqualTo(1);
        }
    }

    @Test
    void whatIsPublishedWhileOneOpensIsReadInstead() {
        try (CurrentVersion<Session> current = new CurrentVersion<>(folder, this::readAfterThreeMore)) {
            assertThat(versionIn(current.open())).isEqualTo(4);
        }
    }

    /** Each of the next three versions comes just before the file of the one before is opened. */
    private Session readAfterThreeMore(Path file) {
        long version = folder.currentVersion().orElseThrow();
        if (version < 4) {
            publish(version + 1);
        }
        return read(file);
    }

    @Test
    void aFileThatIsMissingForGoodIsAnError() throws Exception {
        Files.delete(folder.cubes(1));
        try (CurrentVersion<Session> current = new CurrentVersion<>(folder, CurrentVersionTest::read)) {
            assertThatThrownBy(current::open).isInstanceOf(DuckDbException.class);
        }
    }
}
