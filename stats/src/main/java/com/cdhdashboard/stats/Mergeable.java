package com.cdhdashboard.stats;

/**
 * The state of a statistic over some data, such that the state over all data can be made from those of its parts.
 *
 * <p>There is an empty state that changes nothing, and neither the order of merging nor the way the data were divided
 * matters, up to the error the implementation states.
 */
public interface Mergeable<T extends Mergeable<T>> {
    /** The state over the data of both; neither is changed. */
    T mergeWith(T other);
}
