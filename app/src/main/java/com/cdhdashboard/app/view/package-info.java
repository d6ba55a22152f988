/**
 * What pages have in common: frame, tables, numbers, downloads, assets and the templates.
 *
 * <p>Not here: the pages themselves, and anything that is computed from data.
 */
@NullMarked
package com.cdhdashboard.app.view;

import org.jspecify.annotations.NullMarked;
