/**
 * How fast exports are imported, and the least that reading them can take.
 *
 * <p>Not here: what is done with the imported data.
 */
@NullMarked
package com.cdhdashboard.bench.imports;

import org.jspecify.annotations.NullMarked;
