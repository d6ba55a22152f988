/**
 * Measurements of editing a configuration of many reports: its check, what a keystroke is answered with, and charts of
 * drafts.
 *
 * <p>Not here: what the page looks like in a browser, whose pause before it sends is part of the targets.
 */
@NullMarked
package com.cdhdashboard.bench.configuration;

import org.jspecify.annotations.NullMarked;
