/**
 * Text that a model wrote, as a page may show it: paragraphs, lists, tables, emphasis, and numbers that say where they are
 * from. There is nothing in it that could load, link or run anything.
 *
 * <p>Not here: which numbers are right, see {@code number}.
 */
@NullMarked
package com.cdhdashboard.assistant.prose;

import org.jspecify.annotations.NullMarked;
