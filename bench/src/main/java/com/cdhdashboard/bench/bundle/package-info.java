/** Writing and taking in bundles of cubes. */
@NullMarked
package com.cdhdashboard.bench.bundle;

import org.jspecify.annotations.NullMarked;
