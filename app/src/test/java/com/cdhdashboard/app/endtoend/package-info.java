/**
 * The whole program from outside: command line, API and browser over real files, engine and server.
 *
 * <p>Not here: tests of single parts, which stand beside those parts.
 */
@NullMarked
package com.cdhdashboard.app.endtoend;

import org.jspecify.annotations.NullMarked;
