/**
 * The sample of rows that imports keep, and what expressions and metrics would do to it: a port, with what it answers.
 *
 * <p>Not here: drawing the rows, and the engine that computes.
 */
@NullMarked
package com.cdhdashboard.core.sample;

import org.jspecify.annotations.NullMarked;
