/**
 * Questions with known answers, by which language models are compared.
 *
 * <p>Not here: where the data of the questions come from; who runs them imports them.
 */
@NullMarked
package com.cdhdashboard.assistant.eval;

import org.jspecify.annotations.NullMarked;
