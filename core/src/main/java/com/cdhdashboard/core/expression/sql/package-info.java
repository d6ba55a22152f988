/**
 * Writing a checked tree as SQL. Engines bring their own {@link com.cdhdashboard.core.expression.sql.SqlDialect}.
 *
 * <p>Not here: the SQL of any one engine.
 */
@NullMarked
package com.cdhdashboard.core.expression.sql;

import org.jspecify.annotations.NullMarked;
