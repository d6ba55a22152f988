/**
 * A person's questions, and how each is answered: turns of a model, calls of tools, and text of which every number is
 * checked.
 *
 * <p>Not here: how numbers are checked, see {@code number}; what may be sent, see {@code privacy}; where chats are kept, see
 * {@code app}.
 */
@NullMarked
package com.cdhdashboard.assistant.chat;

import org.jspecify.annotations.NullMarked;
