/**
 * The checks of a configuration that need more than its text: expressions, and reports against their metrics.
 *
 * <p>Not here: reading the file, which is {@code config}; what a report may say, which is {@code report.definition}.
 */
@NullMarked
package com.cdhdashboard.core.check;

import org.jspecify.annotations.NullMarked;
