package com.cdhdashboard.core.report.customer;

import com.cdhdashboard.core.config.Family;
import com.cdhdashboard.core.cube.Filter;
import com.cdhdashboard.core.customer.CustomerColumn;
import com.cdhdashboard.core.figure.NumberText;
import com.cdhdashboard.core.report.Drawing;
import com.cdhdashboard.core.report.customer.PredictionSettings.Horizon;
import com.cdhdashboard.core.report.customer.PredictionSettings.What;
import com.cdhdashboard.core.report.definition.Allowed;
import com.cdhdashboard.core.report.definition.Capability.Groups;
import com.cdhdashboard.core.report.definition.Chart;
import com.cdhdashboard.core.report.definition.ChartKind;
import com.cdhdashboard.core.report.definition.Key;
import com.cdhdashboard.core.report.definition.ReportReading;
import com.cdhdashboard.core.report.definition.Role;
import com.cdhdashboard.core.report.fit.CustomerModels;
import com.cdhdashboard.core.report.fit.CustomerModels.Purchases;
import com.cdhdashboard.core.report.fit.CustomerModels.Spend;
import com.cdhdashboard.core.report.fit.FitState;
import com.cdhdashboard.core.report.fit.ModelFits;
import com.cdhdashboard.stats.clv.PurchaseModelKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the customers of each value of a dimension are expected to buy or to be worth. */
record PredictionChart(PredictionSettings settings) implements Chart<ChartData> {
    private static final List<Key> KEYS = List.of(
            Key.choice(
                    "view",
                    "View",
                    "what is shown of the models",
                    "prediction",
                    "prediction",
                    "fit",
                    "parameters and fit",
                    "holdout",
                    "hold-out check",
                    "alive",
                    "P(alive) matrix",
                    "expected",
                    "purchases matrix"),
            Key.choice(
                    "model",
                    "Purchases by",
                    "the model of purchases",
                    "bg_nbd",
                    "BG/NBD",
                    "mbg_nbd",
                    "MBG/NBD",
                    "pareto_nbd",
                    "Pareto/NBD"),
            Key.choice(
                    "measure",
                    "Measure",
                    "what is predicted",
                    "discounted_value",
                    "discounted value",
                    "expected_value",
                    "expected value",
                    "expected_purchases",
                    "expected purchases",
                    "lifetime_value",
                    "value so far, no model"),
            Key.choice(
                    "years", "Years ahead", "how many years ahead", "1", "1", "2", "2", "3", "3", "5", "5", "8", "8"),
            Key.number(
                    "discount_rate",
                    "Discount, % a year",
                    "the discount rate in percent a year",
                    new Allowed.Between(0, 100, 10)),
            Key.optional("by", Role.DIMENSION, "By", "the dimension with one bar a value"),
            Key.optional("against", Role.VALUE, "Compared with", "the value that the others are compared with"));

    static final ChartKind<Chart<ChartData>> KIND = ChartKind.of(
                    "model", "Lifetime value models", PredictionChart::read)
            .over(Groups.UNUSED, KEYS, Family.CLV);

    /** The views of a model that are no prediction are charts of their own. */
    private static Chart<ChartData> read(ReportReading report) {
        PurchaseModelKind kind =
                PurchaseModelKind.valueOf(report.choice("model").toUpperCase(Locale.ROOT));
        Horizon horizon = new Horizon(Integer.parseInt(report.choice("years")), report.number("discount_rate") / 100);
        String view = report.choice("view");
        return switch (view) {
            case "fit" -> new FitChart(kind);
            case "holdout" -> new HoldoutChart(kind);
            case "alive", "expected" -> new HistoryMatrix(kind, view.equals("alive"), horizon);
            default ->
                new PredictionChart(new PredictionSettings(
                        What.of(report.choice("measure")),
                        kind,
                        horizon,
                        report.settings().text("by").orElse(CustomerColumn.RFM_SEGMENT.column()),
                        report.settings().text("against")));
        };
    }

    @Override
    public Map<String, String> shown() {
        return Map.of("by", settings.by());
    }

    @Override
    public Set<String> idle(ChartData data) {
        return switch (settings.what()) {
            case DISCOUNTED_VALUE -> Set.of();
            case EXPECTED_VALUE, EXPECTED_PURCHASES -> Set.of("discount_rate");
            case VALUE_SO_FAR -> Set.of("discount_rate", "years", "model");
        };
    }

    /** What a prediction depends on beside the data. */
    private record Asked(PredictionSettings settings, List<Filter> filters) {}

    @Override
    public Drawing draw(ChartData data) {
        if (data.schema().dimension(settings.by()).isEmpty()) {
            return Drawing.refused("The imported customers of the metric \"" + data.metric() + "\" have no dimension \""
                    + settings.by() + "\". Import the holdings again.");
        }
        if (settings.what() == What.VALUE_SO_FAR) {
            return picture(data, Prediction.soFar(data, settings.by()), List.of());
        }
        CustomerModels models = data.models();
        PredictionSettings asked = new PredictionSettings(
                settings.what(), settings.model(), settings.horizon(), settings.by(), Optional.empty());
        CustomerModels.Key key = models.key(new Asked(asked, data.filters()));
        FitState state = data.fitting().state(key, progress -> predict(data, models, progress));
        return Drawing.of(state, Prediction.class, found -> picture(data, found, notes(found)));
    }

    private Prediction predict(ChartData data, CustomerModels models, ModelFits.Progress progress) {
        ModelFits fits = data.fitting().fits();
        Purchases purchases =
                fits.within(models.key(settings.model()), each -> models.purchases(settings.model(), each), progress);
        Optional<Spend> spend = settings.what().isMoney()
                ? Optional.of(fits.within(models.key("spend"), models::spend, progress))
                : Optional.empty();
        Prediction.Models fitted = new Prediction.Models(
                purchases.fit().model(), spend.map(each -> each.fit().model()));
        return Prediction.of(data, settings, fitted, progress);
    }

    private List<String> notes(Prediction prediction) {
        String models = settings.model().title() + (settings.what().isMoney() ? " and Gamma-Gamma" : "");
        List<String> notes = new ArrayList<>(List.of(
                "Predicted by " + models + ", fitted on all customers. Revenue still to come, not margin.",
                "Intervals are 95 % for the mean over customers, by Student's t; that the parameters are estimates is not in"
                        + " them."));
        if (prediction.unvalued() > 0) {
            notes.add(
                    "Expected to spend the mean of all on a purchase, as their repeat purchases average zero or less: "
                            + NumberText.count(prediction.unvalued()) + " of the customers.");
        }
        return notes;
    }

    private Drawing picture(ChartData data, Prediction prediction, List<String> notes) {
        return prediction.groups().isEmpty()
                ? Drawing.refused(data.nobody())
                : new PredictionPicture(settings, data, prediction).of(notes);
    }
}
