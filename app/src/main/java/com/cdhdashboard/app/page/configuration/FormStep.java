package com.cdhdashboard.app.page.configuration;

import com.cdhdashboard.app.page.configuration.form.FieldPath;
import com.cdhdashboard.app.page.configuration.form.Form;
import com.cdhdashboard.app.page.configuration.form.FormSection;
import java.util.List;

/**
 * A step that shows all keys of some tables.
 *
 * @param optional what is said where the table is not in the text, which then is no mistake; empty where it belongs there
 */
record FormStep(String key, String title, List<String> tables, String optional) implements Step {
    @Override
    public Body body(Editing editing, String item) {
        return new Body("part/configuration/sections", sections(editing));
    }

    FormSections sections(Editing editing) {
        Form form = editing.form();
        List<FormSection> sections =
                tables.stream().map(table -> form.section(FieldPath.of(table))).toList();
        boolean none = sections.stream().noneMatch(FormSection::present);
        return new FormSections(
                sections, none ? optional : "", Form.suggestions(sections, new KnownNames(editing)::of));
    }
}
