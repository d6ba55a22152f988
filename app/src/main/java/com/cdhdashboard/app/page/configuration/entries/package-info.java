/**
 * What the page of the configuration shows of metrics and reports: lists of them, and all that stands beside the form of
 * one.
 *
 * <p>Not here: forms of keys ({@code form}), and what an edit does to a text ({@code core.config.entry}).
 */
@NullMarked
package com.cdhdashboard.app.page.configuration.entries;

import org.jspecify.annotations.NullMarked;
