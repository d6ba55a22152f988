/**
 * Metrics and reports as entries of a configuration: added with what they need, renamed and removed with what refers to
 * them, and put back.
 *
 * <p>Not here: how TOML is edited in place, which is {@code core.config.edit}; what may be written, which the check says.
 */
@NullMarked
package com.cdhdashboard.core.config.entry;

import org.jspecify.annotations.NullMarked;
