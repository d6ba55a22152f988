/**
 * Statistics. Nothing here knows files, engines or pages.
 */
@NullMarked
package com.cdhdashboard.stats;

import org.jspecify.annotations.NullMarked;
