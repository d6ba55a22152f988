/**
 * The page of all customers of a metric: search, sort, pages, files.
 */
@NullMarked
package com.cdhdashboard.app.page.customers;

import org.jspecify.annotations.NullMarked;
