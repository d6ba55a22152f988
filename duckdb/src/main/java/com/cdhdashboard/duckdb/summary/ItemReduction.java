package com.cdhdashboard.duckdb.summary;

/**
 * For each item the number of lists that hold it, Σ 1/√|L| and Σ 1/|L| over these; a row without an item has the number of
 * all lists of the cell. All of it adds up.
 */
public record ItemReduction() implements Reduction {
    @Override
    public String definition() {
        return "item VARCHAR, lists BIGINT, roots DOUBLE, sizes DOUBLE";
    }

    @Override
    public String reduce(String rows) {
        return "SELECT cell, item, CAST(sum(lists) AS BIGINT) AS lists, fsum(roots) AS roots, fsum(sizes) AS sizes FROM ("
                + rows + ") GROUP BY cell, item ORDER BY cell, item";
    }

    @Override
    public String isDue() {
        return "count(*) FILTER (NOT merged) > greatest(64, count(*) FILTER (merged))";
    }
}
