package com.cdhdashboard.duckdb.store;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.cdhdashboard.core.error.UserException;
import com.cdhdashboard.duckdb.EngineLimits;
import com.cdhdashboard.duckdb.Session;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EarlierStoreTest {
    @TempDir
    private Path temp;

    @Test
    void cubesWithoutSummariesAreRefusedWithWhatToDo() throws IOException {
        Path file = temp.toAbsolutePath().normalize().resolve("cubes-1.duckdb");
        try (Session session = Session.open("jdbc:duckdb:" + file, new Properties())) {
            session.run("CREATE TABLE info AS SELECT '1-a' AS data_version");
        }
        Files.writeString(temp.resolve("current"), "1\n");
        try (PublishedStore store = new PublishedStore(new StoreFolder(temp), EngineLimits.forReading())) {
            assertThatThrownBy(store::cubes)
                    .isInstanceOf(UserException.class)
                    .hasMessage("the cubes in " + file
                            + " were made by an earlier version of this program; remove the folder " + file.getParent()
                            + " and import again, or use the program that made it");
        }
    }
}
