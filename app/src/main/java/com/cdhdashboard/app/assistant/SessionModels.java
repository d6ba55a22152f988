package com.cdhdashboard.app.assistant;

import com.cdhdashboard.assistant.model.LanguageModel;
import com.cdhdashboard.assistant.provider.Models;
import com.cdhdashboard.assistant.provider.Offer;
import com.cdhdashboard.assistant.settings.ApiKey;
import com.cdhdashboard.assistant.settings.Purpose;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The models that may be asked, with keys that users entered for their session: these are held in memory, by browser
 * and by whom they are for, until they are forgotten or the program ends.
 */
public final class SessionModels {
    private static final int MOST = 1_000;

    private final Models models;
    private final Map<Holder, ApiKey> keys = new LinkedHashMap<>(16, 0.75f, true);

    public SessionModels(Models models) {
        this.models = models;
    }

    /** Whose key it is, and for whom: no other machine and no other provider is told it. */
    private record Holder(Visitor visitor, String provider, String address) {}

    private Holder holder(Purpose purpose, Visitor visitor) {
        Offer of = models.offer(purpose, Optional.empty());
        return new Holder(visitor, of.provider(), of.address());
    }

    private synchronized Optional<ApiKey> key(Purpose purpose, Optional<Visitor> visitor) {
        return visitor.map(of -> keys.get(holder(purpose, of)));
    }

    /** Whether the user entered a key for that. */
    public boolean hasKey(Purpose purpose, Optional<Visitor> visitor) {
        return key(purpose, visitor).isPresent();
    }

    /** Keeps a key; that which was used for longest ago goes where there are too many. */
    public synchronized void keep(Purpose purpose, Visitor visitor, ApiKey key) {
        keys.put(holder(purpose, visitor), key);
        if (keys.size() > MOST) {
            keys.remove(keys.keySet().iterator().next());
        }
    }

    public synchronized void forget(Purpose purpose, Visitor visitor) {
        keys.remove(holder(purpose, visitor));
    }

    /** What a user may know of the model for a purpose. */
    public Offer offer(Purpose purpose, Optional<Visitor> visitor) {
        return models.offer(purpose, key(purpose, visitor));
    }

    /**
     * The model for the turns of one question of a user.
     *
     * @throws com.cdhdashboard.assistant.model.ModelException if it cannot be asked, as the offer says
     */
    public LanguageModel forQuestion(Purpose purpose, Optional<Visitor> visitor) {
        return models.forQuestion(purpose, key(purpose, visitor));
    }
}
