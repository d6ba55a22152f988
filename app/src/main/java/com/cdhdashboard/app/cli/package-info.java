/**
 * The command line: arguments in, text and exit codes out.
 *
 * <p>What a command does with a configuration, a store or a server is behind {@link
 * com.cdhdashboard.app.cli.Workspaces}; how tables look is in {@code output}.
 */
@NullMarked
package com.cdhdashboard.app.cli;

import org.jspecify.annotations.NullMarked;
