/**
 * Writes expressions as text of the language, which read again is the same expression.
 *
 * <p>Not here: the layout of texts that users wrote, which is kept where their expressions are not changed.
 */
@NullMarked
package com.cdhdashboard.core.expression.write;

import org.jspecify.annotations.NullMarked;
