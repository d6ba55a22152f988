package com.cdhdashboard.app.page.configuration;

import com.cdhdashboard.app.view.JsonBlock;

/**
 * The text as a template shows it.
 *
 * @param marks the problems by line, for the editor in the browser
 */
public record TomlView(String text, JsonBlock marks) {}
