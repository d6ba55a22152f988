/**
 * Checking a tree against the columns there are: names, types, and what literal arguments mean.
 *
 * <p>Not here: what engines make of it.
 */
@NullMarked
package com.cdhdashboard.core.expression.type;

import org.jspecify.annotations.NullMarked;
