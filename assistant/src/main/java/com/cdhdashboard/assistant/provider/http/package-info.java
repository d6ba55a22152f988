/**
 * Requests to providers over HTTP: where they may go, how long and how large an answer may be, and how they are ended.
 *
 * <p>The library that writes requests and reads answers sends all of them through {@link
 * com.cdhdashboard.assistant.provider.http.Exchange}. Not here: what is asked, and trying again.
 */
@NullMarked
package com.cdhdashboard.assistant.provider.http;

import org.jspecify.annotations.NullMarked;
