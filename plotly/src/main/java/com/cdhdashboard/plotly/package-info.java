/**
 * Makes of the whole library that draws charts one with only the traces that are drawn, while the program is built. Its file
 * is put together of blocks, one for each file of its sources; those that nothing kept leads to are left out.
 */
@NullMarked
package com.cdhdashboard.plotly;

import org.jspecify.annotations.NullMarked;
