package com.cdhdashboard.app.view;

import com.cdhdashboard.app.route.Urls;
import com.cdhdashboard.app.route.ViewState;
import com.cdhdashboard.core.cube.Filter;
import com.cdhdashboard.core.ingest.LoadedData;
import com.cdhdashboard.core.period.ComparedWith;
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
 * @param compare what the period can be compared with
 * @param notes what is to be said of the days beside their fields, as the open control covers what the page says
 */
public record PeriodView(
        String title,
        String days,
        String preset,
        List<Choice> choices,
        String field,
        Ends ends,
        Compare compare,
        List<String> notes) {
    private static final String ALL = "All days";

    /** A preset with its days. */
    public record Choice(String title, String days, String url, boolean current) {}

    /** The ends that were said, and the first and last day of the data; empty where there is none. */
    public record Ends(String from, String to, String least, String greatest) {}

    /**
     * What a period can be compared with.
     *
     * @param choices nothing, and the period before; empty for all days
     * @param said what the address says in place of days
     * @param from the first of days that are said; {@code to} the last
     */
    public record Compare(List<Choice> choices, String said, String from, String to) {
        public Compare {
            choices = List.copyOf(choices);
        }

        static Compare of(ViewState state, Function<ViewState, String> url) {
            Optional<ComparedWith> with = state.comparedWith();
            List<Choice> choices = new ArrayList<>();
            ViewState previous = state.withComparedWith(Optional.of(ComparedWith.PREVIOUS));
            previous.compared().ifPresent(periods -> {
                choices.add(
                        new Choice("Nothing", "", url.apply(state.withComparedWith(Optional.empty())), with.isEmpty()));
                choices.add(new Choice(
                        "The period before",
                        periods.other().text(),
                        url.apply(previous),
                        with.filter(ComparedWith::isPrevious).isPresent()));
            });
            return new Compare(
                    choices,
                    with.filter(ComparedWith::isPrevious).isPresent() ? ViewState.PREVIOUS : "",
                    end(
                            with.flatMap(ComparedWith::from),
                            state.compared().flatMap(both -> both.other().from())),
                    end(
                            with.flatMap(ComparedWith::to),
                            state.compared().flatMap(both -> both.other().to())));
        }

        private static String end(Optional<LocalDate> said, Optional<LocalDate> taken) {
            return said.flatMap(day -> taken.or(() -> said))
                    .map(LocalDate::toString)
                    .orElse("");
        }
    }

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
                Compare.of(state, url),
                notes(state, List.of(first, last))));
    }

    private static List<String> notes(ViewState state, List<LocalDate> ends) {
        Optional<Filter> other = state.compared().map(periods -> periods.other().filter());
        Stream<String> days = Stream.of(
                        Period.turned(state.filters()),
                        Period.partly(state.filters(), ends),
                        other.flatMap(filter -> Period.partly(List.of(filter), ends)))
                .flatMap(Optional::stream);
        return Stream.concat(days, state.comparisonNotes().stream()).toList();
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
