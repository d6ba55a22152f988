/**
 * First configurations, drafted from a sample of the data: what its columns are, and which metrics and reports they make
 * possible, by rules or by a model, as proposals that somebody keeps or rejects entry by entry.
 *
 * <p>Not here: drafts as pages keep them, and applying them; reading samples.
 */
@NullMarked
package com.cdhdashboard.assistant.draft;

import org.jspecify.annotations.NullMarked;
