package com.cdhdashboard.app.page.configuration;

import com.cdhdashboard.app.view.Frame;
import java.util.List;
import java.util.function.Supplier;

/** The step that names the configuration, beside those that the server shows with it. */
public record VariantsStep(Supplier<List<Frame.Choice>> variants) implements Step {
    private static final String KEY = "variants";

    /** The form, and the configurations beside. */
    public record Shown(FormSections form, List<Frame.Choice> variants) {
        public Shown {
            variants = List.copyOf(variants);
        }
    }

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public String title() {
        return "Variants";
    }

    @Override
    public List<String> tables() {
        return List.of(KEY);
    }

    @Override
    public Body body(Editing editing, String item) {
        FormStep form = new FormStep(KEY, title(), tables(), "");
        return new Body("part/configuration/variants", new Shown(form.sections(editing), variants.get()));
    }
}
