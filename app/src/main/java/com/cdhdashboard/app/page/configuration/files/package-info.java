/**
 * Drafts as files: taken from one, given as one, saved as one beside the data.
 *
 * <p>Not here: the file that the server was started with, which only applying changes.
 */
@NullMarked
package com.cdhdashboard.app.page.configuration.files;

import org.jspecify.annotations.NullMarked;
