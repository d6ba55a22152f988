/** The page that says why numbers differ from the prototype's. */
@NullMarked
package com.cdhdashboard.app.page.differences;

import org.jspecify.annotations.NullMarked;
