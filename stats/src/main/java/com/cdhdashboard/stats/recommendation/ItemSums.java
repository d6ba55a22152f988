package com.cdhdashboard.stats.recommendation;

/**
 * What is summed of one item over the lists that hold it.
 *
 * @param lists their number
 * @param inverseRoots Σ 1/√|L|
 * @param inverseSizes Σ 1/|L|
 */
public record ItemSums(long lists, double inverseRoots, double inverseSizes) {
    static final ItemSums NONE = new ItemSums(0, 0, 0);

    public ItemSums {
        if (!(lists >= 0 && inverseRoots >= 0 && inverseSizes >= 0)) {
            throw new IllegalArgumentException(
                    "sums over lists are negative: " + lists + ", " + inverseRoots + ", " + inverseSizes);
        }
    }

    static ItemSums ofList(int size) {
        return new ItemSums(1, 1 / Math.sqrt(size), 1.0 / size);
    }

    ItemSums plus(ItemSums other) {
        return new ItemSums(
                Math.addExact(lists, other.lists),
                inverseRoots + other.inverseRoots,
                inverseSizes + other.inverseSizes);
    }
}
