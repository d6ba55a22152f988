/**
 * The first page: what is loaded, how fresh it is, what to do next.
 *
 * <p>Not here: importing itself.
 */
@NullMarked
package com.cdhdashboard.app.page.home;

import org.jspecify.annotations.NullMarked;
