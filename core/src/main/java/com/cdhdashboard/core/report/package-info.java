/**
 * Reports as any front end asks for them and gets them: the port, requests, the menu, and views as data.
 *
 * <p>Not here: HTML, as a view holds a table and a figure that any front end can show; what a report may say, which is
 * {@code report.definition}; how it is drawn, which is the class of its chart.
 */
@NullMarked
package com.cdhdashboard.core.report;

import org.jspecify.annotations.NullMarked;
