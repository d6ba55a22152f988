/**
 * Files of aggregates as the Python value dashboard saves them: recognised, and read into columns and digests.
 *
 * <p>Not here: what a store makes of them.
 */
@NullMarked
package com.cdhdashboard.core.aggregates;

import org.jspecify.annotations.NullMarked;
