/**
 * Files that are imported on trial, to look at what they hold and to draw reports of them: a port, beside the store and
 * without touching it.
 *
 * <p>Not here: what is drafted of a sample, see {@code assistant.draft}; stores on disk.
 */
@NullMarked
package com.cdhdashboard.app.trial;

import org.jspecify.annotations.NullMarked;
