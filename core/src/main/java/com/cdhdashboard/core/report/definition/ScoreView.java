package com.cdhdashboard.core.report.definition;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The ways to look at the scores of models; the key {@code view} of a report names one. */
public enum ScoreView {
    TREND("default", "score over X", "", ""),
    ROC("roc", "ROC curve", "false_positive_rate", "true_positive_rate"),
    PRECISION_RECALL("precision_recall", "precision and recall", "recall", "precision"),
    CALIBRATION("calibration", "calibration", "mean_predicted", "observed_rate"),
    GAIN("gain", "gain", "share_of_interactions", "share_of_positives"),
    LIFT("lift", "lift", "share_of_interactions", "lift");

    private final String key;
    private final String label;
    private final String x;
    private final String y;

    ScoreView(String key, String label, String x, String y) {
        this.key = key;
        this.label = label;
        this.x = x;
        this.y = y;
    }

    public String key() {
        return key;
    }

    public String label() {
        return label;
    }

    /** The column of the table along the horizontal axis; empty for a trend, whose axis is chosen. */
    public String x() {
        return x;
    }

    /** The column of the table along the vertical axis. */
    public String y() {
        return y;
    }

    /** The title of an axis. */
    public static String title(String column) {
        String words = column.replace('_', ' ');
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    public static List<String> keys() {
        return Stream.of(values()).map(ScoreView::key).toList();
    }

    public static Optional<ScoreView> of(String key) {
        return Stream.of(values()).filter(view -> view.key.equals(key)).findFirst();
    }
}
