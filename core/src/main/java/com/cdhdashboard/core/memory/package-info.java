/**
 * Bounded memories of answers.
 *
 * <p>Not here: what is asked, and when an answer is outdated; that is part of the question.
 */
@NullMarked
package com.cdhdashboard.core.memory;

import org.jspecify.annotations.NullMarked;
