/**
 * Which language models may be asked for what, with which keys and limits: the file {@code llm_config.toml}.
 *
 * <p>Its keys are described once, as data, in {@link com.cdhdashboard.assistant.settings.ModelKeys}. Not here: how a model
 * is asked, see {@code provider}.
 */
@NullMarked
package com.cdhdashboard.assistant.settings;

import org.jspecify.annotations.NullMarked;
