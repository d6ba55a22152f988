package com.cdhdashboard.duckdb.columnar;

import com.cdhdashboard.core.cube.Column;
import com.cdhdashboard.core.cube.Summary.ItemLists;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** For each item of each cell the lists that hold it, Σ 1/√|L| and Σ 1/|L|; see {@code summary.ItemReduction}. */
final class ItemColumns implements SummaryColumns {
    /** The code of the row that has the number of all lists of a cell. */
    static final int NO_ITEM = 0;

    private static final double LN_2 = Math.log(2);

    private final ItemLists lists;
    private final SummaryTableRows rows;
    private final char[] items;
    private final int itemCount;
    private final Sums sums;

    /** Of each row. Arrays are kept and not to be changed any more. */
    static final class Sums {
        private final Weights lists;
        private final double[] roots;
        private final double[] sizes;

        Sums(Weights lists, double[] roots, double[] sizes) {
            this.lists = lists;
            this.roots = roots;
            this.sizes = sizes;
        }

        private Sums of(SummaryTableRows.Parts parts) {
            return new Sums(lists.of(parts), parts.of(roots), parts.of(sizes));
        }
    }

    /** The items as codes below {@code itemCount}; the array is kept and not to be changed any more. */
    ItemColumns(ItemLists lists, SummaryTableRows rows, char[] items, int itemCount, Sums sums) {
        this.lists = lists;
        this.rows = rows;
        this.items = items;
        this.itemCount = itemCount;
        this.sums = sums;
    }

    @Override
    public List<Column> columns() {
        return lists.columns();
    }

    @Override
    public long bytes() {
        return rows.bytes() + (long) (Character.BYTES + 2 * Double.BYTES) * items.length + sums.lists.bytes();
    }

    @Override
    public Answers of(Members members) {
        SummaryTableRows.Parts parts = rows.parts(members);
        Sums moved = sums.of(parts);
        char[] item = parts.of(items);
        Totals totals = new Totals();
        return group -> {
            for (int place = parts.from(group); place < parts.to(group); place++) {
                totals.add(item[place], place, moved);
            }
            return totals.end();
        };
    }

    /** What is added up for each item of one group, and then of the next. */
    private final class Totals {
        private final double[] count = new double[itemCount];
        private final CompensatedSums roots = new CompensatedSums(itemCount);
        private final CompensatedSums sizes = new CompensatedSums(itemCount);
        private final int[] met = new int[itemCount];
        private int metCount;

        void add(int item, int place, Sums sums) {
            if (count[item] == 0) {
                met[metCount++] = item;
            }
            count[item] += sums.lists.at(place);
            roots.add(item, sums.roots[place]);
            sizes.add(item, sums.sizes[place]);
        }

        /** The answer of the group; the next one begins with nothing. */
        List<@Nullable Object> end() {
            double all = count[NO_ITEM];
            CompensatedSums answer = new CompensatedSums(2);
            boolean any = false;
            for (int i = 0; i < metCount; i++) {
                int item = met[i];
                if (item != NO_ITEM) {
                    any = true;
                    answer.add(0, roots.of(item) * roots.of(item));
                    answer.add(1, Math.log(all / count[item]) / LN_2 * sizes.of(item));
                }
                count[item] = 0;
                roots.clear(item);
                sizes.clear(item);
            }
            metCount = 0;
            return any && all > 0 ? Arrays.asList((long) all, answer.of(0), answer.of(1)) : nothing();
        }
    }
}
