/**
 * Forms made from the schema of the configuration: which input a key gets, what is in it, and what a posted text means.
 *
 * <p>Not here: which keys stand on which step of the page, and how a draft is kept.
 */
@NullMarked
package com.cdhdashboard.app.page.configuration.form;

import org.jspecify.annotations.NullMarked;
