package com.cdhdashboard.assistant.draft;

import com.cdhdashboard.core.config.edit.TomlText;
import com.cdhdashboard.core.config.read.ConfigurationReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Whether product holdings tell what customers are worth. */
record CustomerRules(SampledFields fields, boolean sampled, List<String> remarks) {
    private static final List<String> NEEDED = List.of("HoldingID", "OneTimeCost", "PurchasedDate");
    private static final List<String> CUSTOMERS = List.of("CustomerID", "SubjectID");
    private static final long MOST_GROUPED = 10;

    Optional<Entry> entry() {
        if (!sampled) {
            return Optional.empty();
        }
        List<String> missing = NEEDED.stream().filter(name -> !has(name)).toList();
        Optional<String> customer = CUSTOMERS.stream().filter(this::has).findFirst();
        if (!missing.isEmpty() || customer.isEmpty()) {
            remarks.add(
                    "The product holdings lack " + String.join(", ", missing.isEmpty() ? CUSTOMERS : missing)
                            + ", so what customers are worth is not drafted; add a metric of the family clv and name its fields.");
            return Optional.empty();
        }
        Map<String, Object> keys = new LinkedHashMap<>();
        keys.put("group_by", groups());
        keys.put(
                "scores",
                TomlText.of(ConfigurationReader.defaultText())
                        .value(List.of("metrics", "clv", "scores"))
                        .orElse(List.of()));
        keys.put("customer_id_col", customer.get());
        return Optional.of(Entry.ofMetric(
                "clv", keys, "There are product holdings with customer, date and cost, so customers can be valued."));
    }

    private boolean has(String name) {
        return fields.holdings().stream().anyMatch(field -> field.name().equals(name));
    }

    /** One field at most, as every customer has one value of each. */
    private List<String> groups() {
        return Stream.concat(
                        fields.holdings().stream().filter(field -> field.name().equals("ControlGroup")),
                        fields.holdings().stream()
                                .filter(field -> NameWords.of(field.name()).has(Set.of("customer", "segment"))))
                .filter(field -> field.kind() == FieldKind.DIMENSION && field.different() <= MOST_GROUPED)
                .map(DataField::name)
                .limit(1)
                .toList();
    }
}
