/**
 * Customers of the published store: their tables by name and schema, and the SQL of questions about them, their groups and
 * their purchases.
 *
 * <p>Not here: making these tables, which is {@code imports.customer}.
 */
@NullMarked
package com.cdhdashboard.duckdb.customer;

import org.jspecify.annotations.NullMarked;
