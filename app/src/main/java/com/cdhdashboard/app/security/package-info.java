/**
 * What a request may be and reach: host names, origins, folders, and the headers that bind the browser.
 *
 * <p>Not here: how a refusal is shown; that is done in one place in {@code web}.
 */
@NullMarked
package com.cdhdashboard.app.security;

import org.jspecify.annotations.NullMarked;
