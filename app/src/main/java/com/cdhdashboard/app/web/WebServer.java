package com.cdhdashboard.app.web;

import com.cdhdashboard.app.assistant.AnswerThreads;
import com.cdhdashboard.app.imports.Uploads;
import com.cdhdashboard.app.route.Urls;
import com.cdhdashboard.app.security.AllowedHosts;
import com.cdhdashboard.app.security.SameOrigin;
import com.cdhdashboard.app.view.Answers;
import com.cdhdashboard.app.view.Assets;
import com.cdhdashboard.app.view.Frames;
import com.cdhdashboard.app.view.Respond;
import com.cdhdashboard.app.view.Variants;
import com.cdhdashboard.core.error.UserException;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.http.HttpResponseException;
import java.security.SecureRandom;

/** The running server. */
public final class WebServer implements AutoCloseable {
    /** Forms are small; uploads are streamed and have their own limit. */
    private static final long MAX_FORM_BYTES = 1 << 20;

    private final Javalin javalin;
    private final VariantSites sites;
    private final AnswerThreads threads;
    private final String host;

    private WebServer(Javalin javalin, VariantSites sites, AnswerThreads threads, String host) {
        this.javalin = javalin;
        this.sites = sites;
        this.threads = threads;
        this.host = host;
    }

    /**
     * Starts and returns when requests are answered.
     *
     * @throws UserException where the address cannot be listened on, most often as the port is taken, or where others
     *     could reach it without a password
     */
    public static WebServer start(Variants variants, ServerOptions options) {
        requireSignInBeyondThisMachine(options);
        SameOrigin origin = new SameOrigin();
        Assets assets = new Assets();
        Uploads uploads = new Uploads(options.uploadFolder(), options.maxUploadBytes(), new SecureRandom());
        AnswerThreads threads = new AnswerThreads();
        VariantSites sites = new VariantSites(variants.all().stream()
                .map(served -> new VariantSite(
                        served,
                        new Frames(variants, served, assets, origin.token()),
                        new Answers(variants.all().size()),
                        uploads,
                        threads,
                        options))
                .toList());
        RequestFilter filter =
                new RequestFilter(new AllowedHosts(options.host()), options.signIn(), origin, variants, sites);
        Javalin javalin = Javalin.create(config -> {
            limits(config);
            config.routes.before(filter::check);
            config.routes.after(filter::keep);
            config.routes.after(Respond::complete);
            assets(config.routes, new AssetHandler(assets));
            sites.all().forEach(site -> site.register(config.routes));
            errors(config.routes, sites);
        });
        return new WebServer(listen(javalin, options), sites, threads, options.host());
    }

    private static void requireSignInBeyondThisMachine(ServerOptions options) {
        if (options.signIn().password().isEmpty() && !AllowedHosts.isLoopback(options.host())) {
            throw new UserException("Whoever can reach " + options.host()
                    + " would see all data. Set a password in the environment variable CDHDASHBOARD_PASSWORD, or listen"
                    + " on " + ServerOptions.LOCAL_HOST + " and put a proxy with a sign-in before it");
        }
    }

    private static Javalin listen(Javalin javalin, ServerOptions options) {
        try {
            return javalin.start(options.host(), options.port());
        } catch (RuntimeException e) {
            throw new UserException(
                    UserException.Kind.RESOURCES,
                    "The server cannot listen on " + options.host() + ":" + options.port()
                            + "; is the port taken? Choose another with --port",
                    e);
        }
    }

    private static void limits(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.http.maxRequestSize = MAX_FORM_BYTES;
        config.jetty.modifyHttpConfiguration(http -> {
            http.setSendServerVersion(false);
            http.setRequestHeaderSize(32 << 10);
            // Or else a header of a connection is taken for an earlier one that differs in case only: a wrong token for
            // the
            // right one
            http.setHeaderCacheCaseSensitive(true);
        });
        config.jetty.modifyServletContextHandler(handler -> handler.addEventListener(new SnapshotRelease()));
    }

    private static void assets(RoutesConfig routes, AssetHandler assets) {
        MountedRoutes.get(routes, Urls.ASSETS + "/{hash}/{name}", assets::send);
        MountedRoutes.get(routes, Urls.ICON, assets::icon);
    }

    private static void errors(RoutesConfig routes, VariantSites sites) {
        routes.exception(
                UserException.class, (e, context) -> sites.errors(context).user(e, context));
        routes.exception(
                HttpResponseException.class,
                (e, context) -> sites.errors(context).http(e, context));
        routes.exception(Exception.class, (e, context) -> sites.errors(context).internal(e, context));
        routes.error(404, context -> {
            if (context.attribute("answered") == null) {
                sites.errors(context).notFound(context);
            }
        });
    }

    public int port() {
        return javalin.port();
    }

    /** Where a browser on this machine finds the first page. */
    public String url() {
        return "http://" + host + ":" + port();
    }

    /** Ends the running imports and answers no more requests. */
    @Override
    public void close() {
        threads.close();
        sites.all().forEach(VariantSite::close);
        javalin.stop();
    }
}
