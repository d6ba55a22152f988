/**
 * The TOML configuration as typed records with positions, and the checks that find every problem at once.
 *
 * <p>Not here: what a metric or a report computes; see {@code metric} and {@code report}.
 */
@NullMarked
package com.cdhdashboard.core.config;

import org.jspecify.annotations.NullMarked;
