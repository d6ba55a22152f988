/**
 * Configuration and data at one moment, as whoever answers a question reads them: pages, commands, programs and the
 * assistant.
 */
@NullMarked
package com.cdhdashboard.core.snapshot;

import org.jspecify.annotations.NullMarked;
