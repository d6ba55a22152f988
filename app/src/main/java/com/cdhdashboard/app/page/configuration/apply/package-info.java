/**
 * The pages on which a draft is reviewed and applied, merged with what others applied, and on which former
 * configurations are looked at and brought back.
 *
 * <p>Not here: how a configuration takes the place of another, see {@code app.configuration}.
 */
@NullMarked
package com.cdhdashboard.app.page.configuration.apply;

import org.jspecify.annotations.NullMarked;
