/**
 * The configuration as typed records.
 *
 * <p>Not here: reading them from TOML, which has a package of its own; what a metric or a report computes, see
 * {@code metric} and {@code report}.
 */
@NullMarked
package com.cdhdashboard.core.config;

import org.jspecify.annotations.NullMarked;
