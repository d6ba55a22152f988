/**
 * Expressions of the configuration beside their text: conditions to choose from, and what they do to the sampled rows.
 *
 * <p>Not here: keeping what was chosen, which goes the way of all changes.
 */
@NullMarked
package com.cdhdashboard.app.page.configuration.expression;

import org.jspecify.annotations.NullMarked;
