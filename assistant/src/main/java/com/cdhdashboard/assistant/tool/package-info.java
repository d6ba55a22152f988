/**
 * The questions that may be asked of the data from outside, typed: one catalogue for chat, programs and agents.
 *
 * <p>A tool reads, never writes; what it answers was computed by the metric layer, and says where a page shows it.
 */
@NullMarked
package com.cdhdashboard.assistant.tool;

import org.jspecify.annotations.NullMarked;
