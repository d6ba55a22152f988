/**
 * Single steps of an answer, measured by JMH: reading an expression, rolling up a cube, drawing, writing JSON.
 *
 * <p>Not here: whole runs of the program.
 */
@NullMarked
package com.cdhdashboard.bench.small;

import org.jspecify.annotations.NullMarked;
