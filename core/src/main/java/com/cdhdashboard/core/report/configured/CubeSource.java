package com.cdhdashboard.core.report.configured;

import com.cdhdashboard.core.config.ReportConfig;
import com.cdhdashboard.core.cube.CalendarCubes;
import com.cdhdashboard.core.cube.Column;
import com.cdhdashboard.core.cube.ComparedCubes;
import com.cdhdashboard.core.cube.CubeReader;
import com.cdhdashboard.core.cube.CubeSchema;
import com.cdhdashboard.core.cube.Filter;
import com.cdhdashboard.core.cube.Table;
import com.cdhdashboard.core.cube.ValueCount;
import com.cdhdashboard.core.error.UserException;
import com.cdhdashboard.core.metric.Metric;
import com.cdhdashboard.core.period.ComparedPeriods;
import com.cdhdashboard.core.period.Period;
import com.cdhdashboard.core.report.RowsBehind;
import com.cdhdashboard.core.report.data.ReportData;
import com.cdhdashboard.core.report.data.ReportSource;
import com.cdhdashboard.core.report.data.ValueStyles;
import com.cdhdashboard.core.report.definition.Capability;
import com.cdhdashboard.core.report.definition.FieldCatalogue;
import java.util.List;
import java.util.Optional;

/**
 * The cube of a metric, as reports are drawn from it.
 *
 * @param compared the periods that are compared, where its data are by day or month
 */
record CubeSource(
        Metric of,
        CalendarCubes cubes,
        ValueStyles styles,
        List<String> globalFilters,
        Optional<ComparedPeriods> compared)
        implements ReportSource {
    CubeSource(Metric of, CalendarCubes cubes, ValueStyles styles, List<String> globalFilters) {
        this(of, cubes, styles, globalFilters, Optional.empty());
    }

    @Override
    public CubeSource comparing(ComparedPeriods periods) {
        return new CubeSource(of, cubes, styles, globalFilters, Optional.of(periods));
    }

    @Override
    public String metric() {
        return of.name();
    }

    private Optional<CubeSchema> schema() {
        return cubes.schema(metric());
    }

    @Override
    public FieldCatalogue fields(boolean ofData) {
        FieldCatalogue fields = FieldCatalogue.of(of.config(), globalFilters);
        return schema().filter(schema -> ofData).map(fields::withData).orElse(fields);
    }

    /** Without the steps of time that follow from the day, which nobody picks from a list. */
    @Override
    public Optional<List<Column>> dimensions() {
        return cubes.stored(metric()).map(CubeSchema::dimensions);
    }

    @Override
    public Optional<Column> dimension(String name) {
        return asked().schema(metric()).flatMap(schema -> schema.dimension(name));
    }

    @Override
    public String nothing() {
        return "The data hold nothing of the metric \"" + metric()
                + "\". Import interaction history; the import tells which columns the metric lacks.";
    }

    @Override
    public List<ValueCount> values(String dimension, List<Filter> filters) {
        return asked().values(metric(), dimension, filters);
    }

    @Override
    public Optional<RowsBehind> behind(List<Filter> filters, Table row) {
        return lacking(filters).isPresent()
                ? Optional.empty()
                : Optional.of(data(filters).behind(row));
    }

    /** @throws UserException where there are none, with the reason */
    ReportData data(List<Filter> filters) {
        lacking(filters).ifPresent(reason -> {
            throw new UserException(reason);
        });
        Optional<ComparedPeriods.Sides> sides = sides();
        Optional<Period> alone = sides.flatMap(both -> both.periods().alone(filters));
        if (alone.isPresent()) {
            return ReportData.of(of, cubes, styles, taken(ComparedPeriods.only(alone.get(), filters)))
                    .withCautions(List.of("Nothing is compared, as a filter asks for "
                            + alone.get().text() + " alone."));
        }
        ReportData data = ReportData.of(of, cubes, styles, taken(filters)).withCautions(cautions(filters));
        return sides.map(data::comparing).orElse(data);
    }

    /** The cubes with the dimensions of a comparison. */
    private CubeReader asked() {
        return sides().<CubeReader>map(sides -> new ComparedCubes(cubes, sides.shown(), sides.other()))
                .orElse(cubes);
    }

    private Optional<ComparedPeriods.Sides> sides() {
        return compared.flatMap(periods -> dimensions().flatMap(periods::within));
    }

    /** What the data cannot do of period and comparison, in one sentence where one reason is behind both. */
    private List<String> cautions(List<Filter> filters) {
        return unnarrowed(filters)
                .or(() -> compared.flatMap(periods -> dimensions().flatMap(all -> periods.hindrance(metric(), all))))
                .stream()
                .toList();
    }

    @Override
    public String beyondPeriod() {
        return "The metric \"" + metric() + "\" is not counted by day, so the period does not narrow it"
                + (compared.isPresent() ? " and nothing is compared" : "") + "; all days are shown.";
    }

    @Override
    public ReadReport read(ReportConfig report, Capability row, List<Filter> filters, boolean waits) {
        return CubeReport.of(report, row, fields(true), data(filters));
    }
}
