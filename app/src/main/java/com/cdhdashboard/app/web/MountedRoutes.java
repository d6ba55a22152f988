package com.cdhdashboard.app.web;

import com.cdhdashboard.app.api.Endpoint;
import com.cdhdashboard.app.route.Mount;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import io.javalin.http.sse.SseClient;
import java.util.function.Consumer;

/** The routes of one configuration: addresses within it, below where its own begin. */
record MountedRoutes(RoutesConfig routes, Mount mount) {
    void add(Endpoint endpoint) {
        if (endpoint.method().equals(HandlerType.POST)) {
            post(endpoint.path(), endpoint.handler());
        } else {
            get(endpoint.path(), endpoint.handler());
        }
    }

    void get(String within, Handler handler) {
        get(routes, mount.address(within), handler);
    }

    /** Who asks for the head alone gets the same without its body, which the server leaves out. */
    static void get(RoutesConfig routes, String path, Handler handler) {
        routes.get(path, handler);
        routes.head(path, handler);
    }

    void post(String within, Handler handler) {
        routes.post(mount.address(within), handler);
    }

    void put(String within, Handler handler) {
        routes.put(mount.address(within), handler);
    }

    void events(String within, Consumer<SseClient> handler) {
        routes.sse(mount.address(within), handler);
        routes.head(mount.address(within), context -> context.contentType("text/event-stream;charset=utf-8"));
    }
}
