package com.cdhdashboard.app.route;

import com.cdhdashboard.core.cube.Filter;
import com.cdhdashboard.core.report.ReportEntry;
import com.cdhdashboard.core.report.configured.AdHocReport;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The addresses of all pages within a configuration; no other place puts one together, and {@link Mount} what is before. */
public final class Urls {
    public static final String HOME = "/";
    public static final String HOME_JSON = "/index.json";
    public static final String DIFFERENCES = "/differences";
    public static final String DIFFERENCES_JSON = "/differences.json";
    public static final String IMPORT = "/import";
    /** The parameter that says which kind of data the import page is about, and its value for product holdings. */
    public static final String KIND = "kind";

    public static final String HOLDINGS = "holdings";
    public static final String IMPORT_JSON = "/import.json";
    public static final String IMPORT_JOB = "/import/job";
    public static final String IMPORT_START = "/import/start";
    public static final String IMPORT_CANCEL = "/import/cancel";
    /** The parameter that names the file of which the import page shows rejected rows. */
    public static final String REJECTED_OF = "rejected";

    public static final String IMPORT_REJECTED = "/import/rejected";
    public static final String UPLOADS = "/import/uploads";
    public static final String KEPT_UPLOADS_DELETE = "/import/kept/delete";
    public static final String CONFIGURATION_SCHEMA = "/configuration/schema.json";
    public static final String DASHBOARD = "/dashboard";
    public static final String DASHBOARD_JSON = "/dashboard.json";
    public static final String REPORTS = "/reports";
    public static final String REPORTS_JSON = "/reports.json";
    public static final String FILTERS = "/filters";
    /** A report that is in no configuration. */
    public static final String QUESTION = AdHocReport.PATH;

    public static final String QUESTION_FILTERS = "/question-filters";
    public static final String CLV = "/clv";
    public static final String CLV_JSON = "/clv.json";
    public static final String CLV_CANCEL = "/clv/cancel";
    public static final String CLV_AGAIN = "/clv/again";
    public static final String CLV_FILTERS = "/clv-filters";
    public static final String CUSTOMERS = "/customers";
    public static final String EXPLANATIONS = "/explanations";
    public static final String CONFIGURATION = "/configuration";
    public static final String CONFIGURATION_JSON = "/configuration.json";
    /** What the editor of the text completes. */
    public static final String CONFIGURATION_KEYS = CONFIGURATION + "/keys.json";

    /** Which fields a draft can name. */
    public static final String CONFIGURATION_FIELDS = CONFIGURATION + "/fields.json";

    public static final String CONFIGURATION_PREVIEW = CONFIGURATION + "/preview";
    public static final String CONFIGURATION_EXPRESSION = CONFIGURATION + "/expression";
    public static final String CONFIGURATION_CELLS = CONFIGURATION + "/cells";
    /** The parameter that says that a report was taken into a draft just now. */
    public static final String TAKEN = "taken";

    /** The report that was taken is no other. */
    public static final String NEW = "new";

    public static final String CONFIGURATION_TAKE = CONFIGURATION + "/take";
    public static final String CONFIGURATION_EDIT = CONFIGURATION + "/edit";
    public static final String CONFIGURATION_TEXT = CONFIGURATION + "/text";
    public static final String CONFIGURATION_DISCARD = CONFIGURATION + "/discard";
    public static final String CONFIGURATION_DOWNLOAD = CONFIGURATION + "/download";
    public static final String CONFIGURATION_SAVE = CONFIGURATION + "/save";
    public static final String CONFIGURATION_REVIEW = CONFIGURATION + "/review";
    public static final String CONFIGURATION_MERGE = CONFIGURATION + "/merge";
    public static final String CONFIGURATION_APPLY = CONFIGURATION + "/apply";
    public static final String CONFIGURATION_APPLIED = CONFIGURATION + "/applied";
    public static final String CONFIGURATION_CANCEL = CONFIGURATION + "/cancel";
    public static final String CONFIGURATION_HISTORY = CONFIGURATION + "/history";
    public static final String CONFIGURATION_RESTORE = CONFIGURATION + "/restore";
    public static final String CONFIGURATION_UNDO = CONFIGURATION + "/undo";
    public static final String CONFIGURATION_STUDIO = CONFIGURATION + "/studio";
    public static final String STUDIO_PROGRESS = CONFIGURATION_STUDIO + "/progress";
    public static final String STUDIO_CHART = CONFIGURATION_STUDIO + "/chart";
    public static final String CONFIGURATION_UPLOAD = CONFIGURATION + "/upload";
    public static final String ASSISTANT = "/assistant";
    public static final String ASSISTANT_ASK = ASSISTANT + "/ask";
    public static final String ASSISTANT_KEY = ASSISTANT + "/key";
    public static final String ASSISTANT_FORGET = ASSISTANT + "/forget";
    public static final String ASSISTANT_CONSENT = ASSISTANT + "/consent";
    public static final String ASSISTANT_WITHDRAW = ASSISTANT + "/withdraw";
    public static final String ASSISTANT_LOG = ASSISTANT + "/log";
    public static final String ASSETS = "/assets";
    public static final String ICON = "/favicon.ico";
    public static final String API = "/api/v1";
    public static final String STATUS = API + "/status";
    public static final String BUNDLE = API + "/bundle";
    public static final String TOOLS = API + "/tools";
    /** Where agents ask by the Model Context Protocol. */
    public static final String MCP = "/mcp";

    public static final String OPENAPI = API + "/openapi.json";

    private Urls() {}

    public static String dashboard(ViewState state) {
        return join(DASHBOARD, state);
    }

    /** The first report over customers. */
    public static String customerReports(ViewState state) {
        return join(CLV, state);
    }

    /** The first report. */
    public static String reports(ViewState state) {
        return join(REPORTS, state);
    }

    public static String report(Section section, String key, ViewState state) {
        return join(section.path() + "/" + segments(key), state);
    }

    /** The page of a report, whatever it is over. */
    public static String pageOf(ReportEntry entry) {
        return report(Section.of(entry), entry.key(), ViewState.EMPTY);
    }

    /** The report as a file: {@code json}, {@code csv} or {@code xlsx}. */
    public static String reportFile(Section section, String key, String format, ViewState state) {
        return join(section.path() + "/" + segments(key) + "." + format, state);
    }

    /** A report that is in no configuration; the state says what it is. */
    public static String question(ViewState state) {
        return join(QUESTION, state);
    }

    /** The same as a file: {@code json}, {@code csv} or {@code xlsx}. */
    public static String questionFile(String format, ViewState state) {
        return join(QUESTION + "." + format, state);
    }

    /** Its filters beside the page-wide ones. */
    public static String questionFilters(String metric, ViewState state) {
        return join(QUESTION_FILTERS + "/" + segments(metric), state);
    }

    /** The filters beside the page-wide ones, fetched when they are opened. */
    public static String reportFilters(String key, ViewState state) {
        return join(FILTERS + "/" + segments(key), state);
    }

    /** A chat with the data, or what is done with it. */
    public static String chat(String id, String... what) {
        return ASSISTANT + "/" + id + (what.length == 0 ? "" : "/" + what[0]);
    }

    /** All customers of a metric. */
    public static String customers(String metric, ViewState state) {
        return join(CUSTOMERS + "/" + segments(metric), state);
    }

    /** All customers of a metric as a file: {@code json}, {@code csv} or {@code xlsx}. */
    public static String customersFile(String metric, String format, ViewState state) {
        return join(CUSTOMERS + "/" + segments(metric) + "." + format, state);
    }

    /** What the numbers in the table of a report mean. */
    public static String explanations(Section section, String key) {
        return EXPLANATIONS + section.path() + "/" + segments(key);
    }

    /** What the numbers of the customers of a metric mean. */
    public static String customersExplanations(String metric) {
        return EXPLANATIONS + CUSTOMERS + "/" + segments(metric);
    }

    /** What is published, as a bundle to save. */
    public static String bundle(boolean customers) {
        return customers ? BUNDLE : BUNDLE + "?customers=false";
    }

    /** The import page of interaction history or of product holdings. */
    public static String imports(boolean holdings) {
        return holdings ? IMPORT + "?" + KIND + "=" + HOLDINGS : IMPORT;
    }

    /** A folder on the import page. */
    public static String folder(String folder, boolean holdings) {
        return imports(holdings) + (holdings ? "&" : "?") + "folder=" + encode(folder);
    }

    /** The import page with the first rejected rows of a file of the last import. */
    public static String rejectedOf(String file, boolean holdings) {
        return imports(holdings) + (holdings ? "&" : "?") + REJECTED_OF + "=" + encode(file) + "#rejected";
    }

    /** How the running import goes on, told to the import page at that folder. */
    public static String importJob(boolean holdings, String folder) {
        return IMPORT_JOB + "?" + (holdings ? KIND + "=" + HOLDINGS + "&" : "") + "folder=" + encode(folder);
    }

    /**
     * A step of the page of the configuration.
     *
     * @param draft what is edited; empty for the configuration that is applied
     * @param item one of several that the step has; empty for the step itself
     */
    public static String configuration(String step, String draft, String item) {
        String query =
                (draft.isEmpty() ? "" : "&draft=" + encode(draft)) + (item.isEmpty() ? "" : "&item=" + encode(item));
        return CONFIGURATION + "/" + step + (query.isEmpty() ? "" : "?" + query.substring(1));
    }

    /** A report that was taken into a draft from its page, which says so. */
    public static String taken(String draft, String report, boolean isNew) {
        return CONFIGURATION + REPORTS + "?draft=" + encode(draft) + "&" + TAKEN + "=" + (isNew ? NEW : "changed")
                + "&item=" + encode(report);
    }

    /** What applying a draft would do. */
    public static String review(String draft) {
        return CONFIGURATION_REVIEW + "?draft=" + encode(draft);
    }

    /** A configuration that was applied. */
    public static String history(long version) {
        return CONFIGURATION_HISTORY + "?version=" + version;
    }

    /** A report of a draft as it is drawn. */
    public static String preview(String draft, long revision, String report) {
        return entry(CONFIGURATION_PREVIEW, draft, revision, report);
    }

    /** How many cells a metric of a draft would have. */
    public static String cells(String draft, long revision, String metric) {
        return entry(CONFIGURATION_CELLS, draft, revision, metric);
    }

    /** How far a model is that was asked for a sample. */
    public static String studioProgress(String sample) {
        return STUDIO_PROGRESS + "?sample=" + encode(sample);
    }

    /**
     * A proposed report, drawn over its sample.
     *
     * @param number of the proposal, so that the chart of another is not taken for its
     */
    public static String studioChart(String sample, String draft, long number, String report) {
        return STUDIO_CHART + "?sample=" + encode(sample) + "&draft=" + encode(draft) + "&proposal=" + number + "&item="
                + encode(report);
    }

    /** The revision is said so that what is shown of another is not taken for it. */
    private static String entry(String path, String draft, long revision, String item) {
        return path + "?draft=" + encode(draft) + "&revision=" + revision + "&item=" + encode(item);
    }

    /** Takes a report over into a draft as its page shows it. */
    public static String take(ViewState state) {
        return join(CONFIGURATION_TAKE, state);
    }

    /** The configuration as a file. */
    public static String configurationFile(String draft) {
        return draft.isEmpty() ? CONFIGURATION_DOWNLOAD : CONFIGURATION_DOWNLOAD + "?draft=" + encode(draft);
    }

    /** The name of the form field and parameter that filters on a dimension. */
    public static String filterName(String dimension) {
        return FilterParameters.name(dimension);
    }

    /** The parameters that say the same as filters. */
    public static List<Parameter> filters(List<Filter> filters) {
        return FilterParameters.of(filters);
    }

    /** What the parameter of a filter says for one value. */
    public static String filterValue(Optional<String> value) {
        return FilterParameters.label(value);
    }

    private static String join(String path, ViewState state) {
        String query = state.query();
        return query.isEmpty() ? path : path + "?" + query;
    }

    /** A slash in a report's key stays one, as servers refuse it encoded. */
    private static String segments(String key) {
        return Arrays.stream(key.split("/", -1)).map(Urls::encode).collect(Collectors.joining("/"));
    }

    private static String encode(String part) {
        return URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
