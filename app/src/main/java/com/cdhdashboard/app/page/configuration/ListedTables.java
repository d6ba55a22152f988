package com.cdhdashboard.app.page.configuration;

import com.cdhdashboard.app.page.configuration.form.FieldPath;
import com.cdhdashboard.app.page.configuration.form.Form;
import com.cdhdashboard.app.page.configuration.form.FormSection;
import com.cdhdashboard.core.schema.Schema;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The tables below one of the configuration, as a list, and the form of the chosen one.
 *
 * @param own the keys of the table above
 */
public record ListedTables(
        List<Entry> entries,
        Optional<FormSection> own,
        Optional<FormSection> chosen,
        Map<String, List<String>> suggestions) {
    /** A table that can be chosen. */
    public record Entry(String name, String url, boolean chosen) {}

    static Step.Body of(Step step, Editing editing, String item) {
        Form form = editing.form();
        FieldPath table = FieldPath.of(step.tables().get(0));
        List<String> names = editing.text().keys(table.names()).stream()
                .filter(name -> !editing.text().keys(table.child(name).names()).isEmpty())
                .toList();
        Optional<FormSection> chosen = Optional.of(item)
                .filter(names::contains)
                .map(table::child)
                .filter(path -> Schema.section(path.names()).isPresent())
                .map(form::section);
        Optional<FormSection> own = Optional.of(table)
                .filter(path -> step.key().equals("metrics") && chosen.isEmpty())
                .map(form::section);
        List<FormSection> sections =
                Stream.concat(own.stream(), chosen.stream()).toList();
        return new Step.Body(
                "part/configuration/tables",
                new ListedTables(
                        names.stream()
                                .map(name ->
                                        new Entry(name, step.url(editing.draft().id(), name), name.equals(item)))
                                .toList(),
                        own,
                        chosen,
                        Form.suggestions(sections, new KnownNames(editing)::of)));
    }
}
