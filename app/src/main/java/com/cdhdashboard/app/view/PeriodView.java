package com.cdhdashboard.app.view;

import com.cdhdashboard.app.route.Urls;
import com.cdhdashboard.app.route.ViewState;
import com.cdhdashboard.core.ingest.LoadedData;
import com.cdhdashboard.core.period.Period;
import com.cdhdashboard.core.period.Preset;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The control of the period: presets as links, and the two ends as fields of the form.
 *
 * @param title of what is chosen, such as {@code Last 28 days}
 * @param days which these are
 * @param preset what the address says; empty where it says days, or none
 * @param field the name of the fields of the ends, before their ending
 * @param notes what is to be said of the days beside their fields, as the open control covers what the page says
 */
public record PeriodView(
        String title, String days, String preset, List<Choice> choices, String field, Ends ends, List<String> notes) {
    private static final String ALL = "All days";

    /** A preset with its days. */
    public record Choice(String title, String days, String url, boolean current) {}

    /** The ends that were said, and the first and last day of the data; empty where there is none. */
    public record Ends(String from, String to, String least, String greatest) {}

    public PeriodView {
        choices = List.copyOf(choices);
        notes = List.copyOf(notes);
    }

    /** Empty where the data have no days. */
    static Optional<PeriodView> of(ViewState state, LoadedData loaded, Function<ViewState, String> url) {
        if (loaded.from().isEmpty() || loaded.to().isEmpty()) {
            return Optional.empty();
        }
        LocalDate first = loaded.from().get();
        LocalDate last = loaded.to().get();
        Period all = new Period(Optional.of(first), Optional.of(last));
        Optional<Period> chosen = Period.in(state.filters());
        Optional<Preset> preset = state.preset();
        return Optional.of(new PeriodView(
                preset.map(Preset::title).or(() -> chosen.map(Period::text)).orElse(ALL),
                chosen.orElse(all).text(),
                preset.map(Preset::key).orElse(""),
                choices(state, all, last, url),
                Urls.filterName(Period.DAY),
                new Ends(
                        end(preset, chosen.flatMap(Period::from)),
                        end(preset, chosen.flatMap(Period::to)),
                        first.toString(),
                        last.toString()),
                Stream.concat(
                                Period.turned(state.filters()).stream(),
                                Period.partly(state.filters(), List.of(first, last)).stream())
                        .toList()));
    }

    private static String end(Optional<Preset> preset, Optional<LocalDate> end) {
        return preset.isPresent() ? "" : end.map(LocalDate::toString).orElse("");
    }

    private static List<Choice> choices(ViewState state, Period all, LocalDate last, Function<ViewState, String> url) {
        List<Choice> choices = new ArrayList<>();
        for (Preset preset : Preset.values()) {
            choices.add(new Choice(
                    preset.title(),
                    preset.upTo(last).text(),
                    url.apply(state.withPreset(Optional.of(preset))),
                    state.preset().filter(preset::equals).isPresent()));
        }
        boolean none = state.preset().isEmpty() && Period.in(state.filters()).isEmpty();
        choices.add(new Choice(ALL, all.text(), url.apply(state.withPreset(Optional.empty())), none));
        return choices;
    }
}
