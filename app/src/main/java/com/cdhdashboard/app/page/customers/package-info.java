/**
 * The page of all customers of a metric: search, sort, pages, files.
 *
 * <p>Not here: reports over customers, which are pages of {@code reports}.
 */
@NullMarked
package com.cdhdashboard.app.page.customers;

import org.jspecify.annotations.NullMarked;
