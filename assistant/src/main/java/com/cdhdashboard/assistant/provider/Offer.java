package com.cdhdashboard.assistant.provider;

import static java.util.Objects.requireNonNull;

import com.cdhdashboard.assistant.settings.Purpose;
import java.util.Optional;

/**
 * What pages may know of the model for a purpose. Holds no secret.
 *
 * @param model in the notation {@code provider/model}; empty where none is configured
 * @param provider as people are told it
 * @param address of its machine, with the port where it is not the usual one
 * @param missing why it cannot be asked, and what to do; empty where it can
 * @param takesKey whether a user may enter a key for the session
 * @param keyLabel caption of that field
 * @param stopsPage whether the page shows nothing else where it cannot be asked
 */
public record Offer(
        Purpose purpose,
        String model,
        String provider,
        String address,
        Optional<String> missing,
        boolean takesKey,
        String keyLabel,
        boolean stopsPage) {
    public Offer {
        requireNonNull(purpose, "purpose");
        requireNonNull(model, "model");
        requireNonNull(provider, "provider");
        requireNonNull(address, "address");
        requireNonNull(missing, "missing");
        requireNonNull(keyLabel, "keyLabel");
    }

    static Offer none(Purpose purpose, String why) {
        return new Offer(purpose, "", "", "", Optional.of(why), false, "", purpose == Purpose.CHAT);
    }

    /** Whether it can be asked. */
    public boolean ready() {
        return missing.isEmpty();
    }
}
