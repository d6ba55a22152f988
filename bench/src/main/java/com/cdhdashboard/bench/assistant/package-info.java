/** How long the assistant takes beside the model that it asks. */
@NullMarked
package com.cdhdashboard.bench.assistant;

import org.jspecify.annotations.NullMarked;
