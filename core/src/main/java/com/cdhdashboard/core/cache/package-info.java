/**
 * What was answered lately and may be asked again. What an answer weighs, and what it depends on, is known to those who
 * ask; nothing here knows of data, reports or the web.
 */
@NullMarked
package com.cdhdashboard.core.cache;

import org.jspecify.annotations.NullMarked;
