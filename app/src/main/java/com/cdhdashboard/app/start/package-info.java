/**
 * Where the program starts and its parts are put together: configurations, stores, the server.
 *
 * <p>The only package that knows them all. Not here: what any of them does.
 */
@NullMarked
package com.cdhdashboard.app.start;

import org.jspecify.annotations.NullMarked;
