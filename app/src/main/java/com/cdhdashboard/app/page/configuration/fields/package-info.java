/**
 * The fields that a draft can name, beside the inputs that name them: what the imported data say of each, and which of
 * the names that are written are none.
 *
 * <p>Not here: forms ({@code form}), which ask for hints, and expressions, whose fields are checked with them.
 */
@NullMarked
package com.cdhdashboard.app.page.configuration.fields;

import org.jspecify.annotations.NullMarked;
