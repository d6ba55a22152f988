package com.cdhdashboard.app.page.configuration;

import com.cdhdashboard.core.config.AssistantSettings;
import com.cdhdashboard.core.config.Configuration;
import com.cdhdashboard.core.config.Family;
import com.cdhdashboard.core.config.MetricConfig;
import com.cdhdashboard.core.config.schema.ConfigurationKeys;
import com.cdhdashboard.core.config.schema.KeyType;
import com.cdhdashboard.core.config.schema.Naming;
import com.cdhdashboard.core.config.schema.SchemaKey;
import com.cdhdashboard.core.schema.Schema;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Names that a configuration itself and the schema offer to complete what is typed. */
final class KnownNames {
    private final Configuration configuration;

    KnownNames(Editing editing) {
        this.configuration = editing.configuration();
    }

    List<String> of(String list) {
        return names(list).filter(name -> !name.isBlank()).distinct().sorted().toList();
    }

    private Stream<String> names(String list) {
        return switch (list) {
            case "names-metric" -> configuration.metrics().stream().map(MetricConfig::name);
            case "names-score" -> Arrays.stream(Family.values()).flatMap(family -> Schema.scores(family).stream());
            case "names-outcome" -> offered(Naming.OUTCOME);
            case "names-tool" -> AssistantSettings.TOOLS.stream();
            case "names-zone" -> ZoneId.getAvailableZoneIds().stream().filter(zone -> zone.contains("/"));
            default -> Stream.of();
        };
    }

    private static Stream<String> offered(Naming naming) {
        return Arrays.stream(Family.values())
                .flatMap(family -> ConfigurationKeys.of(family).keys().stream())
                .map(SchemaKey::type)
                .filter(KeyType.Texts.class::isInstance)
                .map(KeyType.Texts.class::cast)
                .filter(type -> type.of() == naming)
                .flatMap(type -> type.offered().stream());
    }
}
