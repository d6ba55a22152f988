/**
 * What all statistics share: states that merge, so that the state of all data is the states of its parts combined.
 *
 * <p>Nothing here knows files, engines or pages.
 */
@NullMarked
package com.cdhdashboard.stats;

import org.jspecify.annotations.NullMarked;
