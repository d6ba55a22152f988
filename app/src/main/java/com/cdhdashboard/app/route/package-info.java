/**
 * The addresses of pages and what they say: one parser and one builder for the state in a URL.
 *
 * <p>Not here: handlers; what a state means to a report is decided in {@code core}.
 */
@NullMarked
package com.cdhdashboard.app.route;

import org.jspecify.annotations.NullMarked;
