/**
 * Reading the TOML configuration into records with positions, with checks that find every problem at once.
 *
 * <p>Not here: checks of what sections mean together, see {@code check}.
 */
@NullMarked
package com.cdhdashboard.core.config.read;

import org.jspecify.annotations.NullMarked;
