/**
 * The page, and part of other pages, that says what a number of a table is.
 *
 * <p>Not here: what scores mean; {@code Explanation} in {@code core} knows.
 */
@NullMarked
package com.cdhdashboard.app.page.explanation;

import org.jspecify.annotations.NullMarked;
