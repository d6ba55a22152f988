package com.cdhdashboard.app.view;

/** Addresses of a table as a file. */
public record Downloads(String csv, String xlsx, String json) {}
