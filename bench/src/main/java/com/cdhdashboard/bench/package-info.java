/**
 * Measurements that anyone can run: the command line that chooses one and prints what it found.
 *
 * <p>Not here: tests. No test depends on how fast anything is.
 */
@NullMarked
package com.cdhdashboard.bench;

import org.jspecify.annotations.NullMarked;
