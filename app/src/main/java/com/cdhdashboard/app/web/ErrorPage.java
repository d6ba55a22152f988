package com.cdhdashboard.app.web;

import com.cdhdashboard.app.view.Frame;

/** What the reader sees in place of the page. */
public record ErrorPage(Frame frame, String title, String message) {}
