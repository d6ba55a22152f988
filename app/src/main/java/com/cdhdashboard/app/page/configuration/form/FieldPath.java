package com.cdhdashboard.app.page.configuration.form;

import com.cdhdashboard.app.output.Json;
import com.cdhdashboard.core.error.Problem;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.tomlj.Toml;

/** Where a key stands in a configuration: the names of its tables, then its own. */
public record FieldPath(List<String> names) {
    public FieldPath {
        names = List.copyOf(names);
    }

    public static FieldPath of(String... names) {
        return new FieldPath(List.of(names));
    }

    /** A path as problems name it; what is no path in TOML is one name. */
    public static FieldPath parse(String dotted) {
        if (dotted.isBlank()) {
            return new FieldPath(List.of());
        }
        try {
            return new FieldPath(Toml.parseDottedKey(dotted));
        } catch (IllegalArgumentException noPath) {
            return of(dotted);
        }
    }

    public FieldPath child(String name) {
        List<String> all = new ArrayList<>(names);
        all.add(name);
        return new FieldPath(all);
    }

    public String last() {
        return names.isEmpty() ? "" : names.get(names.size() - 1);
    }

    /** As problems name it, such as {@code ih.extensions.filter}. */
    public String dotted() {
        return names.isEmpty() ? "" : Toml.joinKeyPath(names);
    }

    /** As the browser sends it back, which needs no quoting rules. */
    public String json() {
        return Json.text(names);
    }

    /** The id of its field on the page. */
    public String id() {
        return "field-" + URLEncoder.encode(dotted(), StandardCharsets.UTF_8);
    }

    /** Tells the problems of this key, or of something within, from others. */
    public Predicate<Problem> holder() {
        String own = dotted();
        String within = own + ".";
        return problem -> problem.path().equals(own) || problem.path().startsWith(within);
    }
}
