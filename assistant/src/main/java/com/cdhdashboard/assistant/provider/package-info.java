/**
 * Models of providers behind the port {@link com.cdhdashboard.assistant.model.LanguageModel}: who may be asked, in which
 * form, how often again, and how much.
 *
 * <p>The one place that knows the library that writes requests and reads answers. Not here: what the file of models says,
 * see {@code settings}.
 */
@NullMarked
package com.cdhdashboard.assistant.provider;

import org.jspecify.annotations.NullMarked;
