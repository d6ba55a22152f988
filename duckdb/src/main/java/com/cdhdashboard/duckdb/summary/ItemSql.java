package com.cdhdashboard.duckdb.summary;

import com.cdhdashboard.core.cube.Summary.ItemLists;

/** How different and how surprising lists of items are, from sums by item; what is made of them see {@link ItemLists}. */
public final class ItemSql {
    private ItemSql() {}

    /**
     * For each {@code g} of a query the parts of {@link ItemLists}.
     *
     * @param rows {@code g} and the columns of {@link ItemReduction}
     */
    public static String sums(String rows) {
        return "WITH items AS MATERIALIZED (SELECT g, item, sum(lists) AS lists, fsum(roots) AS roots, fsum(sizes) AS sizes"
                + " FROM (" + rows
                + ") GROUP BY g, item), totals AS (SELECT g, lists AS n FROM items WHERE item IS NULL)"
                + " SELECT g, CAST(any_value(n) AS BIGINT) AS " + ItemLists.LISTS + ", fsum(roots * roots) AS "
                + ItemLists.SQUARES + ", fsum(log2(n / lists) * sizes) AS " + ItemLists.SURPRISE
                + " FROM items JOIN totals USING (g) WHERE item IS NOT NULL GROUP BY g";
    }
}
