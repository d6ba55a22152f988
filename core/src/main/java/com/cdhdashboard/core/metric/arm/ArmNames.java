package com.cdhdashboard.core.metric.arm;

import com.cdhdashboard.core.config.MetricConfig;
import com.cdhdashboard.core.cube.Values;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which values name an experiment or an arm, and which of its arms is the control.
 *
 * @param defaults the values that stand for none, by column, as text
 */
public record ArmNames(MetricConfig.Experiment config, Map<String, String> defaults) {
    private static final String USUAL_CONTROL = "control";

    public ArmNames {
        defaults = Map.copyOf(defaults);
    }

    /** The text of a value of one of the experiment's two columns; empty where it stands for none. */
    Optional<String> named(String column, @Nullable Object value) {
        return Values.text(value)
                .filter(text -> !LooseName.trimmed(text).isEmpty())
                .filter(text -> !LooseName.trimmed(text).equals(defaults.get(column)));
    }

    /**
     * The arm the others are compared with: the configured one, else the one called control, both in any case, else the
     * first by name. A configured arm that the experiment does not have stays the control; nothing is then compared.
     *
     * @param arms all arms of one experiment, ascending
     */
    Optional<String> control(Collection<String> arms) {
        if (config.controlGroup().isPresent()) {
            String configured = config.controlGroup().get();
            return arms.contains(configured)
                    ? Optional.of(configured)
                    : inAnyCase(arms, configured).or(config::controlGroup);
        }
        return inAnyCase(arms, USUAL_CONTROL).or(() -> arms.stream().findFirst());
    }

    private static Optional<String> inAnyCase(Collection<String> arms, String name) {
        String key = LooseName.key(name);
        return arms.stream().filter(arm -> LooseName.key(arm).equals(key)).findFirst();
    }
}
