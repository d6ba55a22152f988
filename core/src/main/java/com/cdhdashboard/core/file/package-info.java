/**
 * Files that the program writes.
 *
 * <p>Not here: what stands in them; files that are imported, see {@code core.ingest}.
 */
@NullMarked
package com.cdhdashboard.core.file;

import org.jspecify.annotations.NullMarked;
