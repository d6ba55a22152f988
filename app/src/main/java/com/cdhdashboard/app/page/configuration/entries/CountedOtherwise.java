package com.cdhdashboard.app.page.configuration.entries;

import com.cdhdashboard.app.page.configuration.form.FieldSource;
import com.cdhdashboard.core.config.Configuration;
import com.cdhdashboard.core.config.change.Definitions;
import com.cdhdashboard.core.metric.Metrics;
import java.util.List;

/** Whether a metric of a draft is counted in another way than it is now, so that what is drawn is not yet what the draft says. */
public final class CountedOtherwise {
    private CountedOtherwise() {}

    public static boolean is(String metric, Configuration draft, Configuration applied) {
        return definitions(metric, applied).definesOtherwise(metric, definitions(metric, draft));
    }

    private static Definitions definitions(String name, Configuration configuration) {
        return FieldSource.of(List.of("metrics", name)) == FieldSource.HOLDINGS
                ? Definitions.ofHoldings(configuration)
                : Definitions.of(
                        configuration.interactionHistory(),
                        Metrics.of(configuration).stream()
                                .filter(metric -> metric.name().equals(name))
                                .toList());
    }
}
