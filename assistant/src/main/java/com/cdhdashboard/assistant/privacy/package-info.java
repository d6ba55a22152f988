/**
 * What leaves the machine: which names and values a model may be told, placeholders for those that it may not, and the record
 * of what was sent.
 *
 * <p>Not here: keys of providers, see {@code settings}; pages on which people approve, see {@code app}.
 */
@NullMarked
package com.cdhdashboard.assistant.privacy;

import org.jspecify.annotations.NullMarked;
