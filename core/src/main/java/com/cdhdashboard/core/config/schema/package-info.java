/**
 * Every section and key of a configuration, once, as data: types, allowed values, defaults, meaning, and what a change
 * needs. Reading, checks, forms, the tables of the guide and the JSON Schema follow it.
 *
 * <p>Not here: reading a file, which is {@code config.read}; what each kind of report makes of its keys, which is
 * {@code report.definition} and joined with this in {@code core.schema}.
 */
@NullMarked
package com.cdhdashboard.core.config.schema;

import org.jspecify.annotations.NullMarked;
