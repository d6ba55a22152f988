/**
 * Editing the text of a TOML document in place, so that comments, order and layout stay.
 *
 * <p>What a document means, before and after an edit, is what the TOML library reads; the scanner here only knows where
 * in the text things stand. Not here: what sections and keys are for.
 */
@NullMarked
package com.cdhdashboard.core.config.edit;

import org.jspecify.annotations.NullMarked;
