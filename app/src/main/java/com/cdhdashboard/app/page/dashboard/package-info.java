/**
 * The page of headline numbers and their trends.
 *
 * <p>Not here: how cards and charts are computed; {@code Reports} in {@code core} gives them.
 */
@NullMarked
package com.cdhdashboard.app.page.dashboard;

import org.jspecify.annotations.NullMarked;
