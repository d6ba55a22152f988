/**
 * What a language model is asked and answers, whichever it is: the port behind which providers stand.
 *
 * <p>Not here: the wire forms of providers, see {@code provider}; what is asked for, see {@code chat}.
 */
@NullMarked
package com.cdhdashboard.assistant.model;

import org.jspecify.annotations.NullMarked;
