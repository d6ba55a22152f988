/**
 * The expression language of {@code filter} and {@code columns}: the tree, with the methods, operators and types in it.
 *
 * <p>Nothing is evaluated as code. Not here: reading texts, checking types and writing SQL, which have packages of their
 * own.
 */
@NullMarked
package com.cdhdashboard.core.expression;

import org.jspecify.annotations.NullMarked;
