/**
 * What a file holds, told by its content, and the parts of it that readers take; why a file is refused.
 *
 * <p>Not here: opening archives, and single rows.
 */
@NullMarked
package com.cdhdashboard.core.ingest.format;

import org.jspecify.annotations.NullMarked;
