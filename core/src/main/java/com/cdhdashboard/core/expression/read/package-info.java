/**
 * Reading the text of expressions into a tree: words, grammar, methods.
 *
 * <p>Not here: whether columns exist and types go together.
 */
@NullMarked
package com.cdhdashboard.core.expression.read;

import org.jspecify.annotations.NullMarked;
