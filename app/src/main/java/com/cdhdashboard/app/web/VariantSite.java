package com.cdhdashboard.app.web;

import com.cdhdashboard.app.Workspace;
import com.cdhdashboard.app.api.Api;
import com.cdhdashboard.app.assistant.AnswerThreads;
import com.cdhdashboard.app.assistant.SessionModels;
import com.cdhdashboard.app.audit.AuditLog;
import com.cdhdashboard.app.audit.AuditedTools;
import com.cdhdashboard.app.configuration.Authoring;
import com.cdhdashboard.app.imports.ImportJobs;
import com.cdhdashboard.app.imports.Uploads;
import com.cdhdashboard.app.mcp.McpEndpoint;
import com.cdhdashboard.app.page.configuration.ConfigurationHandler;
import com.cdhdashboard.app.page.configuration.EntryHandler;
import com.cdhdashboard.app.page.configuration.apply.HistoryHandler;
import com.cdhdashboard.app.page.configuration.apply.ReviewHandler;
import com.cdhdashboard.app.page.configuration.expression.ExpressionHandler;
import com.cdhdashboard.app.page.configuration.fields.FieldsHandler;
import com.cdhdashboard.app.page.configuration.files.DraftFilesHandler;
import com.cdhdashboard.app.page.configuration.studio.Studies;
import com.cdhdashboard.app.page.configuration.studio.Studio;
import com.cdhdashboard.app.page.configuration.studio.StudioHandler;
import com.cdhdashboard.app.page.customers.CustomersHandler;
import com.cdhdashboard.app.page.dashboard.DashboardHandler;
import com.cdhdashboard.app.page.differences.DifferencesHandler;
import com.cdhdashboard.app.page.explanation.ExplanationHandler;
import com.cdhdashboard.app.page.home.HomeHandler;
import com.cdhdashboard.app.page.imports.ImportHandler;
import com.cdhdashboard.app.page.reports.QuestionHandler;
import com.cdhdashboard.app.page.reports.ReportsHandler;
import com.cdhdashboard.app.route.Mount;
import com.cdhdashboard.app.route.Section;
import com.cdhdashboard.app.route.Urls;
import com.cdhdashboard.app.security.AllowedRoots;
import com.cdhdashboard.app.view.Answers;
import com.cdhdashboard.app.view.Frames;
import com.cdhdashboard.app.view.Templates;
import com.cdhdashboard.app.view.Variants;
import com.cdhdashboard.assistant.tool.Tools;
import io.javalin.config.RoutesConfig;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;

/** The pages and the API of one configuration. */
final class VariantSite implements AutoCloseable {
    private final Variants.Served served;
    private final Frames frames;
    private final Answers answers;
    private final Uploads uploads;
    private final ServerOptions options;
    private final Templates templates;
    private final Errors errors;
    private final ImportJobs jobs;
    private final AuditedTools tools;
    private final Studies studies;
    private final AssistantSite assistant;

    VariantSite(
            Variants.Served served,
            Frames frames,
            Answers answers,
            Uploads uploads,
            AnswerThreads threads,
            ServerOptions options) {
        this.served = served;
        this.frames = frames;
        this.answers = answers;
        this.uploads = uploads;
        this.options = options;
        this.templates = new Templates(served.mount());
        this.errors = new Errors(frames, templates);
        this.studies = new Studies(served.workspace(), uploads);
        this.jobs = new ImportJobs(served.workspace()::importer, Clock.systemUTC());
        this.tools = new AuditedTools(
                Tools.all(), AuditLog.in(options.data(), served.mount().name()), Clock.systemUTC());
        this.assistant = new AssistantSite(served, new SessionModels(options.models()), threads, frames, templates);
    }

    Mount mount() {
        return served.mount();
    }

    Workspace workspace() {
        return served.workspace();
    }

    boolean readOnly() {
        return served.authoring().readOnly();
    }

    Errors errors() {
        return errors;
    }

    void register(RoutesConfig config) {
        MountedRoutes routes = new MountedRoutes(config, mount());
        Workspace workspace = served.workspace();
        pages(routes, new HomeHandler(workspace, answers, frames, templates));
        DifferencesHandler differences = new DifferencesHandler(workspace, frames, templates);
        routes.get(Urls.DIFFERENCES, differences::page);
        routes.get(Urls.DIFFERENCES_JSON, differences::json);
        pages(routes, new DashboardHandler(workspace, answers, frames, templates));
        pages(routes, new QuestionHandler(workspace, answers, frames, templates));
        reports(routes, section -> new ReportsHandler(section, workspace, answers, frames, templates));
        ImportHandler.ImportSources sources =
                new ImportHandler.ImportSources(new AllowedRoots(options.roots()), uploads, options.discardUploads());
        pages(routes, new ImportHandler(workspace, sources, jobs, frames, templates));
        pages(routes, new CustomersHandler(workspace, answers, frames, templates));
        pages(routes, new ExplanationHandler(workspace, answers, frames, templates));
        assistant.register(routes, answers);
        authoring(routes, served.authoring());
        Api api = new Api(workspace, answers, options.uploadFolder(), tools);
        api.endpoints().forEach(routes::add);
        McpEndpoint agents = new McpEndpoint(workspace, tools, options.signIn().agents());
        routes.post(Urls.MCP, agents::answer);
        routes.get(Urls.MCP, agents::answer);
    }

    private void authoring(MountedRoutes routes, Authoring authoring) {
        // Before the steps of the configuration, whose route would take it for one
        routes.get(Urls.CONFIGURATION_SCHEMA, new SchemaHandler()::send);
        pages(routes, new ReviewHandler(authoring, jobs, options.signIn().who(), frames, templates));
        pages(routes, new HistoryHandler(authoring, frames, templates));
        pages(routes, new DraftFilesHandler(authoring));
        // As are the charts of its studio
        StudioHandler charts = new StudioHandler(studies, authoring, templates);
        routes.get(Urls.STUDIO_CHART, charts::chart);
        routes.get(Urls.STUDIO_PROGRESS, charts::progress);
        ConfigurationHandler configuration = new ConfigurationHandler(
                workspace(), authoring, frames, templates, new Studio(studies, assistant.studioModel()));
        pages(routes, configuration.entries());
        pages(routes, configuration.expressions());
        pages(routes, configuration.fields());
        pages(routes, configuration);
    }

    private static void pages(MountedRoutes routes, HomeHandler home) {
        routes.get(Urls.HOME, home::page);
        routes.get(Urls.HOME_JSON, home::json);
    }

    private static void pages(MountedRoutes routes, DashboardHandler dashboard) {
        routes.get(Urls.DASHBOARD, dashboard::page);
        routes.get(Urls.DASHBOARD_JSON, dashboard::json);
    }

    private static void pages(MountedRoutes routes, QuestionHandler questions) {
        routes.get(Urls.QUESTION, questions::page);
        QuestionHandler.formats().forEach(format -> routes.get(Urls.QUESTION + "." + format, questions.file(format)));
        routes.get(Urls.QUESTION_FILTERS + "/<metric>", questions::filters);
    }

    private static void reports(MountedRoutes routes, Function<Section, ReportsHandler> handlers) {
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

    private static void pages(MountedRoutes routes, ImportHandler imports) {
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

    private static void pages(MountedRoutes routes, CustomersHandler customers) {
        routes.get(Urls.CUSTOMERS + "/<metric>", customers::answer);
    }

    private static void pages(MountedRoutes routes, ExplanationHandler explanations) {
        routes.get(Urls.EXPLANATIONS + Urls.REPORTS + "/<key>", explanations.report(Section.REPORTS));
        routes.get(Urls.EXPLANATIONS + Urls.CLV + "/<key>", explanations.report(Section.CLV));
        routes.get(Urls.EXPLANATIONS + Urls.QUESTION, explanations.question(Optional.empty()));
        routes.get(Urls.EXPLANATIONS + Urls.QUESTION + ".json", explanations.question(Optional.of("json")));
        routes.get(Urls.EXPLANATIONS + Urls.CUSTOMERS + "/<metric>", explanations::customers);
    }

    private static void pages(MountedRoutes routes, ExpressionHandler expressions) {
        routes.post(Urls.CONFIGURATION_EXPRESSION, expressions::show);
    }

    private static void pages(MountedRoutes routes, FieldsHandler fields) {
        routes.get(Urls.CONFIGURATION_FIELDS, fields::answer);
    }

    private static void pages(MountedRoutes routes, EntryHandler entries) {
        routes.get(Urls.CONFIGURATION_PREVIEW, entries::preview);
        routes.get(Urls.CONFIGURATION_CELLS, entries::cells);
        routes.post(Urls.CONFIGURATION_TAKE, entries::take);
    }

    private static void pages(MountedRoutes routes, ConfigurationHandler configuration) {
        routes.get(Urls.CONFIGURATION, configuration::first);
        routes.get(Urls.CONFIGURATION_JSON, configuration::json);
        routes.get(Urls.CONFIGURATION_KEYS, configuration::keys);
        routes.get(Urls.CONFIGURATION + "/{step}", configuration::step);
        routes.post(Urls.CONFIGURATION_EDIT, configuration::edit);
        routes.post(Urls.CONFIGURATION_TEXT, configuration::text);
        routes.post(Urls.CONFIGURATION_UNDO, configuration::undo);
    }

    private static void pages(MountedRoutes routes, ReviewHandler review) {
        routes.get(Urls.CONFIGURATION_REVIEW, review::page);
        routes.get(Urls.CONFIGURATION_APPLIED, review::applied);
        routes.post(Urls.CONFIGURATION_MERGE, review::merge);
        routes.post(Urls.CONFIGURATION_APPLY, review::apply);
        routes.post(Urls.CONFIGURATION_CANCEL, review::cancel);
    }

    private static void pages(MountedRoutes routes, DraftFilesHandler files) {
        routes.get(Urls.CONFIGURATION_DOWNLOAD, files::download);
        routes.post(Urls.CONFIGURATION_SAVE, files::save);
        routes.post(Urls.CONFIGURATION_DISCARD, files::discard);
        routes.post(Urls.CONFIGURATION_UPLOAD, files::upload);
    }

    private static void pages(MountedRoutes routes, HistoryHandler history) {
        routes.get(Urls.CONFIGURATION_HISTORY, history::page);
        routes.post(Urls.CONFIGURATION_RESTORE, history::restore);
    }

    /** Ends the running import. */
    @Override
    public void close() {
        studies.close();
        assistant.close();
        jobs.close();
    }
}
