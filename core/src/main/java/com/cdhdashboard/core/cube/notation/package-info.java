/**
 * How filters and lists of values are written, the same in addresses, on command lines and in reports of a configuration.
 *
 * <p>Not here: what is done with them.
 */
@NullMarked
package com.cdhdashboard.core.cube.notation;

import org.jspecify.annotations.NullMarked;
