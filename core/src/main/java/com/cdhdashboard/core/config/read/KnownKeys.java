package com.cdhdashboard.core.config.read;

import com.cdhdashboard.core.config.Family;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The one table of the keys a configuration may hold; reading, suggestions and the documentation's test use it. */
enum KnownKeys {
    FILE("the configuration", "copyright", "ux", "ih", "holdings", "metrics", "reports", "variants", "chat_with_data"),
    COPYRIGHT("[copyright]", "name", "version", "version_date"),
    UX("[ux]", "refresh_dashboard", "refresh_interval", "data_cache_hours", "chat_with_data"),
    IH(
            "[ih]",
            "file_type",
            "file_pattern",
            "ih_group_pattern",
            "hive_partitioning",
            "streaming",
            "background",
            "late_outcome_days",
            "finalise_after_hours",
            "zone_of_days",
            "limits",
            "extensions"),
    LIMITS("[ih.limits]", "max_unpacked_gigabytes", "max_ratio", "max_members", "memory_megabytes"),
    HOLDINGS(
            "[holdings]",
            "file_type",
            "file_pattern",
            "file_group_pattern",
            "hive_partitioning",
            "streaming",
            "background",
            "delimiter",
            "quote",
            "encoding",
            "decimal",
            "header",
            "header_row",
            "sheet",
            "extensions"),
    EXTENSIONS("extensions", "default_values", "filter", "columns"),
    METRICS("[metrics]", "global_filters"),
    ENGAGEMENT(
            "engagement metrics",
            "group_by",
            "filter",
            "scores",
            "positive_model_response",
            "negative_model_response",
            "control_group"),
    CONVERSION(
            "conversion metrics", "group_by", "filter", "scores", "positive_model_response", "negative_model_response"),
    MODEL_ML_SCORES(
            "model_ml_scores metrics",
            "group_by",
            "filter",
            "scores",
            "positive_model_response",
            "negative_model_response",
            "use_t_digest"),
    DESCRIPTIVE("descriptive metrics", "group_by", "filter", "scores", "columns", "use_t_digest"),
    EXPERIMENT(
            "experiment metrics",
            "group_by",
            "filter",
            "scores",
            "positive_model_response",
            "negative_model_response",
            "experiment_name",
            "experiment_group",
            "control_group"),
    CLV(
            "clv metrics",
            "group_by",
            "filter",
            "scores",
            "order_id_col",
            "customer_id_col",
            "monetary_value_col",
            "purchase_date_col",
            "model",
            "recurring_period",
            "recurring_cost",
            "lifespan",
            "observation_end",
            "rfm_segment_config"),
    REPORTS(
            "reports",
            "metric",
            "type",
            "description",
            "group_by",
            "x",
            "y",
            "color",
            "facet_row",
            "facet_column",
            "facet_col",
            "form",
            "scale",
            "cards",
            "size",
            "animation_frame",
            "animation_group",
            "log_x",
            "log_y",
            "r",
            "theta",
            "showlegend",
            "value",
            "reference",
            "view",
            "property",
            "score",
            "clip",
            "share",
            "stages",
            "height",
            "z",
            "aggregation",
            "normalization",
            "cumulative",
            "bins",
            "points",
            "seed",
            "method",
            "model",
            "measure",
            "years",
            "discount_rate",
            "by",
            "against",
            "mode",
            "point_size",
            "opacity",
            "bins_recency",
            "bins_frequency"),
    VARIANTS("[variants]", "name", "description", "demo_mode"),
    CHAT_WITH_DATA("[chat_with_data]", "agent_prompt", "metric_descriptions");

    private static final List<KnownKeys> FAMILIES =
            Arrays.stream(Family.values()).map(KnownKeys::of).toList();

    private final String owner;
    private final List<String> keys;

    KnownKeys(String owner, String... keys) {
        this.owner = owner;
        this.keys = List.of(keys);
    }

    static KnownKeys of(Family family) {
        return valueOf(family.name());
    }

    /** Whose keys these are, as messages and the headings of the documentation say it. */
    String owner() {
        return owner;
    }

    List<String> keys() {
        return keys;
    }

    /** The keys that change something. */
    List<String> effective() {
        return keys.stream().filter(key -> !isWithoutEffect(key)).toList();
    }

    /** Keys that files may hold, so that those of other programs load, and that change nothing. */
    boolean isWithoutEffect(String key) {
        return switch (this) {
            case FILE -> key.equals("chat_with_data");
            case COPYRIGHT -> key.equals("version_date");
            case UX ->
                List.of("data_cache_hours", "chat_with_data", "data_profiling").contains(key);
            case IH -> List.of("ih_group_pattern", "streaming", "background").contains(key);
            case HOLDINGS ->
                List.of("file_group_pattern", "streaming", "background").contains(key);
            case VARIANTS -> key.equals("demo_mode");
            default -> false;
        };
    }

    /** The metric families that know a key; empty where this is not the keys of a family. */
    List<String> familiesKnowing(String key) {
        return FAMILIES.contains(this)
                ? FAMILIES.stream()
                        .filter(other -> other.keys.contains(key))
                        .map(family -> family.name().toLowerCase(Locale.ROOT))
                        .toList()
                : List.of();
    }
}
