package com.cdhdashboard.core.report.customer;

import com.cdhdashboard.core.cube.Column;
import com.cdhdashboard.core.cube.Table;
import com.cdhdashboard.core.cube.ValueType;
import com.cdhdashboard.core.error.UserException;
import com.cdhdashboard.core.figure.Attributes;
import com.cdhdashboard.core.figure.Figure;
import com.cdhdashboard.core.figure.Format;
import com.cdhdashboard.core.figure.Layouts;
import com.cdhdashboard.core.figure.NumberText;
import com.cdhdashboard.core.figure.SeriesStyle;
import com.cdhdashboard.core.figure.ShownNumber;
import com.cdhdashboard.core.report.Drawing;
import com.cdhdashboard.core.report.KpiCard;
import com.cdhdashboard.core.report.definition.Chart;
import com.cdhdashboard.core.report.fit.CustomerModels;
import com.cdhdashboard.core.report.fit.CustomerModels.Purchases;
import com.cdhdashboard.core.report.fit.CustomerModels.Spend;
import com.cdhdashboard.core.report.fit.FitState;
import com.cdhdashboard.core.report.fit.ModelFits;
import com.cdhdashboard.stats.clv.PurchaseModelKind;
import com.cdhdashboard.stats.clv.fit.FitResult;
import com.cdhdashboard.stats.clv.fit.ParameterEstimate;
import com.cdhdashboard.stats.clv.forecast.RepeatCountCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The parameters of both models with their intervals, and whether the numbers of repeat purchases come out right. */
record FitChart(PurchaseModelKind kind) implements Chart<ChartData> {
    private static final double DAYS_A_WEEK = 7;
    private static final Set<String> TIMES = Set.of("alpha", "beta");

    @Override
    public Set<String> idle(ChartData data) {
        return Set.of("measure", "years", "discount_rate", "by", "against");
    }

    /** Both fits; without a model of values the reason stands in its place. */
    private record Both(Purchases purchases, Optional<Spend> spend, String reason) {}

    @Override
    public Drawing draw(ChartData data) {
        CustomerModels models = data.models();
        FitState state = data.fitting().state(models.key(List.of("fit", kind)), progress -> {
            ModelFits fits = data.fitting().fits();
            Purchases purchases = fits.within(models.key(kind), each -> models.purchases(kind, each), progress);
            try {
                Spend spend = fits.within(models.key("spend"), models::spend, progress);
                return new Both(purchases, Optional.of(spend), "");
            } catch (UserException refused) {
                return new Both(purchases, Optional.empty(), String.valueOf(refused.getMessage()));
            }
        });
        return Drawing.of(state, Both.class, FitChart::picture);
    }

    private static Drawing picture(Both both) {
        Purchases purchases = both.purchases();
        List<String> notes = new ArrayList<>();
        notes.add("Fitted on all " + NumberText.of((double) purchases.customers(), Format.COUNT) + " customers, "
                + NumberText.of((double) purchases.repeatBuyers(), Format.COUNT)
                + " of them with repeat purchases; times in days."
                + " Page filters do not change a fit.");
        both.spend()
                .filter(spend -> spend.excluded() > 0)
                .ifPresent(spend -> notes.add("Not in the fit of Gamma-Gamma: "
                        + NumberText.of((double) spend.excluded(), Format.COUNT)
                        + " of the repeat buyers, whose mean value is not positive."));
        if (both.spend().isEmpty()) {
            notes.add(both.reason());
        }
        Table table = table(both);
        List<KpiCard> cards = cards(both);
        Drawing drawing = purchases
                .check()
                .map(check -> Drawing.of(table, figure(purchases.kind(), check), notes))
                .orElseGet(() -> Drawing.refused(
                                table,
                                "There is no closed form of how many customers Pareto/NBD expects by their repeat"
                                        + " purchases. The parameters are above; the hold-out check compares this model, too.")
                        .withNotes(notes));
        return drawing.withCards(cards);
    }

    private static Figure figure(PurchaseModelKind kind, RepeatCountCheck check) {
        List<String> names = check.bins().stream()
                .map(bin -> HoldoutChart.name(bin.repeats()))
                .toList();
        Attributes actual = Attributes.of("type", "bar")
                .with("name", "actual")
                .with("x", names)
                .with(
                        "y",
                        check.bins().stream()
                                .map(RepeatCountCheck.Bin::customers)
                                .toList())
                .with("hovertemplate", "%{hovertext}<extra></extra>")
                .with("hovertext", hovers(check, "actual", RepeatCountCheck.Bin::customers))
                .with("marker", Attributes.of("color", SeriesStyle.at(0).color()));
        Attributes expected = Attributes.of("type", "bar")
                .with("name", "expected by " + kind.title())
                .with("x", names)
                .with(
                        "y",
                        check.bins().stream()
                                .map(RepeatCountCheck.Bin::expected)
                                .toList())
                .with("hovertemplate", "%{hovertext}<extra></extra>")
                .with("hovertext", hovers(check, "expected", RepeatCountCheck.Bin::expected))
                .with("marker", Attributes.of("color", SeriesStyle.at(1).color()));
        Attributes layout = Layouts.base(440)
                .with("margin", Layouts.margin(40, 12, 8, 8))
                .with("barmode", "group")
                .with("legend", Layouts.legend("", 1.02))
                .with(
                        "xaxis",
                        Layouts.axis()
                                .with("type", "category")
                                .with("title", Attributes.of("text", "Repeat purchases")))
                .with("yaxis", Layouts.numbers().with("title", Attributes.of("text", "Customers")));
        return new Figure(List.of(actual.toMap(), expected.toMap()), layout.toMap());
    }

    private static List<String> hovers(
            RepeatCountCheck check, String kind, ToDoubleFunction<RepeatCountCheck.Bin> customers) {
        return check.bins().stream()
                .map(bin -> HoldoutChart.name(bin.repeats()) + " repeat purchases<br>" + kind + ": "
                        + NumberText.of(customers.applyAsDouble(bin), Format.COUNT) + " customers")
                .toList();
    }

    private static Table table(Both both) {
        List<Column> columns = List.of(
                Column.dimension("model", ValueType.TEXT),
                Column.dimension("parameter", ValueType.TEXT),
                Column.place("estimate"),
                Column.place("standard_error"),
                Column.place("low"),
                Column.place("high"));
        Stream<ParameterRow> rows = Stream.concat(
                rows(both.purchases().kind().title(), both.purchases().fit()),
                both.spend().stream().flatMap(spend -> rows("Gamma-Gamma", spend.fit())));
        return new Table(columns, rows.map(ParameterRow::cells).toList());
    }

    /** One parameter of a model. */
    private record ParameterRow(String model, ParameterEstimate estimate) {
        private List<@Nullable Object> cells() {
            return List.of(
                    model,
                    estimate.name(),
                    estimate.value(),
                    estimate.standardError(),
                    estimate.low(),
                    estimate.high());
        }
    }

    private static Stream<ParameterRow> rows(String model, FitResult.Fitted<?> fit) {
        return fit.parameters().stream().map(estimate -> new ParameterRow(model, estimate));
    }

    private static List<KpiCard> cards(Both both) {
        List<KpiCard> cards = new ArrayList<>();
        Purchases purchases = both.purchases();
        String model = purchases.kind().title();
        purchases.fit().parameters().forEach(estimate -> cards.add(parameter(model, estimate)));
        cards.add(likelihood(model, purchases.fit()));
        both.spend().ifPresent(spend -> {
            spend.fit().parameters().forEach(estimate -> cards.add(parameter("Gamma-Gamma", estimate)));
            cards.add(likelihood("Gamma-Gamma", spend.fit()));
            cards.add(card(
                    "Frequency and value",
                    "r = " + CorrelationMatrix.coefficient(spend.correlation()),
                    NumberText.of((double) spend.customers(), Format.COUNT) + " repeat buyers",
                    "Pearson's correlation of the number of repeat purchases and their mean value. Gamma-Gamma takes both"
                            + " for independent: far from 0, do not trust its values."));
        });
        return cards;
    }

    private static KpiCard parameter(String model, ParameterEstimate estimate) {
        boolean time = TIMES.contains(estimate.name());
        String interval = digits(estimate.low()) + " to " + digits(estimate.high());
        String weeks = time ? "; " + digits(estimate.value() / DAYS_A_WEEK) + " weeks" : "";
        return card(
                estimate.name() + ", " + model,
                digits(estimate.value()) + (time ? " days" : ""),
                interval + weeks,
                "The parameter " + estimate.name() + " of " + model
                        + " by maximum likelihood, below it the 95 % interval"
                        + " made on its logarithm. What it means stands in the guide on customer lifetime value.");
    }

    private static KpiCard likelihood(String model, FitResult.Fitted<?> fit) {
        return card(
                "Log-likelihood, " + model,
                // Models of the same data differ in the decimals.
                NumberText.fixed(fit.logLikelihood(), 2),
                "converged after " + fit.iterations() + " steps",
                "The logarithm of the likelihood at its maximum. It depends on the units (days, money) and compares models"
                        + " of the same data only.");
    }

    private static KpiCard card(String title, String value, String secondary, String definition) {
        return new KpiCard(
                title,
                value,
                Optional.of(secondary),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                definition,
                Optional.empty());
    }

    private static String digits(double value) {
        return ShownNumber.parameter(value).text();
    }
}
