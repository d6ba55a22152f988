/**
 * How soon the server is there, and how fast it answers users who click all at once.
 *
 * <p>Only servers started here, on this machine, are asked. Not here: what answers hold; tests see to that.
 */
@NullMarked
package com.cdhdashboard.bench.pages;

import org.jspecify.annotations.NullMarked;
