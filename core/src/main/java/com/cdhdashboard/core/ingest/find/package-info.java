/**
 * Which files are meant: by path, folder or pattern, and how they are grouped and ordered.
 *
 * <p>Not here: what they hold.
 */
@NullMarked
package com.cdhdashboard.core.ingest.find;

import org.jspecify.annotations.NullMarked;
