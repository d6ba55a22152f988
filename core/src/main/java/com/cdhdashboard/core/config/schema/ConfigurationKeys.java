package com.cdhdashboard.core.config.schema;

import com.cdhdashboard.core.config.Family;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** All sections; what they are in the order of the guide. */
public final class ConfigurationKeys {
    public static final SchemaSection COPYRIGHT = GeneralKeys.COPYRIGHT;
    public static final SchemaSection UX = GeneralKeys.UX;
    public static final SchemaSection IH = SourceKeys.IH;
    public static final SchemaSection LIMITS = SourceKeys.LIMITS;
    public static final SchemaSection HOLDINGS = SourceKeys.HOLDINGS;
    public static final SchemaSection EXTENSIONS = SourceKeys.EXTENSIONS;
    public static final SchemaSection METRICS = MetricKeys.METRICS;
    public static final SchemaSection REPORTS = ReportKeys.REPORTS;
    public static final SchemaSection VARIANTS = GeneralKeys.VARIANTS;
    public static final SchemaSection CHAT_WITH_DATA = GeneralKeys.CHAT_WITH_DATA;
    public static final SchemaSection ASSISTANT = GeneralKeys.ASSISTANT;

    private static final String MISSED = "no";

    /** The tables of a file. */
    public static final SchemaSection FILE = SchemaSection.of(
                    "the configuration", "Configuration", "everything that differs from one installation to the next")
            .group(
                    "",
                    section("copyright", COPYRIGHT).otherwiseMeans(MISSED),
                    section("ux", UX).otherwiseMeans(MISSED),
                    section("ih", IH),
                    section("holdings", HOLDINGS).otherwiseMeans(MISSED),
                    section("metrics", METRICS),
                    section("reports", REPORTS).otherwiseMeans(MISSED),
                    section("variants", VARIANTS).otherwiseMeans(MISSED),
                    section("chat_with_data", CHAT_WITH_DATA).otherwiseMeans(MISSED),
                    section("assistant", ASSISTANT).otherwiseMeans(MISSED));

    private static final Map<Family, SchemaSection> FAMILIES = families();

    private ConfigurationKeys() {}

    /** The keys of the metrics of a family. */
    public static SchemaSection of(Family family) {
        return Objects.requireNonNull(FAMILIES.get(family));
    }

    /** The families whose metrics know a key that another family does not; none for sections of other things. */
    public static List<Family> othersKnowing(SchemaSection family, String key) {
        return Stream.of(Family.values())
                .filter(other ->
                        FAMILIES.containsValue(family) && of(other).key(key).isPresent())
                .toList();
    }

    private static Map<Family, SchemaSection> families() {
        Map<Family, SchemaSection> sections = new EnumMap<>(Family.class);
        for (Family family : Family.values()) {
            sections.put(family, MetricKeys.of(family));
        }
        return sections;
    }

    private static SchemaKey section(String name, SchemaSection section) {
        return SchemaKey.of(name, new KeyType.Nested(name), section.meaning());
    }
}
