/**
 * Whether the numbers and dates of a text are those that tools have answered, at the precision that the text gives them.
 *
 * <p>Not here: what becomes of a text with other numbers, see {@code chat}.
 */
@NullMarked
package com.cdhdashboard.assistant.number;

import org.jspecify.annotations.NullMarked;
