package com.cdhdashboard.app.view;

import com.cdhdashboard.app.Workspace;
import com.cdhdashboard.app.route.ViewState;
import com.cdhdashboard.core.snapshot.Snapshot;
import io.javalin.http.Context;
import jakarta.servlet.ServletRequest;

/** The configuration and data that a request is answered from: looked up at its first question, the same to its end. */
public final class Snapshots {
    private static final String NAME = "snapshot";

    private Snapshots() {}

    public static Snapshot of(Context context, Workspace workspace) {
        Workspace.Held known = context.attribute(NAME);
        if (known != null) {
            return known.snapshot();
        }
        Workspace.Held held = workspace.hold();
        context.attribute(NAME, held);
        return held.snapshot();
    }

    /** What the address asks to see, with the days of its period. */
    public static ViewState state(Context context, Snapshot now) {
        return ViewState.parse(context.queryParamMap()).upTo(now.loaded().to());
    }

    /** To be called when a request has ended, whatever came of it. */
    public static void release(ServletRequest request) {
        Object held = request.getAttribute(NAME);
        request.removeAttribute(NAME);
        if (held instanceof Workspace.Held read) {
            read.release().run();
        }
    }
}
