package com.cdhdashboard.duckdb.imports.cube;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.cdhdashboard.duckdb.summary.ItemReduction;
import com.cdhdashboard.duckdb.summary.ItemSql;
import com.cdhdashboard.duckdb.summary.Reduction;
import com.cdhdashboard.testdata.ShownLists;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Items of lists by cell. */
class ItemTableTest extends SummaryTableContract {
    /** A number becomes a list of one to four of thirty items. */
    private static final String ITEMS =
            "SELECT *, count(*) OVER (PARTITION BY i) AS size FROM (SELECT DISTINCT i, 'item ' ||"
                    + " hash(i * 4 + place) % 30 AS item FROM numbers, range(4) AS places(place) WHERE place <= 4 * random)";

    @Override
    protected Reduction reduction() {
        return new ItemReduction();
    }

    @Override
    protected String rows(String cell) {
        return "SELECT " + cell
                + " AS cell, item, CAST(1 AS BIGINT) AS lists, 1 / sqrt(size) AS roots, 1 / size AS sizes" + " FROM ("
                + ITEMS + ") UNION ALL SELECT " + cell + ", NULL, 1, 0, 0 FROM numbers";
    }

    @Override
    protected String answers(String rows) {
        return ItemSql.sums(rows);
    }

    @Override
    protected void assertAnswers(List<@Nullable Double> answers) {
        Map<Long, List<String>> lists = new LinkedHashMap<>();
        session()
                .forEach(
                        "SELECT i, item FROM (" + ITEMS + ")",
                        row -> lists.computeIfAbsent(row.getLong(1), none -> new ArrayList<>())
                                .add(row.getString(2)));
        assertScores(answers, ShownLists.of(lists.values()));
    }

    private static void assertScores(List<@Nullable Double> answers, ShownLists exact) {
        List<Double> sums = answers.stream().map(Objects::requireNonNull).toList();
        double n = sums.get(0);
        assertThat(n).isEqualTo(exact.lists().size());
        assertThat(sums.get(1) / n / n).isCloseTo(exact.squares() / n / n, within(1e-12));
        assertThat(sums.get(2) / n).isCloseTo(exact.surprise() / n, within(1e-12));
    }

    /** Of 8 billion lists of one item half hold one item, half another: two of them are equal about every second time. */
    @Test
    void billionsOfListsHaveTheirScores() {
        String rows =
                "SELECT * FROM (VALUES (1, 'a', 4000000000, 4e9, 4e9), (1, NULL, 4000000000, 0, 0), (2, 'b', 4000000000,"
                        + " 4e9, 4e9), (2, NULL, 4000000000, 0, 0)) AS r(cell, item, lists, roots, sizes)";
        assertThat(together(reduction().reduce(rows))).containsExactly(8e9, 2 * 4e9 * 4e9, 8e9);
    }
}
