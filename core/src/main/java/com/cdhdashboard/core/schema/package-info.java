/**
 * The whole schema of a configuration: the keys of {@code config.schema} with what scores and kinds of report add to
 * them, found by path, in words, and as JSON Schema.
 *
 * <p>Not here: the keys themselves; checking a file, which is {@code check}.
 */
@NullMarked
package com.cdhdashboard.core.schema;

import org.jspecify.annotations.NullMarked;
