/**
 * Reports as data: one capability table of report kinds, requests, and the views they give.
 *
 * <p>Not here: HTML; a view holds a table and a figure that any front end can show.
 */
@NullMarked
package com.cdhdashboard.core.report;

import org.jspecify.annotations.NullMarked;
