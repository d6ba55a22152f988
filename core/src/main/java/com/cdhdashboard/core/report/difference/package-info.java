/**
 * Why numbers of the same name differ from those of the prototype, value_dashboard: both definitions, and both figures of
 * the data shown where the sums kept tell the other one.
 */
@NullMarked
package com.cdhdashboard.core.report.difference;

import org.jspecify.annotations.NullMarked;
