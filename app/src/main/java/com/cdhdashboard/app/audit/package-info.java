/**
 * What programs and agents asked by tools: a file in the data folder with a line for each call.
 *
 * <p>Not here: what a chat sends to a language model.
 */
@NullMarked
package com.cdhdashboard.app.audit;

import org.jspecify.annotations.NullMarked;
