package com.cdhdashboard.app.view;

import com.cdhdashboard.app.route.Section;
import com.cdhdashboard.app.route.Urls;
import com.cdhdashboard.app.route.ViewState;
import com.cdhdashboard.core.config.ReportConfig;
import com.cdhdashboard.core.report.KpiCard;
import com.cdhdashboard.core.report.KpiCard.Subject;
import com.cdhdashboard.core.report.ReportEntry;
import com.cdhdashboard.core.snapshot.Snapshot;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** A card and where it leads. */
public record CardView(KpiCard card, Optional<String> url) {
    /** Those that lead nowhere. */
    public static List<CardView> plain(List<KpiCard> cards) {
        return cards.stream().map(card -> new CardView(card, Optional.empty())).toList();
    }

    /** Those of the dashboard lead to reports. */
    public static List<CardView> ofDashboard(List<KpiCard> cards, Snapshot now, ViewState state) {
        return cards.stream()
                .map(card -> new CardView(card, card.subject().map(subject -> report(subject, now, state))))
                .toList();
    }

    /** Those of a report narrow it to what they stand for. */
    public static List<CardView> ofReport(List<KpiCard> cards, ViewState state, Function<ViewState, String> page) {
        return cards.stream()
                .map(card -> new CardView(
                        card,
                        card.subject()
                                .map(Subject::only)
                                .filter(only -> !only.isEmpty())
                                .map(only -> page.apply(state.withFilters(only)))))
                .toList();
    }

    /** The configured report that shows most of it, or one made for it; with filters and period of the page. */
    public static String report(Subject subject, Snapshot now, ViewState state) {
        return Section.REPORTS.entries(now.reports()).stream()
                .filter(entry -> entry.metric().equals(subject.metric())
                        && entry.reason().isEmpty())
                .filter(entry -> shows(entry, subject, now))
                .min(Comparator.comparing(entry ->
                        !config(entry, now).map(ReportConfig::type).orElse("").equals("line")))
                .map(entry -> Urls.report(Section.REPORTS, entry.key(), state.filtersOnly()))
                .orElseGet(() -> question(subject, state));
    }

    private static boolean shows(ReportEntry entry, Subject subject, Snapshot now) {
        return config(entry, now)
                .filter(report -> subject.shown().isEmpty()
                        || report.type().equals(subject.shown())
                        || report.settings().containsValue(subject.shown()))
                .isPresent();
    }

    private static Optional<ReportConfig> config(ReportEntry entry, Snapshot now) {
        return now.configuration().report(entry.key());
    }

    private static String question(Subject subject, ViewState state) {
        Map<String, String> choices = new LinkedHashMap<>();
        choices.put("metric", subject.metric());
        if (!subject.shown().isEmpty()) {
            choices.put("scores", subject.shown());
        }
        return Urls.question(state.filtersOnly().withChoices(choices));
    }
}
