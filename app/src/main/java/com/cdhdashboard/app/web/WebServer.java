package com.cdhdashboard.app.web;

import com.cdhdashboard.app.Workspace;
import com.cdhdashboard.app.api.ApiHandler;
import com.cdhdashboard.app.api.BundleHandler;
import com.cdhdashboard.app.configuration.Authoring;
import com.cdhdashboard.app.imports.ImportJobs;
import com.cdhdashboard.app.imports.Uploads;
import com.cdhdashboard.app.page.configuration.ConfigurationHandler;
import com.cdhdashboard.app.page.configuration.EntryHandler;
import com.cdhdashboard.app.page.configuration.apply.HistoryHandler;
import com.cdhdashboard.app.page.configuration.apply.ReviewHandler;
import com.cdhdashboard.app.page.configuration.expression.ExpressionHandler;
import com.cdhdashboard.app.page.configuration.files.DraftFilesHandler;
import com.cdhdashboard.app.page.customers.CustomersHandler;
import com.cdhdashboard.app.page.dashboard.DashboardHandler;
import com.cdhdashboard.app.page.explanation.ExplanationHandler;
import com.cdhdashboard.app.page.home.HomeHandler;
import com.cdhdashboard.app.page.imports.ImportHandler;
import com.cdhdashboard.app.page.reports.ReportsHandler;
import com.cdhdashboard.app.route.Section;
import com.cdhdashboard.app.route.Urls;
import com.cdhdashboard.app.security.AllowedHosts;
import com.cdhdashboard.app.security.AllowedRoots;
import com.cdhdashboard.app.security.SameOrigin;
import com.cdhdashboard.app.view.Answers;
import com.cdhdashboard.app.view.Assets;
import com.cdhdashboard.app.view.Frames;
import com.cdhdashboard.app.view.Templates;
import com.cdhdashboard.core.error.UserException;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.http.HttpResponseException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.function.Function;

/** The running server. */
public final class WebServer implements AutoCloseable {
    /** Forms are small; uploads are streamed and have their own limit. */
    private static final long MAX_FORM_BYTES = 1 << 20;

    private final Javalin javalin;
    private final ImportJobs jobs;
    private final String host;

    private WebServer(Javalin javalin, ImportJobs jobs, String host) {
        this.javalin = javalin;
        this.jobs = jobs;
        this.host = host;
    }

    /**
     * Starts and returns when requests are answered.
     *
     * @throws UserException where the address cannot be listened on, most often as the port is taken, or where others
     *     could reach it without a password
     */
    public static WebServer start(Workspace workspace, Authoring authoring, ServerOptions options) {
        requireSignInBeyondThisMachine(options);
        ImportJobs jobs = new ImportJobs(workspace::importer, Clock.systemUTC());
        SameOrigin origin = new SameOrigin();
        Assets assets = new Assets();
        Frames frames = new Frames(workspace, assets, origin.token(), authoring.readOnly());
        Templates templates = new Templates();
        Errors errors = new Errors(frames, templates);
        RequestFilter filter = new RequestFilter(
                new AllowedHosts(options.host()),
                options.signIn(),
                new RequestFilter.Changes(origin, authoring.readOnly()),
                workspace,
                errors);
        Answers answers = new Answers();
        ImportHandler.ImportSources sources = new ImportHandler.ImportSources(
                new AllowedRoots(options.roots()),
                new Uploads(options.uploadFolder(), options.maxUploadBytes(), new SecureRandom()),
                options.discardUploads());
        Javalin javalin = Javalin.create(config -> {
            limits(config);
            config.routes.before(filter::check);
            config.routes.after(filter::keep);
            assets(config.routes, new AssetHandler(assets));
            pages(config.routes, new HomeHandler(workspace, frames, templates));
            pages(config.routes, new DashboardHandler(workspace, answers, frames, templates));
            reports(config.routes, section -> new ReportsHandler(section, workspace, answers, frames, templates));
            pages(config.routes, new ImportHandler(workspace, sources, jobs, frames, templates));
            pages(config.routes, new CustomersHandler(workspace, answers, frames, templates));
            pages(config.routes, new ExplanationHandler(workspace, answers, frames, templates));
            // Before the steps of the configuration, whose route would take it for one
            config.routes.get(Urls.CONFIGURATION_SCHEMA, new SchemaHandler()::send);
            pages(
                    config.routes,
                    new ReviewHandler(authoring, jobs, options.signIn().who(), frames, templates));
            pages(config.routes, new HistoryHandler(authoring, frames, templates));
            pages(config.routes, new DraftFilesHandler(authoring));
            ConfigurationHandler configuration = new ConfigurationHandler(workspace, authoring, frames, templates);
            pages(config.routes, configuration.entries());
            pages(config.routes, new ExpressionHandler(workspace, authoring, templates));
            pages(config.routes, configuration);
            api(config.routes, new ApiHandler(workspace, answers));
            config.routes.get(Urls.BUNDLE, new BundleHandler(workspace, options.uploadFolder())::send);
            errors(config.routes, errors);
        });
        return new WebServer(listen(javalin, options), jobs, options.host());
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
        });
        config.jetty.modifyServletContextHandler(handler -> handler.addEventListener(new SnapshotRelease()));
    }

    private static void assets(RoutesConfig routes, AssetHandler assets) {
        routes.get(Urls.ASSETS + "/{hash}/{name}", assets::send);
        routes.get(Urls.ICON, assets::icon);
    }

    private static void pages(RoutesConfig routes, HomeHandler home) {
        routes.get(Urls.HOME, home::page);
        routes.get(Urls.HOME_JSON, home::json);
    }

    private static void pages(RoutesConfig routes, DashboardHandler dashboard) {
        routes.get(Urls.DASHBOARD, dashboard::page);
        routes.get(Urls.DASHBOARD_JSON, dashboard::json);
    }

    private static void reports(RoutesConfig routes, Function<Section, ReportsHandler> handlers) {
        ReportsHandler reports = handlers.apply(Section.REPORTS);
        routes.get(Urls.REPORTS, reports::first);
        routes.get(Urls.REPORTS_JSON, reports::menuJson);
        routes.get(Urls.REPORTS + "/<key>", reports::report);
        routes.get(Urls.FILTERS + "/<key>", reports::moreFilters);
        ReportsHandler clv = handlers.apply(Section.CLV);
        routes.get(Urls.CLV, clv::first);
        routes.get(Urls.CLV_JSON, clv::menuJson);
        routes.get(Urls.CLV + "/<key>", clv::report);
        routes.post(Urls.CLV_CANCEL, clv::cancel);
        routes.post(Urls.CLV_AGAIN, clv::startAgain);
        routes.get(Urls.CLV_FILTERS + "/<metric>", clv::filters);
    }

    private static void pages(RoutesConfig routes, ImportHandler imports) {
        routes.get(Urls.IMPORT, imports::page);
        routes.get(Urls.IMPORT_JSON, imports::json);
        routes.get(Urls.IMPORT_JOB, imports::job);
        routes.get(Urls.IMPORT_REJECTED, imports::rejected);
        routes.post(Urls.IMPORT_START, imports::start);
        routes.post(Urls.IMPORT_CANCEL, imports::cancel);
        routes.post(Urls.KEPT_UPLOADS_DELETE, imports::deleteKept);
        routes.post(Urls.UPLOADS, imports::openUpload);
        routes.put(Urls.UPLOADS + "/{batch}", imports::upload);
    }

    private static void pages(RoutesConfig routes, CustomersHandler customers) {
        routes.get(Urls.CUSTOMERS + "/<metric>", customers::answer);
    }

    private static void pages(RoutesConfig routes, ExplanationHandler explanations) {
        routes.get(Urls.EXPLANATIONS + Urls.REPORTS + "/<key>", explanations.report(Section.REPORTS));
        routes.get(Urls.EXPLANATIONS + Urls.CLV + "/<key>", explanations.report(Section.CLV));
        routes.get(Urls.EXPLANATIONS + Urls.CUSTOMERS + "/<metric>", explanations::customers);
    }

    private static void pages(RoutesConfig routes, ExpressionHandler expressions) {
        routes.post(Urls.CONFIGURATION_EXPRESSION, expressions::show);
    }

    private static void pages(RoutesConfig routes, EntryHandler entries) {
        routes.get(Urls.CONFIGURATION_PREVIEW, entries::preview);
        routes.get(Urls.CONFIGURATION_CELLS, entries::cells);
        routes.post(Urls.CONFIGURATION_TAKE, entries::take);
    }

    private static void pages(RoutesConfig routes, ConfigurationHandler configuration) {
        routes.get(Urls.CONFIGURATION, configuration::first);
        routes.get(Urls.CONFIGURATION_JSON, configuration::json);
        routes.get(Urls.CONFIGURATION_KEYS, configuration::keys);
        routes.get(Urls.CONFIGURATION + "/{step}", configuration::step);
        routes.post(Urls.CONFIGURATION_EDIT, configuration::edit);
        routes.post(Urls.CONFIGURATION_TEXT, configuration::text);
        routes.post(Urls.CONFIGURATION_UNDO, configuration::undo);
    }

    private static void pages(RoutesConfig routes, ReviewHandler review) {
        routes.get(Urls.CONFIGURATION_REVIEW, review::page);
        routes.get(Urls.CONFIGURATION_APPLIED, review::applied);
        routes.post(Urls.CONFIGURATION_MERGE, review::merge);
        routes.post(Urls.CONFIGURATION_APPLY, review::apply);
        routes.post(Urls.CONFIGURATION_CANCEL, review::cancel);
    }

    private static void pages(RoutesConfig routes, DraftFilesHandler files) {
        routes.get(Urls.CONFIGURATION_DOWNLOAD, files::download);
        routes.post(Urls.CONFIGURATION_SAVE, files::save);
        routes.post(Urls.CONFIGURATION_DISCARD, files::discard);
        routes.post(Urls.CONFIGURATION_UPLOAD, files::upload);
    }

    private static void pages(RoutesConfig routes, HistoryHandler history) {
        routes.get(Urls.CONFIGURATION_HISTORY, history::page);
        routes.post(Urls.CONFIGURATION_RESTORE, history::restore);
    }

    private static void api(RoutesConfig routes, ApiHandler api) {
        routes.get(Urls.STATUS, api::status);
        routes.get(Urls.API + "/metrics", api::metrics);
        routes.get(Urls.API + "/metrics/{metric}", api::metric);
        routes.get(Urls.API + "/reports", api::reports);
        routes.get(Urls.API + "/reports/<key>", api::report);
    }

    private static void errors(RoutesConfig routes, Errors errors) {
        routes.exception(UserException.class, errors::user);
        routes.exception(HttpResponseException.class, errors::http);
        routes.exception(Exception.class, errors::internal);
        routes.error(404, context -> {
            if (context.attribute("answered") == null) {
                errors.notFound(context);
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

    /** Ends the running import and answers no more requests. */
    @Override
    public void close() {
        jobs.close();
        javalin.stop();
    }
}
