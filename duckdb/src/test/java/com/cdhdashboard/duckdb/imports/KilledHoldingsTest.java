package com.cdhdashboard.duckdb.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.cdhdashboard.duckdb.imports.HoldingFiles.Holding;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.io.TempDir;

/** An import of holdings that is killed at any moment is finished by starting it again, with the same customers. */
class KilledHoldingsTest {
    private static final int MOMENTS = 6;
    private static final long SEED = 20240131;
    private static final String CONFIGURATION = TestingHoldings.configuration("observation_end = \"2024-01-31\"\n");

    @TempDir
    private Path temp;

    /** The child: imports a folder. */
    static final class Child {
        private Child() {}

        public static void main(String[] args) throws InterruptedException {
            try (TestingHoldings store = new TestingHoldings(Path.of(args[0]), CONFIGURATION)) {
                KilledProcess.begin();
                store.add(Path.of(args[1]));
            }
        }
    }

    @RepeatedTest(MOMENTS)
    void endsWithTheSameCustomersWhenStartedAgain(RepetitionInfo repetition) throws Exception {
        Path export = export();
        Path folder = temp.resolve("store");
        long moment = 300L * (repetition.getCurrentRepetition() - 1)
                + new Random(SEED + repetition.getCurrentRepetition()).nextInt(300);
        KilledProcess.run(temp, Child.class, List.of(folder, export), moment);
        try (TestingHoldings store = new TestingHoldings(folder, CONFIGURATION);
                TestingHoldings whole = new TestingHoldings(temp.resolve("whole"), CONFIGURATION)) {
            assertThat(store.add(export).complete()).isTrue();
            whole.add(export);
            assertThat(store.all().rows()).hasSize(70).isEqualTo(whole.all().rows());
            assertThat(store.folder().spool()).isEmptyDirectory();
            assertThat(store.published().loaded().files()).isEqualTo(10);
        }
    }

    private Path export() throws IOException {
        Path folder = Files.createDirectories(temp.resolve("export"));
        List<Holding> holdings = HoldingFiles.some();
        for (int i = 0; i < 10; i++) {
            List<Holding> some = holdings.subList(30 * i, 30 * i + 30);
            Path file = folder.resolve("file-" + i);
            if (i % 2 == 0) {
                Files.write(file, HoldingFiles.csv(some, ';', ',', StandardCharsets.UTF_8, ""));
            } else {
                HoldingFiles.workbook(file, some, HoldingFiles.Dates.FORMATTED);
            }
        }
        return folder;
    }
}
