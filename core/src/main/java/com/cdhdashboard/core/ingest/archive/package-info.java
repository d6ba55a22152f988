/**
 * Unpacking a file into parts, within limits, and never trusting names, sizes or checksums that an archive declares.
 *
 * <p>Not here: what the rows of a part mean.
 */
@NullMarked
package com.cdhdashboard.core.ingest.archive;

import org.jspecify.annotations.NullMarked;
