package com.cdhdashboard.app.view;

import com.cdhdashboard.app.route.ViewState;
import com.cdhdashboard.core.report.Control;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * The choices above a chart: the one that matters most, and the others behind a button.
 *
 * @param first what always shows
 * @param chips what is set of the others, with a way to take it back
 */
public record ControlBar(List<ControlView> first, List<ControlView> others, List<Chip> chips) {
    /** By what is told apart, else what is seen at all. */
    private static final List<String> FIRST = List.of("color", "view", "value", "x");
    /** So few need no button. */
    private static final int FEW = 2;

    public ControlBar {
        first = List.copyOf(first);
        others = List.copyOf(others);
        chips = List.copyOf(chips);
    }

    /** None at all. */
    public static ControlBar none() {
        return new ControlBar(List.of(), List.of(), List.of());
    }

    /** Of a report that only the address says: all of it is set, so nothing of it has a chip. */
    public static ControlBar ofQuestion(List<Control> controls, ViewState state) {
        ControlBar bar = of(controls, state, other -> "");
        return new ControlBar(bar.first, bar.others, List.of());
    }

    /** @param url the page in any state */
    public static ControlBar of(List<Control> controls, ViewState state, Function<ViewState, String> url) {
        List<ControlView> all = ControlView.of(controls, state);
        if (all.size() <= FEW) {
            return new ControlBar(all, List.of(), List.of());
        }
        String main = FIRST.stream()
                .filter(name ->
                        all.stream().anyMatch(view -> view.control().name().equals(name)))
                .findFirst()
                .orElseGet(() -> all.get(0).control().name());
        List<ControlView> first = new ArrayList<>();
        List<ControlView> others = new ArrayList<>();
        all.forEach(view -> (view.control().name().equals(main) ? first : others).add(view));
        List<Chip> chips = others.stream()
                .filter(ControlView::explicit)
                .map(view -> new Chip(
                        view.control().name(),
                        view.control().label(),
                        view.chosen(),
                        url.apply(state.withoutChoice(view.control().name()))))
                .toList();
        return new ControlBar(first, others, chips);
    }

    public boolean isEmpty() {
        return first.isEmpty() && others.isEmpty();
    }

    /** Whether the address sets any of them. */
    public boolean explicit() {
        return first.stream().anyMatch(ControlView::explicit) || others.stream().anyMatch(ControlView::explicit);
    }
}
