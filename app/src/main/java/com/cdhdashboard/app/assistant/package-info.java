/**
 * What the assistant keeps on this machine, and answers that are on their way: chats by the browser that began them, what was
 * agreed may be sent, what was sent, and keys for a session.
 *
 * <p>Not here: pages, see {@code page.assistant}; how an answer comes about, which is the module {@code assistant}.
 */
@NullMarked
package com.cdhdashboard.app.assistant;

import org.jspecify.annotations.NullMarked;
