package com.cdhdashboard.assistant.privacy;

/** What people have agreed may be sent. Safe for use by many threads. */
public interface Approvals {
    /**
     * Whether this may be sent to this model.
     *
     * @param fingerprint of what can be sent, see {@link Disclosed#fingerprint}
     */
    boolean approved(String model, String fingerprint);

    /** Agrees; what was agreed for this model before holds no more. */
    void approve(String model, String fingerprint);

    /** Takes back what was agreed for a model. */
    void withdraw(String model);
}
