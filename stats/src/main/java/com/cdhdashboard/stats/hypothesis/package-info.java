/**
 * Proportions and the tests that compare them: intervals, z, chi-square, G, odds ratio, Fisher, Holm.
 *
 * <p>All of it works on counts alone. Whatever is undefined is {@code NaN}; saying why is left to the caller. Every
 * form here keeps its digits for counts of 4e9 and for p-values far below the smallest double. Not here: anything that
 * needs the rows themselves.
 */
@NullMarked
package com.cdhdashboard.stats.hypothesis;

import org.jspecify.annotations.NullMarked;
