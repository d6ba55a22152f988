package com.cdhdashboard.core.report.definition;

import com.cdhdashboard.core.config.Family;
import com.cdhdashboard.core.config.ReportConfig;
import com.cdhdashboard.core.metric.score.DescriptiveScores;
import java.util.List;
import java.util.Optional;

/** A report that has passed {@link ReportRules}, from which its chart takes what it needs. */
public final class ReportReading {
    private final ReportConfig config;
    private final Capability capability;
    private final FieldCatalogue fields;
    private final Settings settings;

    public ReportReading(ReportConfig config, Capability capability, FieldCatalogue fields) {
        this.config = config;
        this.capability = capability;
        this.fields = fields;
        this.settings = new Settings(config.settings());
    }

    public FieldCatalogue fields() {
        return fields;
    }

    public Settings settings() {
        return settings;
    }

    public List<String> groupBy() {
        return config.groupBy();
    }

    /** The text set, or what the key means where it is absent. */
    public String choice(String key) {
        return settings.choice(key(key));
    }

    /** The number set, or what the key means where it is absent. */
    public double number(String key) {
        return settings.number(key(key));
    }

    private Key key(String name) {
        return capability.key(name).orElseThrow();
    }

    public boolean isLogarithmic() {
        return settings.text("scale").map("log"::equals).orElseGet(() -> settings.flag("log_y", false));
    }

    /** A prepared column of the metric; the first where none is set. */
    public String property(String key) {
        return settings.text(key).orElseGet(() -> fields.properties().get(0));
    }

    /** The prepared column that the report is about, of metrics that have several. */
    public Optional<String> property() {
        return fields.properties().isEmpty()
                ? Optional.empty()
                : capability.keys().stream()
                        .filter(key -> key.role() == Role.PROPERTY)
                        .map(key -> property(key.name()))
                        .findFirst();
    }

    /** The score under one key; of a described column, under another, its count where it lacks the score. */
    public String score(String key, String described) {
        if (fields.family() != Family.DESCRIPTIVE) {
            return settings.text(key).orElseGet(() -> fields.scores().get(0));
        }
        String property = property(described);
        String score = settings.text("score").orElseGet(() -> fields.scores().get(0));
        return DescriptiveScores.name(
                property, fields.scoresOf(property).contains(score) ? score : DescriptiveScores.COUNT);
    }

    /** Says so where a score was asked for that the property does not have. */
    public Optional<String> fallback() {
        Optional<String> score = settings.text("score");
        return property()
                .filter(name -> score.isPresent() && !fields.scoresOf(name).contains(score.get()))
                .map(name -> name + " holds no numbers, so its count is drawn.");
    }
}
