/**
 * The HTTP server: its routes, its one error mapper, caching and start-up.
 *
 * <p>Not here: what a page shows; see the {@code page} packages.
 */
@NullMarked
package com.cdhdashboard.app.web;

import org.jspecify.annotations.NullMarked;
