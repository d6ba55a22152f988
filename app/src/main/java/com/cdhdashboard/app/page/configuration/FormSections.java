package com.cdhdashboard.app.page.configuration;

import com.cdhdashboard.app.page.configuration.form.FormSection;
import java.util.List;
import java.util.Map;

/**
 * Forms of some tables, as a template shows them.
 *
 * @param absent what is said where none of them is in the text
 * @param suggestions names to complete what is typed, by the id of their list
 */
public record FormSections(List<FormSection> sections, String absent, Map<String, List<String>> suggestions) {
    public FormSections {
        sections = List.copyOf(sections);
    }
}
