/**
 * Questions put to metrics, their answers from cubes, and what to bear in mind of the data behind these.
 *
 * <p>Not here: how answers are drawn or written down.
 */
@NullMarked
package com.cdhdashboard.core.metric.answer;

import org.jspecify.annotations.NullMarked;
