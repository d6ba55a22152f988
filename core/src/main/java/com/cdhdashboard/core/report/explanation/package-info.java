/**
 * What numbers mean: the formula of a score with the numbers of its row, and how the cells of a table are read.
 *
 * <p>Not here: what a score is, which its metric tells; reports, which this package knows nothing of.
 */
@NullMarked
package com.cdhdashboard.core.report.explanation;

import org.jspecify.annotations.NullMarked;
