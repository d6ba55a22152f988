/**
 * Cubes as data: their schema, the filters and roll-ups that can be asked of them, and tables of answers.
 *
 * <p>Not here: SQL or storage; an engine implements {@link com.cdhdashboard.core.cube.CubeReader}.
 */
@NullMarked
package com.cdhdashboard.core.cube;

import org.jspecify.annotations.NullMarked;
