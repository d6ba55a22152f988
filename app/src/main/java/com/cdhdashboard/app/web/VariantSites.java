package com.cdhdashboard.app.web;

import com.cdhdashboard.app.route.Urls;
import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;

/** The configurations of a server by their addresses. */
record VariantSites(List<VariantSite> all) {
    VariantSites {
        all = List.copyOf(all);
    }

    /** The one that a request is about; empty where its address names none. */
    Optional<VariantSite> of(Context context) {
        return all.stream().filter(site -> site.mount().holds(context.path())).findFirst();
    }

    /** The one that a request is about, or the first, which answers for all. */
    VariantSite answering(Context context) {
        return of(context).orElse(all.get(0));
    }

    Errors errors(Context context) {
        return answering(context).errors();
    }

    /** Whether an address belongs to no configuration alone. */
    static boolean isShared(Context context) {
        return context.path().startsWith(Urls.ASSETS + "/") || context.path().equals(Urls.ICON);
    }
}
