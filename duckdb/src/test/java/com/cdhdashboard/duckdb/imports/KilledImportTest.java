package com.cdhdashboard.duckdb.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.io.TempDir;

/** An import that is killed at any moment is finished by starting it again, with the same numbers. */
class KilledImportTest {
    private static final int MOMENTS = 5;
    private static final int LAST_MILLIS = 2_000;
    private static final long SEED = 20241220;

    @TempDir
    private Path temp;

    private OracleViews oracle;

    @BeforeEach
    void findOracle() throws IOException {
        oracle = OracleViews.find();
    }

    /** The child: imports the export. */
    static final class Child {
        private Child() {}

        public static void main(String[] args) throws IOException, InterruptedException {
            try (TestingStore store =
                    new TestingStore(Path.of(args[0]), OracleViews.find().configuration())) {
                KilledProcess.begin();
                store.add(Path.of(args[1]));
            }
        }
    }

    @RepeatedTest(MOMENTS)
    void endsWithTheSameNumbersWhenStartedAgain(RepetitionInfo repetition) throws Exception {
        Path folder = temp.resolve("store");
        KilledProcess.run(
                temp, Child.class, List.of(folder, oracle.folder()), moment(repetition.getCurrentRepetition()));
        try (TestingStore store = new TestingStore(folder, oracle.configuration())) {
            assertThat(store.add(oracle.folder()).complete()).isTrue();
            oracle.assertMatches(store.configuration(), store.cubes());
            assertThat(store.folder().spool()).isEmptyDirectory();
            assertThat(store.published().loaded().files()).isEqualTo(22);
        }
    }

    /** Moments spread evenly over the first two seconds, each moved a little by chance. */
    private static long moment(int repetition) {
        Random random = new Random(SEED + repetition);
        int apart = LAST_MILLIS / MOMENTS;
        return (long) apart * (repetition - 1) + random.nextInt(apart);
    }
}
