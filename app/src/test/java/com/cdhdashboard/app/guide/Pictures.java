package com.cdhdashboard.app.guide;

import java.util.List;
import java.util.stream.Stream;

/** All pictures of README and guide, taken from the demo. */
final class Pictures {
    private Pictures() {}

    static List<Picture> all() {
        return Stream.of(pages(), rates(), experiments(), models(), columns(), customers(), lifetimeValue())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Picture> pages() {
        return List.of(
                Picture.window("dashboard", "/dashboard"),
                Picture.window("report", "/reports/daily_ctr"),
                Picture.opened(
                        "what-is-this", "/reports/daily_ctr", "#data tbody tr:nth-child(3) td:nth-child(4)", "#what"),
                Picture.table("table", "/reports/conversion_targets"),
                Picture.window("configuration-ih", "/configuration/ih"),
                new Picture(
                        "configuration-review",
                        "/configuration/general",
                        List.of("[id='field-ux.refresh_interval-field'] [data-action=reset]", "#review"),
                        List.of("#comparison")),
                new Picture(
                        "configuration-studio",
                        "/configuration/studio",
                        List.of(
                                "#use-kept",
                                "#approve",
                                ".study-reports li:has(summary) .study-chart >> nth=0",
                                ".study-reports li:has(summary):has(.main-svg) .plot >> nth=0",
                                ".study-reports li:has(summary) summary >> nth=0"),
                        List.of()));
    }

    private static List<Picture> rates() {
        return List.of(
                Picture.chartWithCards("engagement-line", "/reports/daily_ctr"),
                Picture.chart("engagement-line-bars", "/reports/daily_ctr?x=Month&facet_column=CustomerType"),
                Picture.chart("engagement-line-z", "/reports/daily_lift_significance"),
                Picture.chart("engagement-bar_polar", "/reports/ctr_around_groups"),
                Picture.chart("engagement-gauge", "/reports/ctr_targets"),
                Picture.chart("engagement-treemap", "/reports/ctr_map"),
                Picture.chart("engagement-heatmap", "/reports/monthly_ctr_by_action"),
                Picture.chart("engagement-scatter", "/reports/group_race"),
                Picture.chart("engagement-generic", "/reports/explore_engagement?x=PlacementType&y=Lift"));
    }

    private static List<Picture> experiments() {
        return List.of(
                Picture.chart("experiment-line", "/reports/experiment_z"),
                Picture.chart("experiment-line-odds", "/reports/experiment_odds"),
                Picture.chart("experiment-heatmap", "/reports/experiment_map"),
                Picture.chart("experiment-generic", "/reports/explore_experiments"));
    }

    private static List<Picture> models() {
        String curve = "/reports/model_auc?view=";
        return List.of(
                Picture.chart("model_ml_scores-line", "/reports/model_auc_by_channel"),
                Picture.chart("model_ml_scores-line-roc", curve + "roc"),
                Picture.chart("model_ml_scores-line-precision_recall", curve + "precision_recall"),
                Picture.chart("model_ml_scores-line-calibration", curve + "calibration"),
                Picture.chart("model_ml_scores-line-gain", curve + "gain"),
                Picture.chart("model_ml_scores-line-lift", curve + "lift"),
                Picture.chart("model_ml_scores-treemap", "/reports/personalization_map"),
                Picture.chart("model_ml_scores-heatmap", "/reports/model_map"),
                Picture.chart("model_ml_scores-scatter", "/reports/model_race"),
                Picture.chart("model_ml_scores-generic", "/reports/explore_models?x=Group&y=average_precision&color="));
    }

    private static List<Picture> columns() {
        return List.of(
                Picture.chart("descriptive-line", "/reports/propensity_trend"),
                Picture.chart("descriptive-boxplot", "/reports/propensity_boxes"),
                Picture.chart("descriptive-histogram", "/reports/propensity_histogram?clip=true"),
                Picture.chart("descriptive-funnel", "/reports/outcome_funnel"),
                Picture.chart("descriptive-heatmap", "/reports/response_times"),
                Picture.chart("descriptive-generic", "/reports/explore_columns"));
    }

    private static List<Picture> customers() {
        return List.of(
                Picture.chart("clv-histogram", "/clv/clv_frequency"),
                Picture.chart("clv-exposure", "/clv/clv_exposure"),
                Picture.chart("clv-corr-matrix", "/clv/clv_correlation"),
                Picture.chart("clv-corr-scatter", "/clv/clv_correlation?view=scatter"),
                Picture.chart("clv-rfm_density-3d", "/clv/clv_density"),
                Picture.chart("clv-rfm_density-heatmap", "/clv/clv_density?mode=heatmap"),
                Picture.chart(
                        "clv-rfm_density-contour", "/clv/clv_density?mode=contour&bins_recency=20&bins_frequency=20"),
                Picture.chart("clv-treemap", "/clv/clv_segments"),
                Picture.chart("clv-bar_polar", "/clv/clv_around_segments"),
                Picture.window("customers", "/customers/clv?sort=-lifetime_value"));
    }

    private static List<Picture> lifetimeValue() {
        String model = "/clv/clv_prediction";
        return List.of(
                Picture.chartWithCards("clv-model-prediction", model),
                Picture.chartWithCards("clv-model-control", model + "?by=ControlGroup"),
                Picture.chart("clv-model-fit", model + "?view=fit"),
                Picture.chart("clv-model-holdout", model + "?view=holdout"),
                Picture.chart("clv-model-alive", model + "?view=alive"),
                Picture.chart("clv-model-expected", model + "?view=expected"));
    }
}
