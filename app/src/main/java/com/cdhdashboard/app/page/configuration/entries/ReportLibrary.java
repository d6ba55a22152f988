package com.cdhdashboard.app.page.configuration.entries;

import com.cdhdashboard.app.page.configuration.form.FieldPath;
import com.cdhdashboard.app.page.configuration.form.FormSection;
import com.cdhdashboard.core.config.ReportConfig;
import com.cdhdashboard.core.config.edit.TomlText;
import com.cdhdashboard.core.error.Problem;
import com.cdhdashboard.core.report.ReportEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * The reports of a configuration in their order, and the one that is built.
 *
 * @param metrics that a new report can show
 * @param suggestions names to complete what is typed, by the id of their list
 */
public record ReportLibrary(
        List<Entry> entries, Optional<Built> built, List<String> metrics, Map<String, List<String>> suggestions) {
    private static final String REPORTS = "reports";

    public ReportLibrary {
        entries = List.copyOf(entries);
        metrics = List.copyOf(metrics);
    }

    /**
     * A report of the library.
     *
     * @param path as the browser sends it back
     * @param found what a search looks through
     */
    public record Entry(
            String name,
            String path,
            String title,
            String tag,
            String metric,
            String type,
            String found,
            Counted problems,
            String url,
            boolean chosen) {}

    /**
     * The report that is built.
     *
     * @param toml its part of the text
     * @param previewUrl where it comes drawn from
     */
    public record Built(String name, String path, String copyName, FormSection form, String toml, String previewUrl) {}

    /** All reports of a text. */
    public static List<Entry> entries(TomlText text, List<Problem> problems, UnaryOperator<String> url, String chosen) {
        List<Entry> entries = new ArrayList<>();
        for (String key : names(text)) {
            Function<String, String> value = name ->
                    text.value(List.of(REPORTS, key, name)).map(String::valueOf).orElse("");
            ReportEntry entry = ReportEntry.of(
                    new ReportConfig(
                            key,
                            value.apply("metric"),
                            value.apply("type"),
                            value.apply("description"),
                            List.of(),
                            List.of(),
                            Map.of(),
                            Map.of()),
                    Optional.empty());
            FieldPath path = FieldPath.of(REPORTS, key);
            entries.add(new Entry(
                    key,
                    path.json(),
                    entry.title(),
                    entry.tag().orElse(""),
                    entry.metric(),
                    value.apply("type"),
                    key + " " + value.apply("description"),
                    Counted.of(path, problems),
                    url.apply(key),
                    key.equals(chosen)));
        }
        return entries;
    }

    /** The names of the tables that are reports, in their order. */
    public static List<String> names(TomlText text) {
        return text.keys(List.of(REPORTS)).stream()
                .filter(key -> text.value(List.of(REPORTS, key))
                        .filter(Map.class::isInstance)
                        .isPresent())
                .toList();
    }

    public List<String> tags() {
        return distinct(Entry::tag);
    }

    public List<String> shownMetrics() {
        return distinct(Entry::metric);
    }

    public List<String> types() {
        return distinct(Entry::type);
    }

    private List<String> distinct(Function<Entry, String> of) {
        return entries.stream()
                .map(of)
                .filter(text -> !text.isEmpty())
                .distinct()
                .sorted()
                .toList();
    }
}
