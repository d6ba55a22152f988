/**
 * Imports as jobs that outlive a request, and uploads streamed to disk.
 *
 * <p>Not here: reading files; that is the importer's work, behind its port in {@code core}.
 */
@NullMarked
package com.cdhdashboard.app.imports;

import org.jspecify.annotations.NullMarked;
