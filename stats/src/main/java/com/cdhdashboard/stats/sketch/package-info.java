/**
 * Small mergeable summaries of many rows, with the bytes in which a store keeps them.
 *
 * <p>The bytes of a sketch begin with a format number; bytes of an unknown format are refused. Small data are kept as
 * they are and give exact answers; what large data cost in accuracy is stated at each sketch. Not here: the measures
 * made of a distribution of scores; see {@code stats.binary}.
 */
@NullMarked
package com.cdhdashboard.stats.sketch;

import org.jspecify.annotations.NullMarked;
