/**
 * Configurations that are being edited: drafts, and the versions that were applied, as files of the data folder.
 *
 * <p>Not here: what an edit does to a text, see {@code core.config.edit}; pages.
 */
@NullMarked
package com.cdhdashboard.app.configuration;

import org.jspecify.annotations.NullMarked;
