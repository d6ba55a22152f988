package com.cdhdashboard.duckdb.columnar;

import static org.assertj.core.api.Assertions.assertThat;

import com.cdhdashboard.core.cube.Column;
import com.cdhdashboard.core.cube.ValueType;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ColumnPartsTest {
    private static final Column COUNT = Column.measure("n", ValueType.INTEGER);
    private static final Column AMOUNT = Column.measure("x", ValueType.NUMBER);

    @Test
    void textsAreOrderedByTheirBytes() {
        List<String> texts = List.of(
                "",
                "a",
                "ab",
                "b",
                "ä",
                "\uFFFD",
                "\uD83D\uDE00",
                "\uD83D\uDE01",
                "\uD83D\uDE00a",
                "a\uFFFD",
                "a\uD83D\uDE00");
        for (String left : texts) {
            for (String right : texts) {
                int bytes = Arrays.compareUnsigned(
                        left.getBytes(StandardCharsets.UTF_8), right.getBytes(StandardCharsets.UTF_8));
                assertThat(Integer.signum(Dictionary.compareTexts(left, right)))
                        .as("%s, %s", left, right)
                        .isEqualTo(Integer.signum(bytes));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1_000, 1L << 61})
    void keysAreNumberedAsTheyAreMet(long possible) {
        GroupIndex places = possible == 1_000 ? new GroupIndex.Dense(1_000) : new GroupIndex.Hashed();
        Map<Long, Integer> expected = new HashMap<>();
        Random random = new Random(5);
        for (int i = 0; i < 20_000; i++) {
            long key = Math.floorMod(random.nextLong(), possible);
            expected.putIfAbsent(key, expected.size());
            assertThat(places.place(key)).isEqualTo(expected.get(key));
        }
        long[] keys = places.keys();
        assertThat(keys).hasSize(expected.size());
        expected.forEach((key, place) -> assertThat(keys[place]).isEqualTo(key));
        assertThat(Arrays.stream(places.ascending()).mapToLong(place -> keys[place]))
                .isSorted()
                .hasSize(keys.length);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 65_535, 65_536, -1, 4_000_000_000L})
    void countsOfAnySizeAreSummed(long large) {
        long[] cells = {large, 1, large, 3};
        boolean small = large == 0 || large == Character.MAX_VALUE;
        assertThat(Sums.areSmall(cells)).isEqualTo(small);
        Sums sums = small ? new Sums.SmallCounts(List.of(COUNT), List.of(cells)) : new Sums.Counts(COUNT, cells);
        Groups groups = new Groups(new int[] {0, 1, 0}, new long[2], new int[] {0, 1});
        Sums.Totals totals = sums.of(new int[] {0, 1, 2}, groups);
        assertThat(List.of(totals.of(0, 0), totals.of(1, 0))).containsExactly(2 * large, 1L);
    }

    @Test
    void measuresKeepTheirOrderHoweverTheyAreHeld() {
        Column second = Column.measure("Second", ValueType.INTEGER);
        Measures measures = new Measures(
                List.of(COUNT, AMOUNT, second),
                List.of(
                        new Sums.Amounts(AMOUNT, new double[] {0.5, 1, 2}),
                        new Sums.SmallCounts(
                                List.of(COUNT, second), List.of(new long[] {1, 2, 3}, new long[] {10, 20, 30}))));
        Groups groups = new Groups(new int[] {0, 1}, new long[2], new int[] {0, 1});
        Measures.Totals totals = measures.of(new int[] {2, 0}, groups);
        Object[] row = {"A", null, null, null};
        totals.put(row, 1, 0);
        assertThat(row).containsExactly("A", 3L, 2.0, 30L);
        assertThat(totals.sum(1, Set.of("Second", COUNT.name()))).isEqualTo(11);
    }

    @Test
    void amountsKeepWhatSmallOnesAdd() {
        Sums sums = new Sums.Amounts(AMOUNT, new double[] {1, 1e100, 1, -1e100});
        Groups one = new Groups(new int[4], new long[1], new int[1]);
        assertThat(sums.of(new int[] {0, 1, 2, 3}, one).of(0, 0)).isEqualTo(2.0);
    }
}
