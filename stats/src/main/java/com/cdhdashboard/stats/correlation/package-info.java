/**
 * How closely two columns go together.
 */
@NullMarked
package com.cdhdashboard.stats.correlation;

import org.jspecify.annotations.NullMarked;
