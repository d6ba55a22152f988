/**
 * The reports of a configuration, and those that were only asked for, put together from definition, data and charts: checked,
 * read, drawn, with controls.
 *
 * <p>Not here: what a kind of report reads and how it is drawn, which is the class of its chart.
 */
@NullMarked
package com.cdhdashboard.core.report.configured;

import org.jspecify.annotations.NullMarked;
