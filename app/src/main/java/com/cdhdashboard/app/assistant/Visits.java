package com.cdhdashboard.app.assistant;

import com.cdhdashboard.app.view.Respond;
import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import java.util.Optional;

/** Which browser a request is from, by a cookie that no script and no other site can use. */
public final class Visits {
    private static final int SECONDS_KEPT = 180 * 24 * 60 * 60;

    private Visits() {}

    public static Optional<Visitor> of(Context context) {
        return Visitor.of(Optional.ofNullable(context.cookie(Visitor.COOKIE)));
    }

    /** The same; a browser that is not known yet is told its cookie. */
    public static Visitor begin(Context context) {
        Optional<Visitor> known = of(context);
        Visitor visitor = known.orElseGet(Visitor::begun);
        String path = Respond.mount(context).address("/");
        context.cookie(
                new Cookie(Visitor.COOKIE, visitor.id(), path, SECONDS_KEPT, false, true, null, SameSite.STRICT));
        return visitor;
    }
}
