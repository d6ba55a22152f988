package com.cdhdashboard.core.report.configured;

import static java.util.Objects.requireNonNull;

import com.cdhdashboard.core.config.Configuration;
import com.cdhdashboard.core.config.MetricConfig;
import com.cdhdashboard.core.config.ReportConfig;
import com.cdhdashboard.core.config.edit.TomlText;
import com.cdhdashboard.core.cube.Filter;
import com.cdhdashboard.core.cube.notation.FilterNotation;
import com.cdhdashboard.core.cube.notation.QuotedList;
import com.cdhdashboard.core.error.Problem;
import com.cdhdashboard.core.error.Severity;
import com.cdhdashboard.core.error.UserException;
import com.cdhdashboard.core.report.ReportEntry;
import com.cdhdashboard.core.report.ReportRequest;
import com.cdhdashboard.core.report.definition.Capability;
import com.cdhdashboard.core.report.definition.FieldCatalogue;
import com.cdhdashboard.core.report.definition.Key;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.stream.Collectors;

/**
 * A report that is not in the configuration, made of a question: a metric, and what is to be seen of it. It is checked by the
 * same table as configured reports and drawn by the same pipeline; its address says all of it.
 *
 * @param report with everything that its type needs
 * @param filters on dimensions, those of an address
 * @param notes what was asked for and is not drawn
 */
public record AdHocReport(Configuration configuration, ReportConfig report, List<Filter> filters, List<String> notes) {
    /** Where pages show such a report, with its parameters behind it. */
    public static final String PATH = "/question";

    /** Before the dimension in the name of a parameter that filters. */
    public static final String FILTER = "filter.";

    static final String KEY = "question";
    static final String METRIC = "metric";
    static final String TYPE = "type";
    static final String GROUP_BY = "group_by";
    private static final String TABLE = "reports." + KEY + ".";

    public AdHocReport {
        requireNonNull(configuration, "configuration");
        requireNonNull(report, "report");
        filters = List.copyOf(filters);
        notes = List.copyOf(notes);
    }

    /**
     * The report of these keys. What is not said is filled in: a type that suits metric and groups, axes of the groups, and
     * scores.
     *
     * @param keys {@code metric}, maybe {@code type}, {@code group_by} and {@code scores}, and any key that the type reads,
     *     with values as a configuration says them, or as texts
     * @throws UserException where metric or type are unknown, or the type does not read a key: what is allowed
     */
    public static AdHocReport of(Configuration configuration, Map<String, Object> keys, List<Filter> filters) {
        return new AdHocReading(configuration, keys).report(filters);
    }

    /**
     * The report of the parameters of an address. A list is said by repeating its parameter, or in one that separates by
     * commas; targets of gauges as {@code reference.Web=0.05}.
     *
     * @param parameters decoded; without filters, and without those that say how a page is shown
     * @throws UserException as {@link #of}, and where one that has one value has several
     */
    public static AdHocReport parse(
            Configuration configuration, Map<String, List<String>> parameters, List<Filter> filters) {
        return of(configuration, AdHocParameters.keys(parameters), filters);
    }

    /** Everything that is wrong with it, by the key where it is. */
    public List<Problem> problems() {
        MetricConfig metric = metric();
        ReportConfig filtered = new ReportConfig(
                report.key(),
                report.metric(),
                report.type(),
                report.description(),
                report.groupBy(),
                filters,
                report.settings(),
                Map.of());
        return ReportKinds.check(filtered, metric, configuration.globalFilters()).stream()
                .filter(problem -> problem.severity() == Severity.ERROR)
                .toList();
    }

    private MetricConfig metric() {
        return configuration.metric(report.metric()).orElseThrow();
    }

    /**
     * The same, of which is known that it can be drawn.
     *
     * @throws UserException with all that is wrong and what is allowed
     */
    public AdHocReport checked() {
        List<Problem> problems = problems();
        if (problems.isEmpty()) {
            return this;
        }
        throw new UserException(problems.stream().map(AdHocReport::words).collect(Collectors.joining(" ")));
    }

    /** A problem without the table that such a report does not have. */
    static String words(Problem problem) {
        String path = problem.path();
        return (path.startsWith(TABLE) ? path.substring(TABLE.length()) : path) + ": " + problem.message();
    }

    /** How it is drawn. What is wrong counts as chosen by its reader, so that it can be chosen otherwise. */
    public ReportRequest request() {
        FieldCatalogue fields = FieldCatalogue.of(metric(), configuration.globalFilters());
        Capability row =
                ReportKinds.table().find(fields.family(), report.type()).orElseThrow();
        boolean sound = ReportKinds.check(report, metric(), configuration.globalFilters()).stream()
                .noneMatch(problem -> problem.severity() == Severity.ERROR);
        return sound
                ? ReportRequest.unconfigured(report, Map.of(), filters)
                : ReportRequest.unconfigured(report.with(plain(row)), chosen(row), filters);
    }

    private Map<String, Object> plain(Capability row) {
        Map<String, Object> settings = new LinkedHashMap<>(report.settings());
        chosen(row).keySet().forEach(settings::remove);
        settings.putAll(new ReportDefaults(configuration, report.metric()).missing(report.type(), settings));
        settings.remove(GROUP_BY);
        return settings;
    }

    private Map<String, String> chosen(Capability row) {
        Map<String, String> choices = new LinkedHashMap<>();
        row.keys().stream()
                .filter(Key::hasControl)
                .forEach(key -> Optional.ofNullable(report.settings().get(key.name()))
                        .ifPresent(value -> choices.put(key.name(), String.valueOf(value))));
        return choices;
    }

    /** As menus and tables take it. */
    public ReportEntry entry() {
        return ReportEntry.of(report, Optional.empty());
    }

    /** What {@link #parse} reads back, but for the filters. */
    public Map<String, String> parameters() {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put(METRIC, report.metric());
        parameters.put(TYPE, report.type());
        if (!report.groupBy().isEmpty()) {
            parameters.put(GROUP_BY, list(report.groupBy()));
        }
        report.settings().forEach((name, value) -> {
            if (value instanceof Map<?, ?> table) {
                table.forEach((cell, number) -> parameters.put(name + "." + cell, String.valueOf(number)));
            } else {
                parameters.put(name, value instanceof List<?> texts ? list(texts) : String.valueOf(value));
            }
        });
        return parameters;
    }

    private static String list(List<?> texts) {
        return texts.stream().map(String::valueOf).map(QuotedList::quoted).collect(Collectors.joining(","));
    }

    /** Path and query of the page that shows it. */
    public String address() {
        StringJoiner query = new StringJoiner("&", PATH + "?", "");
        parameters().forEach((name, value) -> query.add(encoded(name) + "=" + encoded(value)));
        filters.forEach(filter -> FilterNotation.named(filter)
                .forEach(part -> query.add(encoded(FILTER + part.name()) + "=" + encoded(part.value()))));
        return query.toString();
    }

    private static String encoded(String part) {
        return URLEncoder.encode(part, StandardCharsets.UTF_8);
    }

    /** A text with this report as another one of that name, which must be free. */
    public TomlText writeTo(TomlText text, String name) {
        Map<String, Object> keys = new LinkedHashMap<>();
        Map<String, Object> tables = new LinkedHashMap<>();
        keys.put(METRIC, report.metric());
        keys.put(TYPE, report.type());
        keys.put("description", report.description());
        if (!report.groupBy().isEmpty()) {
            keys.put(GROUP_BY, report.groupBy());
        }
        report.settings().forEach((key, value) -> (value instanceof Map ? tables : keys).put(key, value));
        keys.values().removeIf(""::equals);
        List<String> texts = filters.stream()
                .flatMap(filter -> FilterNotation.texts(filter).stream())
                .toList();
        if (!texts.isEmpty()) {
            keys.put("filters", texts);
        }
        TomlText written = text.set(List.of("reports", name), keys);
        for (Map.Entry<String, Object> table : tables.entrySet()) {
            written = written.set(List.of("reports", name, table.getKey()), table.getValue());
        }
        return written;
    }
}
