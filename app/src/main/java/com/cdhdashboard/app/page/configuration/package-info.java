/**
 * The page on which the configuration is edited: steps with forms, the text itself, what the check says, and the way of
 * a draft until it is applied.
 *
 * <p>Not here: how a form is made from the schema ({@code form}), and how drafts and versions are kept.
 */
@NullMarked
package com.cdhdashboard.app.page.configuration;

import org.jspecify.annotations.NullMarked;
