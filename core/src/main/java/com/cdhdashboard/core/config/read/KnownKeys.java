package com.cdhdashboard.core.config.read;

import com.cdhdashboard.core.config.Family;
import com.cdhdashboard.core.config.schema.ConfigurationKeys;
import com.cdhdashboard.core.config.schema.SchemaKey;
import com.cdhdashboard.core.config.schema.SchemaSection;
import com.cdhdashboard.core.error.DidYouMean;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Complains of the keys of a table that its schema does not have, and of those without effect. */
final class KnownKeys {
    private KnownKeys() {}

    static void check(Section table, SchemaSection schema) {
        for (String key : table.keys()) {
            Optional<SchemaKey> known = schema.key(key);
            if (known.isEmpty()) {
                unknown(table, schema, key);
            } else if (!known.get().hasEffect() && schema.hasEffect()) {
                table.warning(key, "has no effect; remove it");
            }
        }
    }

    private static void unknown(Section table, SchemaSection schema, String key) {
        List<Family> others = ConfigurationKeys.othersKnowing(schema, key);
        if (!others.isEmpty()) {
            table.warning(
                    key,
                    "is a key of other families ("
                            + others.stream().map(Family::prefix).collect(Collectors.joining(", "))
                            + ") and has no effect here; remove it");
            return;
        }
        String hint = DidYouMean.hint(key, schema.offered());
        String allowed = hint.isEmpty() ? "; its keys are " + String.join(", ", schema.offered()) : hint;
        table.error(key, Found.quote(key) + " is not a key of " + schema.owner() + allowed);
    }
}
