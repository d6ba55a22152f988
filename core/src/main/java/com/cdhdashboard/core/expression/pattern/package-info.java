/**
 * The small languages inside texts of expressions: regular expressions, their replacements and formats of times, each
 * as far as every engine means the same by it.
 *
 * <p>Not here: the expressions around them.
 */
@NullMarked
package com.cdhdashboard.core.expression.pattern;

import org.jspecify.annotations.NullMarked;
