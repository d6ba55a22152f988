/**
 * What lies between two configurations: which numbers of a store a configuration defines and how, and what has to happen
 * before a changed one can be shown.
 *
 * <p>Not here: what a change of a key needs in general, which is {@code config.schema}; doing it.
 */
@NullMarked
package com.cdhdashboard.core.config.change;

import org.jspecify.annotations.NullMarked;
