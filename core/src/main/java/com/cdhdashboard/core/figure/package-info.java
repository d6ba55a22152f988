/**
 * Plotly figures as data: traces, layout, colours, number formats.
 */
@NullMarked
package com.cdhdashboard.core.figure;

import org.jspecify.annotations.NullMarked;
