package com.cdhdashboard.app.route;

/** A query parameter, as a form's hidden field holds it: not encoded. */
public record Parameter(String name, String value) {}
