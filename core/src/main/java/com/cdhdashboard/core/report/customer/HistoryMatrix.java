package com.cdhdashboard.core.report.customer;

import com.cdhdashboard.core.cube.Column;
import com.cdhdashboard.core.cube.Table;
import com.cdhdashboard.core.cube.ValueType;
import com.cdhdashboard.core.customer.CustomerColumn;
import com.cdhdashboard.core.figure.Attributes;
import com.cdhdashboard.core.figure.ColorRange;
import com.cdhdashboard.core.figure.Figure;
import com.cdhdashboard.core.figure.Format;
import com.cdhdashboard.core.figure.Layouts;
import com.cdhdashboard.core.figure.NumberText;
import com.cdhdashboard.core.report.Drawing;
import com.cdhdashboard.core.report.customer.PredictionSettings.Horizon;
import com.cdhdashboard.core.report.definition.Chart;
import com.cdhdashboard.core.report.fit.CustomerModels;
import com.cdhdashboard.core.report.fit.CustomerModels.Purchases;
import com.cdhdashboard.core.report.fit.FitState;
import com.cdhdashboard.stats.clv.PurchaseModel;
import com.cdhdashboard.stats.clv.PurchaseModelKind;
import com.cdhdashboard.stats.clv.forecast.ValueHorizon;
import com.cdhdashboard.stats.clv.history.PurchaseHistory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a model says of customers by recency and frequency, all observed as long as the earliest: whether they still buy,
 * or how often they will.
 */
record HistoryMatrix(PurchaseModelKind kind, boolean alive, Horizon horizon) implements Chart<ChartData> {
    private static final int COLUMNS = 60;
    private static final int MOST_ROWS = 60;

    @Override
    public Set<String> idle(ChartData data) {
        Set<String> idle = new LinkedHashSet<>(List.of("measure", "discount_rate", "by", "against"));
        if (alive) {
            idle.add("years");
        }
        return idle;
    }

    /** The model and how far the axes go. */
    private record Found(PurchaseModel model, double longest, int mostFrequent) {}

    @Override
    public Drawing draw(ChartData data) {
        CustomerModels models = data.models();
        FitState state = data.fitting().state(models.key(List.of("matrix", kind)), progress -> {
            Purchases purchases =
                    data.fitting().fits().within(models.key(kind), each -> models.purchases(kind, each), progress);
            return new Found(purchases.fit().model(), models.greatest(CustomerColumn.TENURE), (int)
                    Math.max(1, models.greatest(CustomerColumn.FREQUENCY)));
        });
        return Drawing.of(state, Found.class, this::picture);
    }

    private Drawing picture(Found found) {
        int rows = Math.min(MOST_ROWS, found.mostFrequent());
        Set<Long> recencies = new LinkedHashSet<>();
        for (int i = 0; i <= COLUMNS; i++) {
            recencies.add(Math.round(found.longest() * i / COLUMNS));
        }
        List<List<@Nullable Object>> values = new ArrayList<>();
        List<List<@Nullable Object>> table = new ArrayList<>();
        List<Double> all = new ArrayList<>();
        for (int frequency = 0; frequency <= rows; frequency++) {
            List<@Nullable Object> line = new ArrayList<>();
            for (long recency : recencies) {
                @Nullable Double value = value(found, frequency, recency);
                line.add(value);
                if (value != null) {
                    all.add(value);
                    table.add(Arrays.asList((long) frequency, recency, value));
                }
            }
            values.add(line);
        }
        List<String> notes = List.of("Of a customer whose first purchase was "
                + NumberText.of(found.longest(), Format.COUNT)
                + " days before the end of observation; a repeat purchase on each day at most. By " + kind.title()
                + ", fitted on all customers.");
        List<Object> x = new ArrayList<>(recencies);
        return Drawing.of(table(table), figure(x, values, ColorRange.of(all, Optional.empty())), notes);
    }

    /** Repeats and their time must fit: none without time, and no more than one a day. */
    private @Nullable Double value(Found found, int frequency, long recency) {
        boolean possible = frequency == 0 ? recency == 0 : recency >= frequency;
        if (!possible || recency > found.longest()) {
            return null;
        }
        PurchaseHistory history = new PurchaseHistory(frequency, recency, found.longest());
        return alive
                ? found.model().probabilityAlive(history)
                : found.model()
                        .expectedPurchases(
                                history,
                                ValueHorizon.ofYears(horizon.years(), 0).length());
    }

    private String measure() {
        return alive ? "P(alive)" : "Expected purchases";
    }

    private Table table(List<List<@Nullable Object>> rows) {
        return new Table(
                List.of(
                        Column.dimension("frequency", ValueType.INTEGER),
                        Column.dimension("recency", ValueType.INTEGER),
                        Column.measure(alive ? "p_alive" : "expected_purchases", ValueType.NUMBER)),
                rows);
    }

    private Figure figure(List<Object> x, List<List<@Nullable Object>> values, ColorRange range) {
        ColorRange shown = alive ? new ColorRange(0, 1, Optional.empty()) : range;
        List<Integer> y = new ArrayList<>();
        for (int frequency = 0; frequency < values.size(); frequency++) {
            y.add(frequency);
        }
        Attributes trace = Attributes.of("type", "heatmap")
                .with("x", x)
                .with("y", y)
                .with("z", values)
                .with("zmin", shown.low())
                .with("zmax", shown.high())
                .with("hoverongaps", false)
                .with("text", texts(values))
                .with(
                        "hovertemplate",
                        "Recency %{x} days<br>Frequency %{y}<br><b>" + measure() + ": %{text}</b><extra></extra>")
                .withAll(Layouts.colors(shown, alive ? Format.PERCENT : Format.NUMBER, measure()));
        Attributes layout =
                Layouts.base(520).with("xaxis", axis(ColumnText.RECENCY)).with("yaxis", axis(ColumnText.FREQUENCY));
        return new Figure(List.of(trace.toMap()), layout.toMap());
    }

    private List<List<String>> texts(List<List<@Nullable Object>> values) {
        Format format = alive ? Format.PERCENT : Format.NUMBER;
        List<List<String>> texts = new ArrayList<>();
        for (List<@Nullable Object> line : values) {
            List<String> written = new ArrayList<>();
            for (Object value : line) {
                written.add(value instanceof Number number ? NumberText.of(number.doubleValue(), format) : "");
            }
            texts.add(written);
        }
        return texts;
    }

    private static Attributes axis(ColumnText column) {
        return Layouts.numbers()
                .with("title", Attributes.of("text", column.axis()))
                .with("showgrid", false);
    }
}
