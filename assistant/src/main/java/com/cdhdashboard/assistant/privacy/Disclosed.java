package com.cdhdashboard.assistant.privacy;

import static java.util.Objects.requireNonNull;

import com.cdhdashboard.assistant.model.Prompt;
import com.cdhdashboard.assistant.model.ToolOffer;
import com.cdhdashboard.core.ingest.format.Sha256;
import com.cdhdashboard.core.snapshot.Snapshot;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * All that can be sent of a configuration and its data, for people to agree to.
 *
 * @param metrics by name
 * @param prompt exactly what the first prompt would be, without the person's question
 */
public record Disclosed(List<String> metrics, List<Dimension> dimensions, Prompt prompt) {
    /**
     * A dimension and what is told of it.
     *
     * @param values how many there are
     * @param examples of what a model is told in their place: the first of them, or placeholders; none where it is withheld
     */
    public record Dimension(String name, Disclosure.Treatment treatment, int values, List<String> examples) {
        public Dimension {
            requireNonNull(name, "name");
            requireNonNull(treatment, "treatment");
            examples = List.copyOf(examples);
        }
    }

    public Disclosed {
        metrics = List.copyOf(metrics);
        dimensions = List.copyOf(dimensions);
        requireNonNull(prompt, "prompt");
    }

    private static final int EXAMPLES = 5;

    /**
     * What can be sent of this configuration and data.
     *
     * @param prompt the first one
     */
    public static Disclosed of(Snapshot now, Disclosure disclosure, Prompt prompt) {
        Masking masking = Masking.of(disclosure, now);
        List<String> metrics = new ArrayList<>();
        now.metrics().forEach(metric -> metrics.add(metric.name()));
        now.customerMetrics().forEach(metric -> metrics.add(metric.name()));
        List<Dimension> dimensions = new ArrayList<>();
        for (String name : DimensionValues.names(now)) {
            Disclosure.Treatment treatment =
                    masking.withholds(name) ? Disclosure.Treatment.WITHHELD : disclosure.of(name);
            List<String> values = DimensionValues.of(name, now);
            List<String> examples = treatment == Disclosure.Treatment.WITHHELD
                    ? List.of()
                    : values.stream()
                            .limit(EXAMPLES)
                            .map(value -> masking.shown(name, value))
                            .toList();
            dimensions.add(new Dimension(name, treatment, values.size(), examples));
        }
        return new Disclosed(metrics, dimensions, prompt);
    }

    /** Differs where other names, treatments, instructions or tools could be sent; new values of a dimension change nothing. */
    public String fingerprint() {
        StringBuilder all = new StringBuilder();
        metrics.forEach(name -> field(all, name));
        dimensions.forEach(
                each -> field(field(all, each.name()), each.treatment().name()));
        field(all, prompt.instructions());
        for (ToolOffer tool : prompt.tools()) {
            field(
                    field(field(all, tool.name()), tool.description()),
                    tool.parameters().toString());
        }
        return Sha256.of(all.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** With its length before it, so that no two lists of fields are one text. */
    private static StringBuilder field(StringBuilder all, String text) {
        return all.append(text.length()).append(':').append(text);
    }
}
