package com.cdhdashboard.assistant.question;

import com.cdhdashboard.core.config.Family;
import com.cdhdashboard.core.error.DidYouMean;
import com.cdhdashboard.core.error.UserException;
import com.cdhdashboard.core.metric.Metric;
import com.cdhdashboard.core.metric.score.DescriptiveScores;
import com.cdhdashboard.core.metric.score.Score;
import com.cdhdashboard.core.report.explanation.RowNumbers;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds scores by the names that questions give them, and those that have to be read with them. */
public final class ScoreNames {
    private static final String COUNT = "Count";

    private ScoreNames() {}

    /**
     * The scores asked, by their full names.
     *
     * @param metric on the property that is asked about
     * @param asked names of scores; of a described column also without the name of the column
     * @throws UserException where one of them is no score
     */
    static List<String> of(Metric metric, List<String> asked) {
        return asked.isEmpty()
                ? usual(metric)
                : asked.stream().map(name -> one(metric, name)).distinct().toList();
    }

    private static String one(Metric metric, String name) {
        return find(metric, name)
                .orElseThrow(() -> new UserException(
                        DidYouMean.refusal("score of metric \"" + metric.name() + "\"", name, metric.scoreNames())));
    }

    private static Optional<String> find(Metric metric, String name) {
        List<String> known = metric.scoreNames();
        boolean described =
                metric.family() == Family.DESCRIPTIVE && metric.properties().size() > 0;
        Stream<String> names = described
                ? Stream.concat(
                        Stream.of(name),
                        metric.properties().stream().map(column -> DescriptiveScores.name(column, name)))
                : Stream.of(name);
        return names.filter(known::contains).findFirst();
    }

    /** Those that the configuration offers, or else all that are numbers. */
    private static List<String> usual(Metric metric) {
        List<String> offered = metric.config().common().scores().stream()
                .flatMap(name -> find(metric, name).stream())
                .distinct()
                .toList();
        return offered.isEmpty()
                ? metric.scores().stream()
                        .filter(score -> score.format().isNumber())
                        .map(Score::name)
                        .toList()
                : offered;
    }

    /** With the ends of their intervals, p-values and the number of observations, in the order of the metric. */
    static List<String> withCompanions(Metric metric, List<String> scores) {
        Set<String> wanted = new LinkedHashSet<>(scores);
        for (String score : scores) {
            RowNumbers.beside(score).forEach(wanted::add);
            wanted.add(countOf(score));
            wanted.addAll(
                    List.of(score + "_P_Val", score.replace("_stat", "_p_val"), score.replace("_score", "_p_val")));
        }
        wanted.add(COUNT);
        List<String> all = new ArrayList<>(metric.scoreNames());
        all.retainAll(wanted);
        return List.copyOf(all);
    }

    /** The score that says of how many rows another is made, as a described column has one of its own. */
    public static String countOf(String score) {
        for (String name : DescriptiveScores.names()) {
            if (score.endsWith("_" + name) && score.length() > name.length() + 1) {
                return DescriptiveScores.name(score.substring(0, score.length() - name.length() - 1), COUNT);
            }
        }
        return COUNT;
    }
}
