/**
 * The commands about configurations themselves, which need neither data nor a server.
 *
 * <p>Not here: checking a configuration, which is a command of its own; what a key means, see {@code core.schema}.
 */
@NullMarked
package com.cdhdashboard.app.cli.config;

import org.jspecify.annotations.NullMarked;
