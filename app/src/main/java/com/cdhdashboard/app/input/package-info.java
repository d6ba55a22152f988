/**
 * What users write in command lines and addresses, read the same way in both.
 *
 * <p>Not here: what is done with it.
 */
@NullMarked
package com.cdhdashboard.app.input;

import org.jspecify.annotations.NullMarked;
