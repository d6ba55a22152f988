/**
 * Tables as text for programs and people: JSON, CSV and aligned columns. Whoever answers with a table uses these, so
 * that a value looks the same wherever it is asked for.
 *
 * <p>Web pages do not belong here.
 */
@NullMarked
package com.cdhdashboard.app.output;

import org.jspecify.annotations.NullMarked;
