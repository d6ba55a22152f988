package com.cdhdashboard.stats;

import java.util.List;

/**
 * The state of a statistic over some data, such that the state over all data can be made from those of its parts.
 *
 * <p>There is an empty state that changes nothing, and neither the order of merging nor the way the data were divided
 * matters, up to the error the implementation states.
 */
public interface Mergeable<T extends Mergeable<T>> {
    /** The state over the data of both; neither is changed. */
    T mergeWith(T other);

    /**
     * The state over the data of all states, {@code empty} if there are none. Halves are merged with halves, so that
     * large states are copied as often as there are doublings, not as often as there are states.
     */
    static <T extends Mergeable<T>> T merge(T empty, List<T> states) {
        if (states.size() < 2) {
            return states.isEmpty() ? empty : states.get(0);
        }
        int half = states.size() / 2;
        return merge(empty, states.subList(0, half)).mergeWith(merge(empty, states.subList(half, states.size())));
    }
}
