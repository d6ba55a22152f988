package com.cdhdashboard.stats.sketch;

import com.cdhdashboard.stats.Mergeable;

/** A mergeable summary that a store keeps as bytes. */
public interface Sketch<T extends Sketch<T>> extends Mergeable<T> {
    /** The state as bytes, beginning with the number of their format. */
    byte[] toBytes();
}
