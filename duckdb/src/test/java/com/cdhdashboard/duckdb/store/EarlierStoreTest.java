package com.cdhdashboard.duckdb.store;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.cdhdashboard.core.error.UserException;
import com.cdhdashboard.duckdb.EngineLimits;
import com.cdhdashboard.duckdb.Session;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EarlierStoreTest {
    @TempDir
    private Path temp;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'1-a' AS data_version",
                "1 AS format, '1-a' AS data_version",
                "2 AS format, '1-a' AS data_version"
            })
    void cubesOfAnotherFormAreRefusedWithWhatToDo(String info) throws IOException {
        Path file = temp.toAbsolutePath().normalize().resolve("cubes-1.duckdb");
        try (Session session = Session.open("jdbc:duckdb:" + file, new Properties())) {
            session.run("CREATE TABLE info AS SELECT " + info);
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
