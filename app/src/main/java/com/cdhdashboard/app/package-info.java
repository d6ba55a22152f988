/**
 * The program around the engine: what it serves and the port through which it reaches the data.
 *
 * <p>Not here: pages, the command line, the engine; each has a package or a module of its own.
 */
@NullMarked
package com.cdhdashboard.app;

import org.jspecify.annotations.NullMarked;
