package com.cdhdashboard.core.report.customer;

import com.cdhdashboard.core.config.ReportConfig;
import com.cdhdashboard.core.customer.CustomerColumn;
import com.cdhdashboard.core.customer.CustomerRollUp.Aggregate;
import com.cdhdashboard.core.customer.CustomerSample;
import com.cdhdashboard.core.report.customer.HistogramSettings.Measured;
import com.cdhdashboard.core.report.customer.HistogramSettings.Normalization;
import com.cdhdashboard.core.report.customer.HistogramSettings.Scale;
import com.cdhdashboard.core.report.customer.HistogramSettings.Split;
import com.cdhdashboard.core.report.customer.PredictionSettings.Horizon;
import com.cdhdashboard.core.report.customer.PredictionSettings.What;
import com.cdhdashboard.core.report.definition.Capability;
import com.cdhdashboard.core.report.definition.Key;
import com.cdhdashboard.core.report.definition.Settings;
import com.cdhdashboard.stats.clv.PurchaseModelKind;
import com.cdhdashboard.stats.correlation.Correlation;
import java.util.Locale;
import java.util.Optional;

/** Reads a report over customers that has passed the checks. */
final class CustomerCharts {
    private final ReportConfig config;
    private final Capability capability;
    private final Settings settings;

    CustomerCharts(ReportConfig config, Capability capability) {
        this.config = config;
        this.capability = capability;
        this.settings = new Settings(config.settings());
    }

    CustomerChart chart() {
        return switch (capability.kind()) {
            case HISTOGRAM -> histogram();
            case TREEMAP -> new SegmentTreemap(config.groupBy());
            case EXPOSURE -> new ExposureChart(draw());
            case CORRELATION -> correlation();
            case PREDICTION -> models();
            case RFM_DENSITY -> density();
            case BAR_POLAR ->
                new CustomerPolar(
                        column("r").orElseThrow(),
                        settings.requiredText("theta"),
                        settings.requiredText("color"),
                        settings.flag("showlegend", true));
            case LINE, COMPARISON, GAUGE, HEATMAP, SCATTER, BOXPLOT, FUNNEL, GENERIC ->
                throw new IllegalArgumentException(capability.kind().type() + " is not drawn of customers");
        };
    }

    private CustomerChart histogram() {
        Optional<Measured> measured = column("y").map(column -> new Measured(column, aggregate(choice("aggregation"))));
        return new CustomerHistogram(new HistogramSettings(
                column("x").orElseThrow(),
                measured,
                new Scale(Normalization.of(choice("normalization")), settings.flag("cumulative", false)),
                Integer.parseInt(choice("bins")),
                new Split(settings.text("color"), settings.text("facet_row"), settings.text("facet_column"))));
    }

    private CustomerChart correlation() {
        return new CorrelationChart(
                choice("view").equals("matrix"),
                column("x").orElseThrow(),
                column("y").orElseThrow(),
                Correlation.Method.valueOf(choice("method").toUpperCase(Locale.ROOT)),
                settings.text("facet_col"));
    }

    private CustomerChart models() {
        PurchaseModelKind kind = PurchaseModelKind.valueOf(choice("model").toUpperCase(Locale.ROOT));
        Horizon horizon = new Horizon(Integer.parseInt(choice("years")), number("discount_rate") / 100);
        String view = choice("view");
        return switch (view) {
            case "fit" -> new FitChart(kind);
            case "holdout" -> new HoldoutChart(kind);
            case "alive", "expected" -> new HistoryMatrix(kind, view.equals("alive"), horizon);
            default ->
                new PredictionChart(new PredictionSettings(
                        What.of(choice("measure")),
                        kind,
                        horizon,
                        settings.text("by").orElse(CustomerColumn.RFM_SEGMENT.column()),
                        settings.text("against")));
        };
    }

    private CustomerChart density() {
        ColumnText color = column("color").orElse(ColumnText.MONETARY_VALUE);
        if (choice("mode").equals("3d")) {
            return new PointCloud(
                    column("z").orElse(ColumnText.MONETARY_VALUE),
                    color,
                    draw(),
                    new PointCloud.Point(number("point_size"), number("opacity")));
        }
        return new DensityChart(
                choice("mode").equals("contour"),
                color,
                aggregate(choice("aggregation")),
                (int) number("bins_recency"),
                (int) number("bins_frequency"));
    }

    private CustomerSample.Draw draw() {
        return new CustomerSample.Draw((int) number("points"), (long) number("seed"));
    }

    private static Aggregate aggregate(String name) {
        return name.equals("count") ? Aggregate.CUSTOMERS : Aggregate.valueOf(name.toUpperCase(Locale.ROOT));
    }

    private Optional<ColumnText> column(String key) {
        return settings.text(key).flatMap(CustomerColumn::of).map(ColumnText::of);
    }

    private String choice(String key) {
        return settings.choice(key(key));
    }

    private double number(String key) {
        return settings.number(key(key));
    }

    private Key key(String name) {
        return capability.key(name).orElseThrow();
    }
}
