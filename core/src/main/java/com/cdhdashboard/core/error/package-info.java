/**
 * What can go wrong and where: positions in files, problems found by checks, errors a user can cause.
 *
 * <p>Not here: how a problem is shown; the command line and the web render it.
 */
@NullMarked
package com.cdhdashboard.core.error;

import org.jspecify.annotations.NullMarked;
