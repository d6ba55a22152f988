package com.cdhdashboard.duckdb.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.cdhdashboard.core.ingest.FileSummary;
import com.cdhdashboard.core.ingest.ImportSummary;
import com.cdhdashboard.core.ingest.LoadedData;
import com.cdhdashboard.duckdb.Session;
import com.cdhdashboard.duckdb.Sql;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** However the export is split, ordered, packed or repeated, the numbers are those computed from its rows. */
class OracleImportTest {
    private static final long PREPARED_ROWS = 32222;

    @TempDir
    private Path temp;

    private OracleViews oracle;

    @BeforeEach
    void findOracle() throws IOException {
        oracle = OracleViews.find();
    }

    @Test
    void inOneRunAndOnceMore() throws IOException {
        try (TestingStore store = store("**/*.zip")) {
            ImportSummary summary = store.add(oracle.folder());
            assertThat(summary.complete()).isTrue();
            assertThat(summary.files()).hasSize(22).allMatch(file -> file.status() == FileSummary.Status.IMPORTED);
            assertThat(summary.rejectedRows()).isEmpty();
            assertMatches(store);
            String version = store.cubes().dataVersion();
            ImportSummary again = store.add(oracle.folder());
            assertThat(again.complete()).isTrue();
            assertThat(again.files()).allMatch(file -> file.status() == FileSummary.Status.UNCHANGED);
            assertThat(store.cubes().dataVersion()).isEqualTo(version);
            assertMatches(store);
        }
    }

    /** The last outcome comes 21 days after its decision, on the last day; that day the first one becomes final. */
    @Test
    void dayByDayWhileDaysBecomeFinal() throws IOException {
        String configuration = oracle.configuration().replace("[ih]\n", "[ih]\nlate_outcome_days = 21\n");
        try (TestingStore store = new TestingStore(temp.resolve("store"), configuration)) {
            oracle.files().forEach(store::add);
            assertMatches(store);
        }
    }

    /** The runs an export is imported in, each by the files or folders it takes. */
    private interface Way {
        List<List<Path>> runs(OracleViews oracle, Path temp) throws IOException;
    }

    static Stream<Arguments> ways() {
        return Stream.of(
                way("the newest files first", "**/*.zip", (oracle, temp) -> newestFirst(oracle.files())),
                way("in two halves and then as a whole", "**/*.zip", OracleImportTest::halvesAndAll),
                way("as gzip", "**/*.gz", OracleImportTest::gzip),
                way("as parquet", "**/*.parquet", OracleImportTest::parquet));
    }

    private static Arguments way(String name, String pattern, Way way) {
        return Arguments.of(name, pattern, way);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("ways")
    void howeverItArrives(String name, String pattern, Way way) throws IOException {
        try (TestingStore store = store(pattern)) {
            for (List<Path> run : way.runs(oracle, temp)) {
                ImportSummary summary = store.add(run.toArray(Path[]::new));
                assertThat(summary.complete()).as(summary.toString()).isTrue();
            }
            assertMatches(store);
        }
    }

    private static List<List<Path>> newestFirst(List<Path> files) {
        List<List<Path>> runs = new ArrayList<>();
        for (int to = files.size(); to > 0; to -= 4) {
            runs.add(files.subList(Math.max(0, to - 4), to));
        }
        return runs;
    }

    private static List<List<Path>> halvesAndAll(OracleViews oracle, Path temp) throws IOException {
        List<Path> files = oracle.files();
        return List.of(files.subList(0, 9), files.subList(9, 22), List.of(oracle.folder()));
    }

    private static List<List<Path>> gzip(OracleViews oracle, Path temp) throws IOException {
        for (Path zip : oracle.files()) {
            try (OutputStream out =
                    new GZIPOutputStream(Files.newOutputStream(temp.resolve(zip.getFileName() + ".gz")))) {
                copyMember(zip, out);
            }
        }
        return List.of(List.of(temp));
    }

    private static List<List<Path>> parquet(OracleViews oracle, Path temp) throws IOException {
        try (Session session = Session.open("jdbc:duckdb:", new Properties())) {
            int number = 0;
            for (Path zip : oracle.files()) {
                Path json = temp.resolve("rows.json");
                try (OutputStream out = Files.newOutputStream(json)) {
                    copyMember(zip, out);
                }
                session.run("COPY (SELECT * FROM read_json(" + Sql.text(json.toString()) + ", sample_size = -1)) TO "
                        + Sql.text(
                                temp.resolve("part [" + number++ + "].parquet").toString()));
                Files.delete(json);
            }
        }
        return List.of(List.of(temp));
    }

    @Test
    void asOneJsonFile() throws IOException {
        try (OutputStream out = Files.newOutputStream(temp.resolve("all.json"))) {
            for (Path zip : oracle.files()) {
                copyMember(zip, out);
            }
        }
        try (TestingStore store = store("*.json")) {
            ImportSummary summary = store.add(temp);
            assertThat(summary.files()).singleElement().satisfies(file -> {
                assertThat(file.read()).isEqualTo(32711);
                assertThat(file.kept()).isEqualTo(PREPARED_ROWS);
                assertThat(file.repeated()).isEqualTo(32711 - PREPARED_ROWS);
            });
            assertThat(store.published().loaded().leftOut())
                    .contains(new LoadedData.LeftOut(0, 32711 - PREPARED_ROWS, 0));
            assertMatches(store);
        }
    }

    private TestingStore store(String pattern) throws IOException {
        return new TestingStore(temp.resolve("store"), oracle.configuration().replace("**/*.zip", pattern));
    }

    private void assertMatches(TestingStore store) {
        oracle.assertMatches(store.configuration(), store.cubes());
        assertThat(store.published().loaded().rows()).isEqualTo(PREPARED_ROWS);
        assertThat(store.published().loaded().from()).hasToString("Optional[2024-12-20]");
        assertThat(store.published().loaded().to()).hasToString("Optional[2025-01-10]");
        assertNothingLeft(store);
    }

    private static void assertNothingLeft(TestingStore store) {
        try (Stream<Path> files = Files.list(store.folder().spool())) {
            assertThat(files).isEmpty();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static void copyMember(Path zip, OutputStream out) throws IOException {
        try (InputStream in = Files.newInputStream(zip);
                ZipInputStream members = new ZipInputStream(in)) {
            while (members.getNextEntry() != null) {
                members.transferTo(out);
            }
        }
    }
}
