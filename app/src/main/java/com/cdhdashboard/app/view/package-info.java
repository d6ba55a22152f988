/**
 * What pages have in common: the data of a request with the answers made of them, frame, menus, filters, tables,
 * downloads, assets and the templates.
 *
 * <p>Not here: the pages themselves, and how anything is computed from data.
 */
@NullMarked
package com.cdhdashboard.app.view;

import org.jspecify.annotations.NullMarked;
