/**
 * What a tool is asked and how it answers: arguments that are checked, periods, comparisons, tables as JSON, and what is
 * told to nobody outside.
 *
 * <p>Not here: the tools themselves, see {@code tool}.
 */
@NullMarked
package com.cdhdashboard.assistant.question;

import org.jspecify.annotations.NullMarked;
