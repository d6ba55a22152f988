package com.cdhdashboard.assistant.question;

import com.cdhdashboard.core.config.Family;
import com.cdhdashboard.core.cube.Filter;
import com.cdhdashboard.core.cube.notation.FilterNotation;
import com.cdhdashboard.core.error.UserException;
import com.cdhdashboard.core.figure.Format;
import com.cdhdashboard.core.metric.Metric;
import com.cdhdashboard.core.metric.score.DescriptiveScores;
import com.cdhdashboard.core.metric.score.Score;
import com.cdhdashboard.core.report.ReportEntry;
import com.cdhdashboard.core.report.configured.AdHocReport;
import com.cdhdashboard.core.snapshot.Snapshot;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The addresses of pages that show what a tool answered. */
public final class Addresses {
    /** Coarser times first: a total is best seen where there is least to add up. */
    private static final List<String> TIMES = List.of("Year", "Quarter", "Month", "Day");

    private static final List<String> SPLITS = List.of("x", "color", "facet_row", "facet_column");

    private Addresses() {}

    /** A report of the configuration, as it is asked for. */
    public static String report(ReportEntry entry, Map<String, String> choices, List<Filter> filters) {
        String section = entry.family() == Family.CLV ? "/clv/" : "/reports/";
        Query query = new Query();
        choices.forEach(query::add);
        return query.filters(filters).after(section + segments(entry.key()));
    }

    /** The customers of a metric. */
    public static String customers(String metric, List<Filter> filters) {
        return new Query().filters(filters).after("/customers/" + segments(metric));
    }

    /** The page whose chart and table have the numbers of a question, and empty where no kind of report shows them. */
    public static Optional<String> question(Snapshot now, MetricQuestion question) {
        Map<String, Object> keys = new LinkedHashMap<>();
        keys.put("metric", question.metric().name());
        keys.put("type", "line");
        if (question.metric().family() != Family.EXPERIMENT) {
            List<String> groups = groups(question);
            Optional<String> score = question.scores().stream()
                    .filter(name -> isNumber(question.metric(), name))
                    .findFirst();
            if (groups.isEmpty() || groups.size() > SPLITS.size() || score.isEmpty()) {
                return Optional.empty();
            }
            for (int i = 0; i < groups.size(); i++) {
                keys.put(SPLITS.get(i), groups.get(i));
            }
            keys.putAll(score(question, score.get()));
        }
        try {
            return Optional.of(AdHocReport.of(now.configuration(), keys, question.conditions())
                    .checked()
                    .address());
        } catch (UserException none) {
            return Optional.empty();
        }
    }

    private static boolean isNumber(Metric metric, String name) {
        return metric.scores().stream()
                .filter(score -> score.name().equals(name))
                .map(Score::format)
                .anyMatch(Format::isNumber);
    }

    private static Map<String, Object> score(MetricQuestion question, String score) {
        Metric metric = question.metric();
        Map<String, Object> keys = new LinkedHashMap<>();
        Optional<String> column = metric.properties().stream()
                .filter(property -> metric.family() == Family.DESCRIPTIVE && score.startsWith(property + "_"))
                .findFirst();
        if (column.isPresent()) {
            String plain = DescriptiveScores.names().stream()
                    .filter(name -> score.equals(DescriptiveScores.name(column.get(), name)))
                    .findFirst()
                    .orElse(score);
            keys.put("y", column.get());
            keys.put("score", plain);
        } else {
            keys.put("y", score);
            question.property().ifPresent(name -> keys.put("property", name));
        }
        return keys;
    }

    /** A total is shown by a dimension of which one value is asked for, or else by the coarsest time. */
    private static List<String> groups(MetricQuestion question) {
        if (!question.groupBy().isEmpty()) {
            return question.groupBy();
        }
        Optional<String> single = question.filters().stream()
                .filter(filter -> filter instanceof Filter.In in
                        && !in.negated()
                        && in.values().size() == 1)
                .map(Filter::dimension)
                .findFirst();
        return single.or(() -> TIMES.stream()
                        .filter(time -> question.schema().dimension(time).isPresent())
                        .findFirst())
                .map(List::of)
                .orElse(List.of());
    }

    /** A slash in a key stays one, as pages have it. */
    private static String segments(String key) {
        return Arrays.stream(key.split("/", -1))
                .map(part -> encode(part).replace("+", "%20"))
                .collect(Collectors.joining("/"));
    }

    private static String encode(String part) {
        return URLEncoder.encode(part, StandardCharsets.UTF_8);
    }

    private static final class Query {
        private final StringBuilder text = new StringBuilder();

        Query add(String name, String value) {
            text.append(text.length() == 0 ? '?' : '&')
                    .append(encode(name))
                    .append('=')
                    .append(encode(value));
            return this;
        }

        Query filters(List<Filter> filters) {
            for (Filter filter : filters) {
                FilterNotation.named(filter).forEach(part -> add("filter." + part.name(), part.value()));
            }
            return this;
        }

        String after(String path) {
            return path + text;
        }
    }
}
