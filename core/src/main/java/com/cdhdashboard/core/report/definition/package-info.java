/**
 * What a report of a configuration may say: kinds of report, the keys they read, and the rules they are checked by.
 *
 * <p>Not here: data, and the charts that read what passed the rules.
 */
@NullMarked
package com.cdhdashboard.core.report.definition;

import org.jspecify.annotations.NullMarked;
