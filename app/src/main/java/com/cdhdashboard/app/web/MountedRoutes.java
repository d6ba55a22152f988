package com.cdhdashboard.app.web;

import com.cdhdashboard.app.route.Mount;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Handler;

/** The routes of one configuration: addresses within it, below where its own begin. */
record MountedRoutes(RoutesConfig routes, Mount mount) {
    void get(String within, Handler handler) {
        routes.get(mount.address(within), handler);
    }

    void post(String within, Handler handler) {
        routes.post(mount.address(within), handler);
    }

    void put(String within, Handler handler) {
        routes.put(mount.address(within), handler);
    }
}
