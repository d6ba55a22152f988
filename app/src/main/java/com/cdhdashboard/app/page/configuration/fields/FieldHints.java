package com.cdhdashboard.app.page.configuration.fields;

import com.cdhdashboard.app.page.configuration.form.FieldPath;
import com.cdhdashboard.app.page.configuration.form.FieldSource;
import com.cdhdashboard.app.page.configuration.form.Hints;
import com.cdhdashboard.core.error.DidYouMean;
import com.cdhdashboard.core.sample.KnownFields;
import com.cdhdashboard.core.sample.KnownFields.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the imported data say against names of fields. What they do not tell is no mistake. */
public record FieldHints(DraftFields fields) implements Hints {
    @Override
    public List<String> ofNames(FieldPath path, List<String> names) {
        Optional<KnownFields> known = fields.of(FieldSource.of(path.names()));
        if (known.isEmpty()) {
            return List.of();
        }
        List<String> all = names(known.get().fields());
        return names.stream()
                .filter(name -> !name.isBlank() && !all.contains(name))
                .map(name -> "the imported data have no field \"" + name + "\"" + DidYouMean.hint(name, all))
                .toList();
    }

    @Override
    public List<String> ofDefaults(FieldPath path, List<String> names) {
        Optional<KnownFields> known = fields.of(FieldSource.of(path.names()));
        if (known.isEmpty()) {
            return List.of();
        }
        List<String> files = names(known.get().upTo(Origin.FILE));
        List<String> hints = new ArrayList<>();
        for (String name : names) {
            misfit(known.get(), path.child(name)).ifPresent(hints::add);
            String near = files.contains(name) ? "" : DidYouMean.hint(name, files);
            if (!near.isEmpty()) {
                hints.add("no file has the field \"" + name + "\", so that it is added" + near);
            }
        }
        return hints;
    }

    /** Without the path, beside which it stands. */
    private static Optional<String> misfit(KnownFields known, FieldPath path) {
        return Optional.ofNullable(known.misfits().get(path.last()))
                .map(message -> path.last() + ": " + message.substring(message.indexOf(": ") + 2));
    }

    private static List<String> names(List<KnownFields.Field> fields) {
        return fields.stream().map(KnownFields.Field::name).toList();
    }
}
