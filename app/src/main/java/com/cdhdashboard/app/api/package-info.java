/**
 * The JSON and CSV answers under {@code /api/v1}: a stable contract that other programs build on.
 *
 * <p>Not here: the {@code .json} twins of pages, which follow their pages.
 */
@NullMarked
package com.cdhdashboard.app.api;

import org.jspecify.annotations.NullMarked;
