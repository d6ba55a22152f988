/**
 * The assistant: tools over the metric layer, and language models that use them.
 *
 * <p>Not here: pages, endpoints and commands; see {@code app}.
 */
@NullMarked
package com.cdhdashboard.assistant;

import org.jspecify.annotations.NullMarked;
