/**
 * The text of an expression, places in it, and what is said of one that is refused.
 *
 * <p>Not here: the words and the grammar.
 */
@NullMarked
package com.cdhdashboard.core.expression.text;

import org.jspecify.annotations.NullMarked;
