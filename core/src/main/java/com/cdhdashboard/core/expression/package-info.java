/**
 * The expression language of {@code filter} and {@code columns}: text to tree, tree to types, typed tree to SQL.
 *
 * <p>Nothing is evaluated as code. Engines bring their own {@link com.cdhdashboard.core.expression.SqlDialect}.
 */
@NullMarked
package com.cdhdashboard.core.expression;

import org.jspecify.annotations.NullMarked;
