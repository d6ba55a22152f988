package com.cdhdashboard.app.view;

import com.cdhdashboard.app.route.ViewState;
import com.cdhdashboard.core.report.Control;
import java.util.List;

/** A choice; {@code explicit} where the URL says it. */
public record ControlView(Control control, boolean explicit) {
    public static List<ControlView> of(List<Control> controls, ViewState state) {
        return controls.stream()
                .map(control -> new ControlView(control, state.choices().containsKey(control.name())))
                .toList();
    }

    /** What is chosen, in the words of its option. */
    String chosen() {
        return control.options().stream()
                .filter(option -> option.value().equals(control.chosen()))
                .map(Control.Option::label)
                .findFirst()
                .orElse(control.chosen());
    }
}
