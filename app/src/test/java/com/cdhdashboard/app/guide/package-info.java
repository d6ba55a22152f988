/**
 * The pictures of the guide: which there are, how they are taken from the running program, and that the guide has them.
 *
 * <p>Not here: what the program does, which stands in {@code endtoend}.
 */
@NullMarked
package com.cdhdashboard.app.guide;

import org.jspecify.annotations.NullMarked;
