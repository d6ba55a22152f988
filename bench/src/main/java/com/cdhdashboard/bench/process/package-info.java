/**
 * The program as processes of its own, and the folder they work in: exports, stores, configurations, logs.
 *
 * <p>Not here: what is measured.
 */
@NullMarked
package com.cdhdashboard.bench.process;

import org.jspecify.annotations.NullMarked;
