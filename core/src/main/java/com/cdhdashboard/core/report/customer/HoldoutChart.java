package com.cdhdashboard.core.report.customer;

import com.cdhdashboard.core.cube.Column;
import com.cdhdashboard.core.cube.Table;
import com.cdhdashboard.core.cube.ValueType;
import com.cdhdashboard.core.figure.Attributes;
import com.cdhdashboard.core.figure.Figure;
import com.cdhdashboard.core.figure.Format;
import com.cdhdashboard.core.figure.Layouts;
import com.cdhdashboard.core.figure.NumberText;
import com.cdhdashboard.core.figure.SeriesStyle;
import com.cdhdashboard.core.report.Drawing;
import com.cdhdashboard.core.report.definition.Chart;
import com.cdhdashboard.core.report.fit.CustomerModels;
import com.cdhdashboard.core.report.fit.CustomerModels.HeldOut;
import com.cdhdashboard.core.report.fit.FitState;
import com.cdhdashboard.stats.clv.PurchaseModelKind;
import com.cdhdashboard.stats.clv.forecast.HoldoutCheck;
import com.cdhdashboard.stats.clv.forecast.RepeatBin;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Fits a model on the first two thirds of the time and compares what it says of the rest with what was bought. */
record HoldoutChart(PurchaseModelKind kind) implements Chart<ChartData> {
    @Override
    public Set<String> idle(ChartData data) {
        return Set.of("measure", "years", "discount_rate", "by", "against");
    }

    @Override
    public Drawing draw(ChartData data) {
        CustomerModels models = data.models();
        FitState state =
                data.fitting().state(models.key(List.of("holdout", kind)), progress -> models.heldOut(kind, progress));
        return Drawing.of(state, HeldOut.class, this::picture);
    }

    static String name(RepeatBin bin) {
        return bin.repeats() + (bin.open() ? "+" : "");
    }

    private Drawing picture(HeldOut held) {
        HoldoutCheck check = held.check();
        List<HoldoutCheck.Bin> bins =
                check.bins().stream().filter(bin -> bin.customers() > 0).toList();
        String total = NumberText.of(check.expected(), Format.NUMBER) + " purchases expected, "
                + NumberText.of(check.actual(), Format.COUNT) + " made";
        List<String> notes = List.of(
                kind.title() + " fitted on what was bought up to " + held.end() + ", and compared with the "
                        + NumberText.of((double) held.days(), Format.COUNT) + " days after it: " + total + " ("
                        + NumberText.relativeChange(check.expected() / check.actual() - 1) + ").",
                "All customers with a purchase by that day; page filters do not change the check.");
        return Drawing.of(table(bins), figure(bins), notes);
    }

    private Figure figure(List<HoldoutCheck.Bin> bins) {
        List<String> names = bins.stream().map(bin -> name(bin.repeats())).toList();
        Attributes actual = line("actual", names, SeriesStyle.at(0), "solid")
                .with("y", bins.stream().map(HoldoutCheck.Bin::actualMean).toList())
                .with("hovertext", hovers(bins, "actual"));
        Attributes expected = line("expected by " + kind.title(), names, SeriesStyle.at(1), "dash")
                .with("y", bins.stream().map(HoldoutCheck.Bin::expectedMean).toList())
                .with("hovertext", hovers(bins, "expected"));
        Attributes layout = Layouts.base(440)
                .with("margin", Layouts.margin(40, 12, 8, 8))
                .with("hovermode", "closest")
                .with("legend", Layouts.legend("", 1.02))
                .with(
                        "xaxis",
                        Layouts.axis()
                                .with("type", "category")
                                .with("title", Attributes.of("text", "Repeat purchases before the hold-out")))
                .with(
                        "yaxis",
                        Layouts.numbers()
                                .with("rangemode", "tozero")
                                .with("title", Attributes.of("text", "Purchases in the hold-out, mean of customers")));
        return new Figure(List.of(actual.toMap(), expected.toMap()), layout.toMap());
    }

    private static Attributes line(String name, List<String> x, SeriesStyle style, String dash) {
        return Attributes.of("type", "scatter")
                .with("mode", "lines+markers")
                .with("name", name)
                .with("x", x)
                .with("hovertemplate", "%{hovertext}<extra></extra>")
                .with("line", Attributes.of("color", style.color()).with("dash", dash))
                .with("marker", Attributes.of("color", style.color()).with("size", 7));
    }

    private static List<String> hovers(List<HoldoutCheck.Bin> bins, String kind) {
        List<String> hovers = new ArrayList<>();
        for (HoldoutCheck.Bin bin : bins) {
            double mean = kind.equals("actual") ? bin.actualMean() : bin.expectedMean();
            hovers.add(name(bin.repeats()) + " repeat purchases before<br>" + kind + ": "
                    + NumberText.of(mean, Format.NUMBER) + " a customer<br>n = "
                    + NumberText.of((double) bin.customers(), Format.COUNT));
        }
        return hovers;
    }

    private static Table table(List<HoldoutCheck.Bin> bins) {
        List<Column> columns = List.of(
                Column.dimension("repeats", ValueType.TEXT),
                Column.measure("customers_count", ValueType.INTEGER),
                Column.measure("actual", ValueType.NUMBER),
                Column.measure("expected", ValueType.NUMBER),
                Column.measure("mean_actual", ValueType.NUMBER),
                Column.measure("mean_expected", ValueType.NUMBER));
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (HoldoutCheck.Bin bin : bins) {
            rows.add(Arrays.asList(
                    name(bin.repeats()),
                    bin.customers(),
                    bin.actual(),
                    bin.expected(),
                    bin.actualMean(),
                    bin.expectedMean()));
        }
        return new Table(columns, rows);
    }
}
