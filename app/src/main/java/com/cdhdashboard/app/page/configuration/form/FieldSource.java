package com.cdhdashboard.app.page.configuration.form;

import com.cdhdashboard.core.config.Family;
import java.util.List;
import java.util.Locale;

/** The kind of data whose fields a key names. */
public enum FieldSource {
    IH,
    HOLDINGS;

    private static final String METRICS = "metrics";

    /** By the path of the key: metrics of customers count product holdings. */
    public static FieldSource of(List<String> path) {
        boolean section = !path.isEmpty() && path.get(0).equals(HOLDINGS.key());
        boolean metric =
                path.size() > 1 && path.get(0).equals(METRICS) && path.get(1).startsWith(Family.CLV.prefix());
        return section || metric ? HOLDINGS : IH;
    }

    /** As it is called in the configuration. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
