package com.cdhdashboard.core.report.customer;

import com.cdhdashboard.core.config.ReportConfig;
import com.cdhdashboard.core.cube.Column;
import com.cdhdashboard.core.cube.Filter;
import com.cdhdashboard.core.cube.Table;
import com.cdhdashboard.core.cube.ValueCount;
import com.cdhdashboard.core.customer.CustomerMetric;
import com.cdhdashboard.core.customer.CustomerQueries;
import com.cdhdashboard.core.customer.CustomerReader;
import com.cdhdashboard.core.customer.CustomerSchema;
import com.cdhdashboard.core.period.ComparedPeriods;
import com.cdhdashboard.core.report.Control;
import com.cdhdashboard.core.report.Drawing;
import com.cdhdashboard.core.report.RowsBehind;
import com.cdhdashboard.core.report.customer.ChartData.Fitting;
import com.cdhdashboard.core.report.data.ReportSource;
import com.cdhdashboard.core.report.definition.Capability;
import com.cdhdashboard.core.report.definition.Chart;
import com.cdhdashboard.core.report.definition.FieldCatalogue;
import com.cdhdashboard.core.report.definition.ReportReading;
import com.cdhdashboard.core.report.fit.ModelFits;
import java.util.List;
import java.util.Optional;

/**
 * The customers of a metric, as reports are drawn from them.
 *
 * @param compares whether a comparison of periods is asked for, which customers do not know
 */
public record CustomerSource(
        CustomerMetric of, CustomerReader customers, ModelFits fits, List<String> globalFilters, boolean compares)
        implements ReportSource {
    public CustomerSource(CustomerMetric of, CustomerReader customers, ModelFits fits, List<String> globalFilters) {
        this(of, customers, fits, globalFilters, false);
    }

    @Override
    public CustomerSource comparing(ComparedPeriods periods) {
        return new CustomerSource(of, customers, fits, globalFilters, true);
    }

    @Override
    public String metric() {
        return of.name();
    }

    @Override
    public FieldCatalogue fields(boolean ofData) {
        return FieldCatalogue.of(of.config(), globalFilters);
    }

    @Override
    public Optional<List<Column>> dimensions() {
        return customers.schema(metric()).map(CustomerSchema::dimensions);
    }

    @Override
    public String nothing() {
        return "The data hold no customers of the metric \"" + metric()
                + "\". Import product holdings; the import tells which columns the metric lacks.";
    }

    @Override
    public String beyondPeriod() {
        return compares ? CustomerQueries.BEYOND_COMPARISON : CustomerQueries.BEYOND_PERIOD;
    }

    @Override
    public List<ValueCount> values(String dimension, List<Filter> filters) {
        return customers.values(metric(), dimension, filters);
    }

    @Override
    public Optional<RowsBehind> behind(List<Filter> filters, Table row) {
        return Optional.empty();
    }

    @Override
    public ReadReport read(ReportConfig report, Capability row, List<Filter> filters, boolean waits) {
        CustomerSchema schema = customers.schema(metric()).orElseThrow();
        ReportReading reading = new ReportReading(report, row, fields(true));
        Chart<ChartData> chart = CustomerKinds.of(row).reading().apply(reading);
        ChartData data = new ChartData(schema, customers, taken(filters), new Fitting(fits, waits));
        return new ReadReport() {
            @Override
            public List<Control> controls() {
                return new CustomerControls(chart, reading.settings(), data).of(row);
            }

            @Override
            public Drawing draw() {
                return chart.draw(data).withNotes(unnarrowed(filters).stream().toList());
            }
        };
    }
}
