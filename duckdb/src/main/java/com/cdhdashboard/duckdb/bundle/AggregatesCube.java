package com.cdhdashboard.duckdb.bundle;

import com.cdhdashboard.core.aggregates.AggregateTable;
import com.cdhdashboard.core.bundle.BundleColumn;
import com.cdhdashboard.core.bundle.ColumnMeaning;
import com.cdhdashboard.core.bundle.Definition;
import com.cdhdashboard.core.bundle.Manifest;
import com.cdhdashboard.core.config.MetricConfig;
import com.cdhdashboard.core.cube.Column;
import com.cdhdashboard.core.cube.Summary;
import com.cdhdashboard.core.cube.ValueType;
import com.cdhdashboard.core.error.UserException;
import com.cdhdashboard.core.metric.ConversionMetric;
import com.cdhdashboard.core.metric.DescriptiveMetric;
import com.cdhdashboard.core.metric.EngagementMetric;
import com.cdhdashboard.core.metric.Metric;
import com.cdhdashboard.core.metric.ModelScoresMetric;
import com.cdhdashboard.core.metric.arm.LooseName;
import com.cdhdashboard.core.metric.score.Responses;
import com.cdhdashboard.duckdb.Session;
import com.cdhdashboard.duckdb.Sql;
import com.cdhdashboard.duckdb.imports.row.ArmSql;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Makes cells and summaries of the program of one table of aggregates. */
final class AggregatesCube {
    private static final String POSITIVE_DIGEST = "tdigest_positives";
    private static final String NEGATIVE_DIGEST = "tdigest_negatives";
    private static final Map<String, List<String>> DIGESTS = Map.of(
            ModelScoresMetric.PROPENSITY, List.of(POSITIVE_DIGEST, NEGATIVE_DIGEST),
            ModelScoresMetric.FINAL_PROPENSITY, List.of("tdigest_finalprop_positives", "tdigest_finalprop_negatives"));

    private final Session session;
    private final ParquetFiles files;
    private final AggregateTable table;
    private final Metric metric;
    private final Map<String, String> measures = new LinkedHashMap<>();
    private final List<Summary> summaries = new ArrayList<>();

    AggregatesCube(Session session, ParquetFiles files, AggregateTable table, Metric metric) {
        this.session = session;
        this.files = files;
        this.table = table;
        this.metric = metric;
    }

    /** @param folder where rows may be put aside */
    Manifest.Cube write(Definition definition, Path folder) {
        new AggregatesRows(session, table).load(folder);
        choose();
        Manifest.TableFile cells = cells();
        List<Manifest.SummaryTable> tables = new ArrayList<>();
        for (Summary summary : summaries) {
            Optional<Manifest.TableFile> file = summary.kind() == Summary.Kind.MOMENTS
                    ? Optional.empty()
                    : Optional.of(files.write(
                            "summaries",
                            metric.name() + ":" + summary.name(),
                            ColumnMeaning.ofTable(summary),
                            rows(summary)));
            tables.add(new Manifest.SummaryTable(summary, file));
        }
        return new Manifest.Cube(definition, cells, tables, AggregatesNotes.of(metric.family()));
    }

    /** The measures as SQL over the columns of the file, and the summaries that can be made. */
    private void choose() {
        switch (metric.family()) {
            case ENGAGEMENT -> {
                responses();
                arms(((EngagementMetric) metric).config());
            }
            case CONVERSION -> {
                responses();
                measures.put(ConversionMetric.REVENUE, given(ConversionMetric.REVENUE, "DOUBLE"));
                measures.put(ConversionMetric.CONVERSIONS, given(Responses.POSITIVES, "DOUBLE"));
            }
            case EXPERIMENT -> responses();
            case MODEL_ML_SCORES -> scores();
            case DESCRIPTIVE -> described((DescriptiveMetric) metric);
            case CLV ->
                throw new UserException("metric " + metric.name() + " is of customers; import product holdings");
        }
    }

    private void responses() {
        measures.put(Responses.POSITIVES, given(Responses.POSITIVES, "BIGINT"));
        measures.put(Responses.NEGATIVES, given(Responses.NEGATIVES, "BIGINT"));
    }

    private String given(String column, String type) {
        if (table.column(column).isEmpty()) {
            throw new UserException("metric " + metric.name() + " of the file has no column \"" + column
                    + "\"; use the configuration that the file was made with");
        }
        return "CAST(coalesce(" + Sql.name(column) + ", 0) AS " + type + ")";
    }

    private void arms(MetricConfig.Engagement config) {
        String arm = "CAST(" + Sql.name(EngagementMetric.ARM_COLUMN) + " AS VARCHAR)";
        String control = ArmSql.key(arm) + " = " + Sql.text(LooseName.key(config.controlGroup()));
        String test = "coalesce(" + ArmSql.trimmed(arm) + ", '') <> '' AND NOT " + control;
        measures.put(EngagementMetric.TEST_POSITIVES, where(test, Responses.POSITIVES));
        measures.put(EngagementMetric.TEST_NEGATIVES, where(test, Responses.NEGATIVES));
        measures.put(EngagementMetric.CONTROL_POSITIVES, where(control, Responses.POSITIVES));
        measures.put(EngagementMetric.CONTROL_NEGATIVES, where(control, Responses.NEGATIVES));
    }

    private String where(String condition, String column) {
        return "CASE WHEN " + condition + " THEN " + given(column, "BIGINT") + " ELSE 0 END";
    }

    private void scores() {
        if (table.column(POSITIVE_DIGEST).isEmpty()
                || table.column(NEGATIVE_DIGEST).isEmpty()) {
            throw new UserException(
                    "metric " + metric.name() + " of the file has no t-digests, so its positives are not known;"
                            + " save it with use_t_digest, or leave the metric out of the configuration");
        }
        measures.put(Responses.POSITIVES, inDigests(POSITIVE_DIGEST));
        measures.put(Responses.NEGATIVES, inDigests(NEGATIVE_DIGEST));
        for (Summary summary : metric.summaries()) {
            if (summary.kind() == Summary.Kind.SCORES
                    && !summary.averaged()
                    && DIGESTS.getOrDefault(summary.column(), List.of("")).stream()
                            .allMatch(digest -> table.column(digest).isPresent())) {
                summaries.add(summary);
            }
        }
    }

    private static String inDigests(String column) {
        return "CAST(coalesce((SELECT sum(d.n) FROM digests d WHERE d.name = " + Sql.text(column)
                + " AND d.cell = given.\"row:\"), 0) AS BIGINT)";
    }

    private void described(DescriptiveMetric descriptive) {
        List<String> counts = new ArrayList<>();
        for (Column measure : descriptive.measures()) {
            if (!measure.name().equals(DescriptiveMetric.ROWS)
                    && table.column(measure.name()).isPresent()) {
                counts.add(given(measure.name(), "BIGINT"));
                measures.put(measure.name(), given(measure.name(), "BIGINT"));
            }
        }
        measures.put(DescriptiveMetric.ROWS, "greatest(0, " + String.join(", ", counts) + ")");
        for (Summary summary : descriptive.summaries()) {
            boolean possible = summary.kind() == Summary.Kind.MOMENTS
                    ? table.column(summary.column() + "_Mean").isPresent()
                    : !summary.averaged()
                            && table.column(summary.column() + "_tdigest").isPresent();
            if (possible) {
                summaries.add(summary);
            }
        }
    }

    private Manifest.TableFile cells() {
        List<BundleColumn> columns = new ArrayList<>();
        List<String> selected = new ArrayList<>();
        if (!summaries.isEmpty()) {
            columns.add(ColumnMeaning.cell());
            selected.add("CAST(\"row:\" AS INTEGER) AS " + Sql.name(BundleColumn.CELL));
        }
        for (String name : metric.grain()) {
            ValueType type = table.column(name)
                    .flatMap(AggregateTable.Column::type)
                    .orElseThrow(() -> new UserException("metric " + metric.name() + " of the file is not grouped by \""
                            + name + "\"; use the configuration that the file was made with"));
            columns.add(ColumnMeaning.dimension(Column.dimension(name, type)));
            selected.add(Sql.name(name));
        }
        for (Column measure : metric.measures()) {
            if (measures.containsKey(measure.name())) {
                columns.add(ColumnMeaning.measure(measure));
                selected.add(measures.get(measure.name()) + " AS " + Sql.name(measure.name()));
            }
        }
        for (Summary summary : summaries) {
            if (summary instanceof Summary.Moments moments) {
                columns.addAll(ColumnMeaning.inCells(moments));
                selected.add(moments(moments));
            }
        }
        return files.write(
                "cells",
                metric.name(),
                columns,
                "SELECT " + String.join(", ", selected) + " FROM given ORDER BY \"row:\"");
    }

    /** The file has the variance in the place of the sum of squared deviations. */
    private String moments(Summary.Moments moments) {
        String of = moments.column();
        String count = given(of + "_Count", "BIGINT");
        return Map.of(
                        Summary.Moments.COUNT, count,
                        Summary.Moments.SUM, number(of, "Sum", count),
                        Summary.Moments.MEAN, number(of, "Mean", count),
                        Summary.Moments.SQUARES,
                                "CASE WHEN " + count + " > 1 THEN " + Sql.name(of + "_Var") + " * (" + count
                                        + " - 1) WHEN " + count + " = 1 THEN 0 END",
                        Summary.Moments.MIN, number(of, "Min", count),
                        Summary.Moments.MAX, number(of, "Max", count))
                .entrySet()
                .stream()
                .map(part -> part.getValue() + " AS " + Sql.name(moments.part(part.getKey())))
                .collect(Collectors.joining(", "));
    }

    private static String number(String column, String score, String count) {
        return "CASE WHEN " + count + " > 0 THEN CAST(" + Sql.name(column + "_" + score) + " AS DOUBLE) END";
    }

    private String rows(Summary summary) {
        if (summary.kind() == Summary.Kind.QUANTILES) {
            return "SELECT CAST(cell AS INTEGER) AS cell, value, CAST(sum(n) AS DOUBLE) AS n FROM digests WHERE name = "
                    + Sql.text(summary.column() + "_tdigest") + " GROUP BY cell, value ORDER BY cell, value";
        }
        List<String> digests = DIGESTS.getOrDefault(summary.column(), List.of());
        return "SELECT CAST(cell AS INTEGER) AS cell, value AS score, CAST(coalesce(sum(n) FILTER (name = "
                + Sql.text(digests.get(0)) + "), 0) AS BIGINT) AS positives, CAST(coalesce(sum(n) FILTER (name = "
                + Sql.text(digests.get(1)) + "), 0) AS BIGINT) AS negatives FROM digests WHERE name IN ("
                + digests.stream().map(Sql::text).collect(Collectors.joining(", "))
                + ") GROUP BY cell, value ORDER BY cell, value";
    }
}
