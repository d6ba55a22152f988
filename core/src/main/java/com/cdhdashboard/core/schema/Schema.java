package com.cdhdashboard.core.schema;

import com.cdhdashboard.core.config.Family;
import com.cdhdashboard.core.config.schema.ConfigurationKeys;
import com.cdhdashboard.core.config.schema.KeyType;
import com.cdhdashboard.core.config.schema.Naming;
import com.cdhdashboard.core.config.schema.SchemaKey;
import com.cdhdashboard.core.config.schema.SchemaSection;
import com.cdhdashboard.core.customer.CustomerColumn;
import com.cdhdashboard.core.metric.score.DescriptiveScores;
import com.cdhdashboard.core.metric.score.Score;
import com.cdhdashboard.core.metric.score.Scores;
import com.cdhdashboard.core.report.configured.ReportKinds;
import com.cdhdashboard.core.report.definition.Capability;
import java.util.List;
import java.util.Optional;

/**
 * Sections and keys by where they stand in a file, such as {@code ux}, {@code ih.limits}, {@code metrics.engagement_web}
 * or {@code reports.daily}; names of metrics and reports are whatever the file says.
 */
public final class Schema {
    private static final String METRICS = "metrics";
    private static final String REPORTS = "reports";

    private Schema() {}

    /** The section that a table of a file is; of a report all keys that any kind has. */
    public static Optional<SchemaSection> section(List<String> path) {
        return switch (path.size()) {
            case 0 -> Optional.of(ConfigurationKeys.FILE);
            case 1 -> top(path.get(0));
            case 2 -> below(path.get(0), path.get(1));
            default -> Optional.empty();
        };
    }

    /** As {@link #section(List)}, for a path as problems have it. */
    public static Optional<SchemaSection> section(String path) {
        return section(KeyPath.parse(path));
    }

    /**
     * The key that stands there; of a name in a table by name, such as {@code reports.daily.reference.Web}, the key that
     * holds the table.
     */
    public static Optional<SchemaKey> key(List<String> path) {
        if (path.isEmpty()) {
            return Optional.empty();
        }
        List<String> table = path.subList(0, path.size() - 1);
        Optional<SchemaKey> found = section(table).flatMap(section -> section.key(path.get(path.size() - 1)));
        return found.or(() -> key(table).filter(key -> holdsNames(key.type())));
    }

    /** As {@link #key(List)}, for a path as problems have it. */
    public static Optional<SchemaKey> key(String path) {
        return key(KeyPath.parse(path));
    }

    /** The kinds of report that metrics of a family can be shown with, in the order in which messages name them. */
    public static List<Capability> reports(Family family) {
        return ReportKinds.table().of(family);
    }

    /** The scores that metrics of a family have. */
    public static List<String> scores(Family family) {
        return switch (family) {
            case DESCRIPTIVE -> DescriptiveScores.names();
            case CLV ->
                CustomerColumn.measures().stream().map(CustomerColumn::column).toList();
            case ENGAGEMENT, CONVERSION, MODEL_ML_SCORES, EXPERIMENT ->
                Scores.of(family).stream().map(Score::name).toList();
        };
    }

    private static Optional<SchemaSection> top(String name) {
        return switch (name) {
            case "copyright" -> Optional.of(ConfigurationKeys.COPYRIGHT);
            case "ux" -> Optional.of(ConfigurationKeys.UX);
            case "ih" -> Optional.of(ConfigurationKeys.IH);
            case "holdings" -> Optional.of(ConfigurationKeys.HOLDINGS);
            case METRICS -> Optional.of(ConfigurationKeys.METRICS);
            case REPORTS -> Optional.of(ConfigurationKeys.REPORTS);
            case "variants" -> Optional.of(ConfigurationKeys.VARIANTS);
            case "chat_with_data" -> Optional.of(ConfigurationKeys.CHAT_WITH_DATA);
            case "assistant" -> Optional.of(ConfigurationKeys.ASSISTANT);
            default -> Optional.empty();
        };
    }

    private static Optional<SchemaSection> below(String table, String name) {
        return switch (table) {
            case METRICS -> Family.of(name).map(Schema::metric);
            case REPORTS -> Optional.of(ConfigurationKeys.REPORTS);
            case "ih" -> name.equals("limits") ? Optional.of(ConfigurationKeys.LIMITS) : extensions(name);
            case "holdings" -> extensions(name);
            default -> Optional.empty();
        };
    }

    private static Optional<SchemaSection> extensions(String name) {
        return name.equals("extensions") ? Optional.of(ConfigurationKeys.EXTENSIONS) : Optional.empty();
    }

    /** The keys of the metrics of a family, with the scores that there are. */
    public static SchemaSection metric(Family family) {
        return ConfigurationKeys.of(family)
                .changed(key -> key.type() instanceof KeyType.Texts texts && texts.of() == Naming.SCORE
                        ? key.with(new KeyType.Texts(Naming.SCORE, scores(family)))
                        : key);
    }

    private static boolean holdsNames(KeyType type) {
        return type instanceof KeyType.Table
                || (type instanceof KeyType.Either either
                        && either.types().stream().anyMatch(Schema::holdsNames));
    }
}
