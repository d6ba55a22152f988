/**
 * The page that takes exports in, from a folder of the server or by upload.
 *
 * <p>Not here: the running job; see {@code imports}.
 */
@NullMarked
package com.cdhdashboard.app.page.imports;

import org.jspecify.annotations.NullMarked;
