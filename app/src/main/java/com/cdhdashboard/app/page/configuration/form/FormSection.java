package com.cdhdashboard.app.page.configuration.form;

import static java.util.Objects.requireNonNull;

import gg.jte.Content;
import java.util.List;
import java.util.Optional;

/**
 * Fields that stand together.
 *
 * @param title empty where the section has only one group
 * @param strangers keys of the text that the schema does not know
 */
public record FormSection(
        FieldPath path, String title, Content meaning, boolean present, List<Group> groups, List<Stranger> strangers) {
    /** Fields under a heading; without one where it is empty. */
    public record Group(String title, List<FormField> fields) {
        public Group {
            fields = List.copyOf(fields);
        }
    }

    /** A key that nothing reads, and what the check says of it. */
    public record Stranger(FieldPath path, String value, List<FormField.FieldProblem> problems) {
        public Stranger {
            problems = List.copyOf(problems);
        }
    }

    public FormSection {
        requireNonNull(path, "path");
        requireNonNull(title, "title");
        groups = List.copyOf(groups);
        strangers = List.copyOf(strangers);
    }

    /** All fields, in order. */
    public List<FormField> fields() {
        return groups.stream().flatMap(group -> group.fields().stream()).toList();
    }

    public Optional<FormField> field(FieldPath wanted) {
        return fields().stream().filter(field -> field.path().equals(wanted)).findFirst();
    }
}
