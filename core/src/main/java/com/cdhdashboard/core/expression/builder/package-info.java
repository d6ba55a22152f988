/**
 * Expressions as a form shows them: conditions in groups, choices, typed values. Read from a text of the language and
 * written as one, without loss in either direction; what a form does not show stays the text it is.
 *
 * <p>Not here: pages, and whether the columns exist.
 */
@NullMarked
package com.cdhdashboard.core.expression.builder;

import org.jspecify.annotations.NullMarked;
