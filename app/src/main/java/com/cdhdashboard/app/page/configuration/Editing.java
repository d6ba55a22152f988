package com.cdhdashboard.app.page.configuration;

import com.cdhdashboard.app.assistant.Visitor;
import com.cdhdashboard.app.page.configuration.fields.DraftFields;
import com.cdhdashboard.app.page.configuration.fields.FieldHints;
import com.cdhdashboard.app.page.configuration.form.Form;
import com.cdhdashboard.core.config.Configuration;
import com.cdhdashboard.core.config.LoadedConfiguration;
import com.cdhdashboard.core.config.edit.TomlText;
import com.cdhdashboard.core.error.Problem;
import com.cdhdashboard.core.snapshot.Snapshot;
import java.util.List;
import java.util.Optional;

/**
 * A text that is edited, with what is known of it; every step reads from here.
 *
 * @param draft its name and revision
 * @param checked as much of the configuration as could be read, and all problems in the order of the text
 * @param now the configuration that is applied, and its data
 * @param fields those that the text can name
 * @param visitor the browser that edits; empty where it is not known
 */
public record Editing(
        DraftName draft,
        TomlText text,
        LoadedConfiguration checked,
        Snapshot now,
        DraftFields fields,
        Optional<Visitor> visitor) {
    /**
     * Which draft.
     *
     * @param id empty as long as nothing was changed
     */
    public record DraftName(String id, long revision) {}

    public List<Problem> problems() {
        return checked.problems();
    }

    public Configuration configuration() {
        return checked.configuration();
    }

    public Form form() {
        return new Form(text, problems(), new FieldHints(fields));
    }
}
