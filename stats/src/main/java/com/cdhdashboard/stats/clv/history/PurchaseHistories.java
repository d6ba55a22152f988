package com.cdhdashboard.stats.clv.history;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The histories of many customers, equal ones kept once with their number.
 *
 * <p>Groups are ordered by x, T, t_x, whatever the order of the rows: sums over them come out the same to the last bit, and
 * groups that share what a model works out follow each other. A likelihood over groups times their customers is that over all customers.
 */
public final class PurchaseHistories {
    private final int[] repeats;
    private final double[] lastRepeat;
    private final double[] observed;
    private final long[] customers;
    private final int[] groupOfRow;

    private PurchaseHistories(
            int[] repeats, double[] lastRepeat, double[] observed, long[] customers, int[] groupOfRow) {
        this.repeats = repeats;
        this.lastRepeat = lastRepeat;
        this.observed = observed;
        this.customers = customers;
        this.groupOfRow = groupOfRow;
    }

    /** One customer a row; the arrays are the components of {@link PurchaseHistory} and of one length. */
    public static PurchaseHistories of(int[] repeats, double[] lastRepeat, double[] observed) {
        long[] one = new long[repeats.length];
        Arrays.fill(one, 1);
        return of(repeats, lastRepeat, observed, one);
    }

    /** As many customers a row as the last array says, at least one. */
    public static PurchaseHistories of(int[] repeats, double[] lastRepeat, double[] observed, long[] customers) {
        int rows = repeats.length;
        if (!(lastRepeat.length == rows && observed.length == rows && customers.length == rows)) {
            throw new IllegalArgumentException("arrays of one length are needed: " + rows + ", " + lastRepeat.length
                    + ", " + observed.length + ", " + customers.length);
        }
        for (int row = 0; row < rows; row++) {
            requireRow(row, customers[row], new PurchaseHistory(repeats[row], lastRepeat[row], observed[row]));
        }
        return grouped(repeats, lastRepeat, observed, customers);
    }

    private static void requireRow(int row, long customers, PurchaseHistory history) {
        if (!(customers >= 1)) {
            throw new IllegalArgumentException("row " + row + ", " + history + ", has " + customers + " customers");
        }
    }

    private static PurchaseHistories grouped(
            int[] repeats, double[] lastRepeat, double[] observed, long[] customersOfRow) {
        HistoryKeys keys = new HistoryKeys(repeats, lastRepeat, observed);
        long[] keyOfRow = new long[repeats.length];
        Arrays.parallelSetAll(keyOfRow, row -> keys.of(repeats[row], lastRepeat[row], observed[row]));
        long[] groups = HistoryKeys.distinct(keyOfRow);
        int[] groupOfRow = new int[keyOfRow.length];
        Arrays.parallelSetAll(groupOfRow, row -> Arrays.binarySearch(groups, keyOfRow[row]));
        long[] customers = new long[groups.length];
        for (int row = 0; row < groupOfRow.length; row++) {
            customers[groupOfRow[row]] = Math.addExact(customers[groupOfRow[row]], customersOfRow[row]);
        }
        return new PurchaseHistories(
                Arrays.stream(groups).mapToInt(keys::repeats).toArray(),
                Arrays.stream(groups).mapToDouble(keys::lastRepeat).toArray(),
                Arrays.stream(groups).mapToDouble(keys::observed).toArray(),
                customers,
                groupOfRow);
    }

    /** How many different histories there are. */
    public int groups() {
        return repeats.length;
    }

    /** How many rows they were made from. */
    public int rows() {
        return groupOfRow.length;
    }

    public int groupOfRow(int row) {
        return groupOfRow[row];
    }

    public PurchaseHistory history(int group) {
        return new PurchaseHistory(repeats[group], lastRepeat[group], observed[group]);
    }

    /** The customers of a group. */
    public long customers(int group) {
        return customers[group];
    }

    /** All customers. */
    public long customers() {
        return Arrays.stream(customers).sum();
    }

    public long repeatBuyers() {
        long buyers = 0;
        for (int group = 0; group < groups(); group++) {
            buyers += repeats[group] > 0 ? customers[group] : 0;
        }
        return buyers;
    }

    /** The repeat purchases of all customers. */
    public long repeats() {
        long sum = 0;
        for (int group = 0; group < groups(); group++) {
            sum += customers[group] * repeats[group];
        }
        return sum;
    }

    /** The longest observation, 0 without customers. */
    public double longestObserved() {
        return Arrays.stream(observed).max().orElse(0);
    }

    /** The groups of each number of repeats, in order. */
    public List<Chunks.Chunk> levels() {
        List<Chunks.Chunk> levels = new ArrayList<>();
        int from = 0;
        for (int group = 1; group <= groups(); group++) {
            if (group == groups() || repeats[group] != repeats[from]) {
                levels.add(new Chunks.Chunk(from, group));
                from = group;
            }
        }
        return levels;
    }

    public int repeats(int group) {
        return repeats[group];
    }

    public double lastRepeat(int group) {
        return lastRepeat[group];
    }

    public double observed(int group) {
        return observed[group];
    }

    /** The same groups with times in units as long as {@code unit} of the present ones. */
    public PurchaseHistories inUnitsOf(double unit) {
        return new PurchaseHistories(
                repeats,
                Arrays.stream(lastRepeat).map(time -> time / unit).toArray(),
                Arrays.stream(observed).map(time -> time / unit).toArray(),
                customers,
                groupOfRow);
    }

    /** Every n-th group without its rows, so that at most so many remain: enough to look for a place to start from. */
    public PurchaseHistories thinned(int most) {
        int every = (groups() + most - 1) / Math.max(1, most);
        if (every <= 1) {
            return this;
        }
        int[] kept = new int[(groups() + every - 1) / every];
        Arrays.setAll(kept, i -> i * every);
        return new PurchaseHistories(
                Arrays.stream(kept).map(group -> repeats[group]).toArray(),
                Arrays.stream(kept).mapToDouble(group -> lastRepeat[group]).toArray(),
                Arrays.stream(kept).mapToDouble(group -> observed[group]).toArray(),
                Arrays.stream(kept).mapToLong(group -> customers[group]).toArray(),
                new int[0]);
    }
}
