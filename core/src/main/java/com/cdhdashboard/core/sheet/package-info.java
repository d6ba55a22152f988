/**
 * Files of rows and columns, CSV and workbooks, turned into rows of JSON as they are read: which bytes are which
 * characters, which characters part the values, which row names the columns, which values are numbers.
 *
 * <p>Not here: archives, limits of files and where rows go, which are {@code ingest}'s.
 */
@NullMarked
package com.cdhdashboard.core.sheet;

import org.jspecify.annotations.NullMarked;
