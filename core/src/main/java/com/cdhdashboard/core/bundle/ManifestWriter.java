package com.cdhdashboard.core.bundle;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes a manifest as JSON; the same manifest gives the same text. */
public final class ManifestWriter {
    private static final ObjectMapper MAPPER = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private ManifestWriter() {}

    public static String write(Manifest manifest) {
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("format", Manifest.FORMAT);
        root.put("version", Manifest.VERSION);
        root.put("program", manifest.program());
        root.put("data_version", manifest.dataVersion());
        manifest.configuration().ifPresent(member -> root.put("configuration", member(member)));
        root.put(
                "sources",
                manifest.sources().stream().map(ManifestWriter::source).toList());
        manifest.rows().ifPresent(rows -> root.put("rows", rows));
        root.put("late_outcomes", "not matched");
        root.put("open_days", ranges(manifest.openDays()));
        root.put("notes", manifest.notes());
        root.put(
                "metrics", manifest.metrics().stream().map(ManifestWriter::cube).toList());
        root.put(
                "customers",
                manifest.customers().stream().map(ManifestWriter::customers).toList());
        doubts(root, manifest.doubts());
        try {
            return MAPPER.writeValueAsString(root) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("maps of texts and numbers can be written", e);
        }
    }

    private static Map<String, Object> member(Manifest.Member member) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("member", member.name());
        object.put("sha256", member.sha256());
        object.put("bytes", member.bytes());
        return object;
    }

    private static Map<String, Object> source(Manifest.Source source) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("name", source.name());
        object.put("days", ranges(source.days()));
        object.put("purchases", ranges(source.purchases()));
        return object;
    }

    private static List<List<String>> ranges(List<DayRange> ranges) {
        return ranges.stream()
                .map(range -> List.of(range.first().toString(), range.last().toString()))
                .toList();
    }

    private static Map<String, Object> table(Manifest.TableFile table) {
        Map<String, Object> object = member(table.member());
        object.put("rows", table.rows());
        object.put(
                "columns", table.columns().stream().map(ManifestWriter::column).toList());
        return object;
    }

    private static Map<String, Object> column(BundleColumn column) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("name", column.name());
        object.put("type", lower(column.type()));
        object.put("role", lower(column.role()));
        object.put("meaning", column.meaning());
        return object;
    }

    private static Map<String, Object> definition(Definition definition) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("metric", definition.metric());
        object.put("family", lower(definition.family()));
        object.put("definition", definition.parts());
        return object;
    }

    private static Map<String, Object> cube(Manifest.Cube cube) {
        Map<String, Object> object = definition(cube.definition());
        object.put("cells", table(cube.cells()));
        object.put(
                "summaries",
                cube.summaries().stream().map(ManifestWriter::summary).toList());
        object.put("notes", cube.notes());
        return object;
    }

    private static Map<String, Object> summary(Manifest.SummaryTable summary) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("kind", lower(summary.summary().kind()));
        object.put("column", summary.summary().column());
        object.put("averaged", summary.summary().averaged());
        summary.table().ifPresent(table -> object.put("table", table(table)));
        return object;
    }

    private static Map<String, Object> customers(Manifest.Customers customers) {
        Map<String, Object> object = definition(customers.definition());
        object.put("purchases", table(customers.purchases()));
        return object;
    }

    private static void doubts(Map<String, Object> root, Manifest.Doubts doubts) {
        root.put(
                "days_counted_twice",
                doubts.daysCountedTwice().stream().map(String::valueOf).toList());
        root.put(
                "uncounted_outcomes",
                doubts.uncountedOutcomes().stream()
                        .map(one -> {
                            Map<String, Object> object = new LinkedHashMap<>();
                            one.outcome().ifPresent(outcome -> object.put("outcome", outcome));
                            one.channel().ifPresent(channel -> object.put("channel", channel));
                            object.put("rows", one.rows());
                            return object;
                        })
                        .toList());
        root.put(
                "shared_subjects",
                doubts.sharedSubjects().stream()
                        .map(one -> {
                            Map<String, Object> object = new LinkedHashMap<>();
                            object.put("metric", one.metric());
                            object.put("experiment", one.experiment());
                            object.put("shared", one.shared());
                            object.put("subjects", one.subjects());
                            return object;
                        })
                        .toList());
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
