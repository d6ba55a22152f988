package com.cdhdashboard.app.page.configuration;

import com.cdhdashboard.app.view.Frame;

/** The page of the configuration. */
public record ConfigurationPage(Frame frame, Editor editor) {}
