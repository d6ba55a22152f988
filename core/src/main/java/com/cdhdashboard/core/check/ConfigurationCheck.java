package com.cdhdashboard.core.check;

import com.cdhdashboard.core.config.Configuration;
import com.cdhdashboard.core.config.Family;
import com.cdhdashboard.core.config.Holdings;
import com.cdhdashboard.core.config.LoadedConfiguration;
import com.cdhdashboard.core.config.MetricConfig;
import com.cdhdashboard.core.config.Preparation;
import com.cdhdashboard.core.config.ReportConfig;
import com.cdhdashboard.core.error.DidYouMean;
import com.cdhdashboard.core.error.Problem;
import com.cdhdashboard.core.error.Severity;
import com.cdhdashboard.core.expression.read.Expressions;
import com.cdhdashboard.core.report.configured.ReportKinds;
import com.cdhdashboard.core.schema.Schema;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Everything that can be said of a configuration without data. Metrics whose filter cannot be read are left out, and
 * with them their reports; reports that break a rule stay in the menu, where they say what is wrong with them.
 */
public final class ConfigurationCheck {
    private final LoadedConfiguration loaded;
    private final List<Problem> problems;

    private ConfigurationCheck(LoadedConfiguration loaded) {
        this.loaded = loaded;
        this.problems = new ArrayList<>(loaded.problems());
    }

    /** The configuration with all problems, those of reading it first found and first named. */
    public static LoadedConfiguration check(LoadedConfiguration loaded) {
        return new ConfigurationCheck(loaded).run();
    }

    private LoadedConfiguration run() {
        Configuration configuration = loaded.configuration();
        check("ih", configuration.interactionHistory().preparation());
        configuration.holdings().map(Holdings::preparation).ifPresent(holdings -> check("holdings", holdings));
        List<MetricConfig> metrics =
                configuration.metrics().stream().filter(this::filterCanBeRead).toList();
        configuration.metrics().forEach(this::checkScores);
        List<ReportConfig> reports = configuration.reports().stream()
                .filter(report ->
                        metrics.stream().anyMatch(metric -> metric.name().equals(report.metric())))
                .toList();
        for (ReportConfig report : reports) {
            configuration
                    .metric(report.metric())
                    .ifPresent(metric ->
                            problems.addAll(ReportKinds.check(report, metric, configuration.globalFilters())));
        }
        problems.sort(Comparator.comparingInt(ConfigurationCheck::line));
        return new LoadedConfiguration(with(configuration, metrics, reports), problems, loaded.text());
    }

    private static int line(Problem problem) {
        return problem.position().map(position -> position.line()).orElse(0);
    }

    private void check(String section, Preparation preparation) {
        preparation
                .filter()
                .ifPresent(text -> add(
                        section + ".extensions.filter", Expressions.filter(text).problems()));
        preparation
                .columns()
                .ifPresent(text -> add(
                        section + ".extensions.columns",
                        Expressions.columns(text).problems()));
    }

    private boolean filterCanBeRead(MetricConfig metric) {
        List<Problem> found = metric.common()
                .filter()
                .map(text -> Expressions.filter(text).problems())
                .orElse(List.of());
        add("metrics." + metric.name() + ".filter", found);
        return found.stream().noneMatch(problem -> problem.severity() == Severity.ERROR);
    }

    /** A score that the family does not have would be missing from menus without a word. */
    private void checkScores(MetricConfig metric) {
        Family family = Family.of(metric.name()).orElseThrow();
        List<String> known = Schema.scores(family);
        for (String score : metric.common().scores()) {
            String hint = DidYouMean.hint(score, known);
            if (!known.contains(score)) {
                problems.add(new Problem(
                        Severity.WARNING,
                        Optional.of(metric.common().position()),
                        "metrics." + metric.name() + ".scores",
                        "\"" + score + "\" is not a score of " + family.prefix() + " metrics and has no effect"
                                + (hint.isEmpty() ? "; there are " + String.join(", ", known) : hint)));
            }
        }
    }

    private void add(String path, List<Problem> found) {
        found.forEach(problem -> problems.add(new Problem(
                problem.severity(),
                problem.position(),
                problem.path().isEmpty() ? path : problem.path(),
                problem.message())));
    }

    private static Configuration with(
            Configuration configuration, List<MetricConfig> metrics, List<ReportConfig> reports) {
        return new Configuration(
                configuration.branding(),
                configuration.userInterface(),
                configuration.interactionHistory(),
                configuration.holdings(),
                configuration.globalFilters(),
                metrics,
                reports,
                configuration.variant(),
                configuration.chat(),
                configuration.assistant());
    }
}
