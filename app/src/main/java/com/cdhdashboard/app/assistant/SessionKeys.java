package com.cdhdashboard.app.assistant;

import com.cdhdashboard.assistant.settings.ApiKey;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Keys that users entered for their session: in memory, by browser, until they are forgotten or the program ends. */
public final class SessionKeys {
    private static final int MOST = 1_000;

    private final Map<Visitor, ApiKey> keys = new LinkedHashMap<>(16, 0.75f, true);

    public synchronized Optional<ApiKey> of(Optional<Visitor> visitor) {
        return visitor.map(keys::get);
    }

    /** Keeps a key; that which was used for longest ago goes where there are too many. */
    public synchronized void keep(Visitor visitor, ApiKey key) {
        keys.put(visitor, key);
        if (keys.size() > MOST) {
            keys.remove(keys.keySet().iterator().next());
        }
    }

    public synchronized void forget(Visitor visitor) {
        keys.remove(visitor);
    }
}
