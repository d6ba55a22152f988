/**
 * What charts over cubes read: scored rows of a metric, the styles of values, and numbers with what is known of them.
 *
 * <p>Not here: pictures.
 */
@NullMarked
package com.cdhdashboard.core.report.data;

import org.jspecify.annotations.NullMarked;
