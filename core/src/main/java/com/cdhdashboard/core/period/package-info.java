/**
 * The days that a reader looks at: chosen freely, or counted back from the last day of the data.
 *
 * <p>Not here: how a page offers them; {@code app.view} does.
 */
@NullMarked
package com.cdhdashboard.core.period;

import org.jspecify.annotations.NullMarked;
