/**
 * Bundles: the cubes of a store as one file that another program can read and write. What is in one, what its metrics count,
 * its manifest as JSON, and the port through which a store is written as one.
 *
 * <p>Not here: tables of an engine, and taking a bundle into a store.
 */
@NullMarked
package com.cdhdashboard.core.bundle;

import org.jspecify.annotations.NullMarked;
