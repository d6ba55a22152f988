/**
 * The pages of the assistant: chats with the data, what may be sent to a model, and what was.
 *
 * <p>Not here: what is kept and what is on its way, see {@code app.assistant}.
 */
@NullMarked
package com.cdhdashboard.app.page.assistant;

import org.jspecify.annotations.NullMarked;
