/**
 * The port through which exports are imported: what is asked for, how far it is, what came of it.
 *
 * <p>Not here: finding files, unpacking them and reading their rows, which have packages of their own below; rows in an
 * engine.
 */
@NullMarked
package com.cdhdashboard.core.ingest;

import org.jspecify.annotations.NullMarked;
