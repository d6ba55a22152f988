/**
 * The demo export: interaction history and product holdings as Pega Customer Decision Hub would write them, made up from
 * a seed. Everything random is drawn here; the same settings give the same bytes on every machine.
 *
 * <p>Reading exports does not belong here.
 */
@NullMarked
package com.cdhdashboard.app.sample;

import org.jspecify.annotations.NullMarked;
