package com.cdhdashboard.core.report.customer;

import com.cdhdashboard.core.cube.Column;
import com.cdhdashboard.core.cube.DimensionTitle;
import com.cdhdashboard.core.cube.Table;
import com.cdhdashboard.core.cube.ValueType;
import com.cdhdashboard.core.cube.Values;
import com.cdhdashboard.core.figure.Attributes;
import com.cdhdashboard.core.figure.AxisScale;
import com.cdhdashboard.core.figure.Drill;
import com.cdhdashboard.core.figure.Figure;
import com.cdhdashboard.core.figure.Format;
import com.cdhdashboard.core.figure.Layouts;
import com.cdhdashboard.core.figure.NumberText;
import com.cdhdashboard.core.figure.PlotText;
import com.cdhdashboard.core.figure.ShownNumber;
import com.cdhdashboard.core.figure.Theme;
import com.cdhdashboard.core.report.Drawing;
import com.cdhdashboard.core.report.KpiCard;
import com.cdhdashboard.core.report.customer.Prediction.Group;
import com.cdhdashboard.core.report.customer.PredictionSettings.What;
import com.cdhdashboard.stats.hypothesis.Interval;
import com.cdhdashboard.stats.hypothesis.SampleMean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Bars of means with their intervals, and what sets each value apart from the one it is compared with. */
final class PredictionPicture {
    private static final int MOST_BARS = 60;
    private static final int MOST_NAMED = 5;
    private static final List<String> CONTROL_ARMS = List.of("control", "control group", "holdout", "nba_control");

    private final PredictionSettings settings;
    private final ChartData data;
    private final Prediction prediction;
    private final Optional<Group> control;

    PredictionPicture(PredictionSettings settings, ChartData data, Prediction prediction) {
        this.settings = settings;
        this.data = data;
        this.prediction = prediction;
        this.control = prediction.groups().stream()
                .filter(group -> settings.against()
                        .map(value -> Values.label(group.value()).equals(value))
                        .orElseGet(() -> CONTROL_ARMS.contains(
                                Values.label(group.value()).toLowerCase(Locale.ROOT))))
                .findFirst();
    }

    Drawing of(List<String> notes) {
        List<String> all = new ArrayList<>(notes);
        if (prediction.groups().size() > MOST_BARS) {
            all.add("The chart shows " + MOST_BARS + " of "
                    + NumberText.count(prediction.groups().size()) + " values of " + DimensionTitle.of(settings.by())
                    + "; the table has all.");
        }
        few().ifPresent(all::add);
        List<KpiCard> cards = new ArrayList<>(new TotalCards(data).cards());
        prediction.groups().stream()
                .filter(group -> control.isPresent() && !group.equals(control.get()))
                .limit(4)
                .forEach(group -> cards.add(card(group, control.get())));
        return Drawing.of(table(), figure(), all).withCards(cards);
    }

    /** Values of customers are skewed, and means of few of them not yet normal. */
    private Optional<String> few() {
        List<String> few = prediction.groups().stream()
                .filter(group -> group.sample().isOfFew())
                .map(this::label)
                .toList();
        return few.isEmpty()
                ? Optional.empty()
                : Optional.of("Fewer than " + SampleMean.FEW + " customers, so that intervals are rough: " + listed(few)
                        + ".");
    }

    private static String listed(List<String> names) {
        return names.size() <= MOST_NAMED
                ? String.join(", ", names)
                : String.join(", ", names.subList(0, MOST_NAMED)) + " and " + (names.size() - MOST_NAMED) + " more";
    }

    private Format format() {
        return settings.what().isMoney() ? Format.MONEY : Format.NUMBER;
    }

    private String number(double value) {
        return NumberText.of(value, format());
    }

    private String label(Group group) {
        return AxisScale.text(data.schema().dimension(settings.by()).orElseThrow(), group.value());
    }

    private String title() {
        return switch (settings.what()) {
            case VALUE_SO_FAR -> settings.what().title();
            default ->
                settings.what().title() + " of the next "
                        + (settings.years() == 1 ? "year" : settings.years() + " years");
        };
    }

    private Figure figure() {
        List<Group> shown = prediction
                .groups()
                .subList(0, Math.min(MOST_BARS, prediction.groups().size()));
        List<Object> colors = new ArrayList<>();
        List<String> names = new ArrayList<>();
        List<@Nullable Double> widths = new ArrayList<>();
        List<String> hovers = new ArrayList<>();
        for (Group group : shown) {
            colors.add(data.style(settings.by(), group.value()).color());
            names.add(PlotText.tick(label(group)));
            widths.add(finite(group.sample().interval().high() - group.mean()));
            hovers.add(
                    "<b>" + PlotText.escape(label(group)) + "</b><br>" + title() + ": " + interval(group) + "<br>n = "
                            + NumberText.of(group.customers(), Format.COUNT) + rough(group) + ", together "
                            + number(group.sum()));
        }
        List<@Nullable Object> values = new ArrayList<>();
        shown.forEach(group -> values.add(group.value()));
        Attributes trace = Drill.NONE
                .each(data.schema().dimension(settings.by()).orElseThrow(), values)
                .mark(Attributes.of("type", "bar"))
                .with("x", names)
                .with("y", shown.stream().map(Group::mean).toList())
                .with("hovertext", hovers)
                .with("hovertemplate", "%{hovertext}<extra></extra>")
                .with(
                        "error_y",
                        Attributes.of("array", widths)
                                .with("color", Theme.TEXT.reference())
                                .with("thickness", 1.2))
                .with("marker", Attributes.of("color", colors));
        Attributes layout = Layouts.base(480)
                .with(
                        "xaxis",
                        Layouts.axis().with("type", "category").with("title", text(DimensionTitle.of(settings.by()))))
                .with(
                        "yaxis",
                        Layouts.numbers()
                                .with("rangemode", "tozero")
                                .with("title", text(title() + ", mean of customers")));
        return new Figure(List.of(trace.toMap()), layout.toMap());
    }

    private static Attributes text(String text) {
        return Attributes.of("text", PlotText.escape(text)).with("standoff", 8);
    }

    private String interval(Group group) {
        Interval interval = group.sample().interval();
        return NumberText.withInterval(group.mean(), format(), interval.low(), interval.high());
    }

    private static String rough(Group group) {
        return group.sample().isOfFew() ? " (few, the interval is rough)" : "";
    }

    /** The means of two groups of different customers. */
    private record Difference(double value, Interval interval) {
        static Difference of(Group group, Group control) {
            return new Difference(group.mean() - control.mean(), group.sample().differenceTo(control.sample()));
        }

        ShownNumber shown(Format format) {
            return ShownNumber.of(value, format, (interval.high() - interval.low()) / 2);
        }
    }

    /** What the program is worth: the difference to the control arm, and that of all its customers. */
    private KpiCard card(Group group, Group base) {
        Difference difference = Difference.of(group, base);
        Interval interval = difference.interval();
        boolean known = interval.isDefined();
        boolean beyondChance = known && (interval.low() > 0 || interval.high() < 0);
        boolean few = group.sample().isOfFew() || base.sample().isOfFew();
        String means = "against " + label(base);
        return new KpiCard(
                label(group) + " " + means,
                signed(difference.shown(format())),
                Optional.of("together " + signed(ShownNumber.of(difference.value() * group.customers(), format()))),
                known
                        ? Optional.of(signed(difference.shown(format()).with(interval.low())) + " to "
                                + signed(difference.shown(format()).with(interval.high())))
                        : Optional.empty(),
                known
                        ? Optional.of((few ? "95 % interval of few customers" : "95 % interval")
                                + (beyondChance ? "" : ", within chance"))
                        : Optional.empty(),
                beyondChance ? Optional.of(difference.value() > 0) : Optional.empty(),
                Optional.empty(),
                title() + ", mean of a customer of " + label(group) + " less that of " + label(base)
                        + ", with the 95 % interval of a difference of two means after Welch. It is what"
                        + " belonging to " + label(group)
                        + " is worth where customers were assigned at random. Together:"
                        + " times the customers of " + label(group) + ".",
                known ? Optional.empty() : Optional.of("One of the two has a single customer."));
    }

    private static String signed(ShownNumber number) {
        return number.value() > 0 ? "+" + number.text() : number.text();
    }

    private Table table() {
        List<Column> columns = new ArrayList<>(List.of(
                data.schema().dimension(settings.by()).orElseThrow(),
                Column.measure("customers_count", ValueType.INTEGER)));
        List<String> names = new ArrayList<>(List.of("mean_", "mean_low_", "mean_high_", "sum_"));
        names.replaceAll(name -> name + settings.what().key());
        if (settings.what() != What.VALUE_SO_FAR) {
            names.add("mean_p_alive");
        }
        if (control.isPresent()) {
            names.addAll(List.of("difference", "difference_low", "difference_high"));
        }
        names.forEach(name -> columns.add(Column.measure(name, ValueType.NUMBER)));
        columns.add(new Column("note", ValueType.TEXT, Column.Role.SCORE));
        return new Table(columns, prediction.groups().stream().map(this::row).toList());
    }

    private List<@Nullable Object> row(Group group) {
        Interval interval = group.sample().interval();
        List<@Nullable Object> row = new ArrayList<>(Arrays.asList(
                group.value(),
                (long) group.customers(),
                finite(group.mean()),
                finite(interval.low()),
                finite(interval.high()),
                finite(group.sum())));
        if (settings.what() != What.VALUE_SO_FAR) {
            row.add(finite(group.alive() / group.customers()));
        }
        control.ifPresent(base -> {
            Difference difference = Difference.of(group, base);
            boolean itself = group.equals(base);
            row.add(itself ? null : finite(difference.value()));
            row.add(itself ? null : finite(difference.interval().low()));
            row.add(itself ? null : finite(difference.interval().high()));
        });
        row.add(group.sample().isOfFew() ? "fewer than " + SampleMean.FEW + " customers" : null);
        return row;
    }

    private static @Nullable Double finite(double number) {
        return Double.isFinite(number) ? number : null;
    }
}
