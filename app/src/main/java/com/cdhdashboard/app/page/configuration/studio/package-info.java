/**
 * Drafting a configuration from data: samples that people look at, which of their fields are used, what is proposed, and
 * which of it goes into the draft. What was chosen of a sample is held as long as the server runs.
 *
 * <p>Not here: the step that shows it and writes into the draft; the rules, which are {@code assistant.draft}.
 */
@NullMarked
package com.cdhdashboard.app.page.configuration.studio;

import org.jspecify.annotations.NullMarked;
