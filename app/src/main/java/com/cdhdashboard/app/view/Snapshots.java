package com.cdhdashboard.app.view;

import com.cdhdashboard.app.Snapshot;
import com.cdhdashboard.app.Workspace;
import io.javalin.http.Context;

/** The data that a request is answered from: looked up at its first question, the same to its end. */
public final class Snapshots {
    private static final String NAME = "snapshot";

    private Snapshots() {}

    public static Snapshot of(Context context, Workspace workspace) {
        Snapshot known = context.attribute(NAME);
        if (known != null) {
            return known;
        }
        Snapshot now = workspace.now();
        context.attribute(NAME, now);
        return now;
    }
}
