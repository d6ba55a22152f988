/**
 * Asking a model for a better configuration: what it is told, which is little and was approved; the form its answer has to
 * have; and the check of what it answers, in three rounds at most.
 *
 * <p>Not here: what can be drafted without a model, see {@code draft}; pages on which people approve, see {@code app}.
 */
@NullMarked
package com.cdhdashboard.assistant.improve;

import org.jspecify.annotations.NullMarked;
