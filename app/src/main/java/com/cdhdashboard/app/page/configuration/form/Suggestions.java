package com.cdhdashboard.app.page.configuration.form;

import java.util.List;

/** Names to complete what is typed; others are allowed. */
@FunctionalInterface
public interface Suggestions {
    /** Those of a list, which is named as {@link Inputs#list} does. */
    List<String> of(String list);
}
