/**
 * What the numbers of tables mean: the formula of a score with the numbers of its row, numbers that only reports or
 * customers have, and how the cells of a table are read.
 *
 * <p>Not here: the scores of metrics, which {@code metric.score} has; how a report is drawn.
 */
@NullMarked
package com.cdhdashboard.core.report.explanation;

import org.jspecify.annotations.NullMarked;
