package com.cdhdashboard.app.page.home;

import com.cdhdashboard.app.Workspace;
import com.cdhdashboard.app.route.Section;
import com.cdhdashboard.app.route.TableState;
import com.cdhdashboard.app.route.Urls;
import com.cdhdashboard.app.route.ViewState;
import com.cdhdashboard.app.view.Answers;
import com.cdhdashboard.app.view.CardView;
import com.cdhdashboard.app.view.Frames;
import com.cdhdashboard.app.view.Respond;
import com.cdhdashboard.app.view.SizeText;
import com.cdhdashboard.app.view.Snapshots;
import com.cdhdashboard.app.view.Templates;
import com.cdhdashboard.core.cube.Filter;
import com.cdhdashboard.core.error.Position;
import com.cdhdashboard.core.error.Problem;
import com.cdhdashboard.core.figure.NumberText;
import com.cdhdashboard.core.ingest.LoadedData;
import com.cdhdashboard.core.period.ComparedPeriods;
import com.cdhdashboard.core.period.ComparedWith;
import com.cdhdashboard.core.report.DashboardRequest;
import com.cdhdashboard.core.report.Finding;
import com.cdhdashboard.core.report.ReportEntry;
import com.cdhdashboard.core.snapshot.Snapshot;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Answers the first page and its JSON twin. */
public final class HomeHandler {
    private static final List<HomePage.Step> LOOKING = List.of(
            new HomePage.Step(
                    "Open the dashboard",
                    "Headline numbers, their change and their course",
                    Urls.DASHBOARD,
                    "dashboard",
                    true),
            new HomePage.Step(
                    "Explore the reports",
                    "Break rates and revenue down by any dimension, filter, download",
                    Urls.REPORTS,
                    "reports",
                    false));
    private static final HomePage.Step OWN = new HomePage.Step(
            "Make it your own",
            "Choose in forms which rows count, what is counted and which reports there are",
            Urls.CONFIGURATION,
            "settings",
            false);

    private final Workspace workspace;
    private final Answers answers;
    private final Frames frames;
    private final Templates templates;

    public HomeHandler(Workspace workspace, Answers answers, Frames frames, Templates templates) {
        this.workspace = workspace;
        this.answers = answers;
        this.frames = frames;
        this.templates = templates;
    }

    public void page(Context context) {
        Respond.html(context, templates.render("page/home", model(context)));
    }

    public void json(Context context) {
        Snapshot now = Snapshots.of(context, workspace);
        LoadedData data = now.loaded();
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("files", data.files());
        answer.put("rows", data.rows());
        answer.put("from", data.from());
        answer.put("to", data.to());
        answer.put("imported_at", data.importedAt());
        answer.put("holdings", now.holdings().rows());
        answer.put("data_version", now.version());
        answer.put("demo_data", now.configured().demo());
        answer.put(
                "metrics", now.metrics().stream().map(metric -> metric.name()).toList());
        answer.put(
                "reports",
                Section.REPORTS.entries(now.reports()).stream()
                        .map(ReportEntry::key)
                        .toList());
        answer.put(
                "findings",
                answers.findings(now).stream().map(HomeHandler::finding).toList());
        answer.put("problems", now.problems().stream().map(Problem::toString).toList());
        answer.put("notes", data.notes());
        Respond.json(context, answer);
    }

    private HomePage model(Context context) {
        Snapshot now = Snapshots.of(context, workspace);
        LoadedData data = now.loaded();
        boolean loaded = data.rows() > 0;
        List<Finding> findings = loaded ? answers.findings(now) : List.of();
        return new HomePage(
                frames.frame(context, "Home", Urls.HOME),
                CardView.ofDashboard(
                        loaded
                                ? answers.dashboard(
                                                now,
                                                new DashboardRequest(List.of(), Optional.empty(), Optional.empty()))
                                        .cards()
                                : List.of(),
                        now,
                        ViewState.EMPTY),
                findings.stream().map(HomeHandler::line).toList(),
                findings.stream().findFirst().map(Finding::periods).orElse(""),
                imports(now),
                facts(now),
                steps(now),
                now.problems().stream().map(HomeHandler::line).toList(),
                data.notes(),
                loaded);
    }

    private static HomePage.FindingLine line(Finding finding) {
        return new HomePage.FindingLine(finding, Urls.dashboard(compared(finding)));
    }

    /** The headline numbers of the group alone, in both periods. */
    private static ViewState compared(Finding finding) {
        List<Filter> filters = new ArrayList<>(finding.group().stream().toList());
        finding.days().ifPresent(days -> filters.add(days.shown().filter()));
        return new ViewState(Map.of(), filters, TableState.FIRST)
                .withComparedWith(finding.days()
                        .map(ComparedPeriods::other)
                        .map(other -> new ComparedWith(other.from(), other.to())));
    }

    private static Map<String, Object> finding(Finding finding) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("metric", finding.metric());
        object.put("score", finding.score());
        object.put("headline", finding.headline());
        object.put("evidence", finding.evidence());
        object.put("periods", finding.periods());
        object.put("good", finding.good());
        object.put("url", line(finding).url());
        return object;
    }

    private static List<HomePage.Fact> imports(Snapshot now) {
        List<HomePage.Fact> imports = new ArrayList<>();
        imported("Interaction history", now.loaded()).ifPresent(imports::add);
        imported("Product holdings", now.holdings()).ifPresent(imports::add);
        return imports;
    }

    /** What was imported last; the label is what, the value when. */
    private static Optional<HomePage.Fact> imported(String what, LoadedData data) {
        String days = data.from()
                .flatMap(from -> data.to().map(to -> ", " + SizeText.day(from) + " to " + SizeText.day(to)))
                .orElse("");
        String leftOut = data.leftOut()
                .map(rows -> "; left out: " + NumberText.count(rows.filtered()) + " by the filter, "
                        + NumberText.count(rows.repeated()) + " repeated, " + NumberText.count(rows.rejected())
                        + " unreadable")
                .orElse("");
        return data.importedAt()
                .map(at -> new HomePage.Fact(
                        what,
                        at.toString(),
                        NumberText.count(data.rows()) + " rows of " + NumberText.count(data.files())
                                + (data.files() == 1 ? " file" : " files") + days + leftOut));
    }

    private List<HomePage.Fact> facts(Snapshot now) {
        LoadedData data = now.loaded();
        List<ReportEntry> reports = Section.REPORTS.entries(now.reports());
        long ready = reports.stream().filter(entry -> entry.reason().isEmpty()).count();
        long held = now.metrics().stream()
                .filter(metric -> now.cubes().schema(metric.name()).isPresent())
                .count();
        String days = data.from()
                .flatMap(from -> data.to().map(to -> SizeText.day(from) + " to " + SizeText.day(to)))
                .orElse("");
        List<HomePage.Fact> facts = new ArrayList<>(List.of(
                new HomePage.Fact("Rows", NumberText.count(data.rows()), "prepared rows in the store"),
                new HomePage.Fact("Files", NumberText.count(data.files()), "imported so far"),
                new HomePage.Fact("Period", days.isEmpty() ? NumberText.NOT_AVAILABLE : days, "days with outcomes"),
                new HomePage.Fact("Metrics", held + " of " + now.metrics().size(), "with data, of those configured"),
                new HomePage.Fact("Reports", ready + " of " + reports.size(), "that can be shown")));
        if (!now.customerMetrics().isEmpty()) {
            long holdings = now.holdings().rows();
            facts.add(new HomePage.Fact("Holdings", NumberText.count(holdings), "product holdings in the store"));
        }
        return facts;
    }

    private List<HomePage.Step> steps(Snapshot now) {
        LoadedData data = now.loaded();
        List<HomePage.Step> steps = new ArrayList<>();
        boolean loaded = data.rows() > 0;
        if (loaded && !now.metrics().isEmpty()) {
            steps.addAll(LOOKING);
        }
        if (now.configured().demo()) {
            steps.add(new HomePage.Step(
                    "Show your own data",
                    "Set demo_mode to false, then import an export",
                    Urls.configuration("variants", "", ""),
                    "settings",
                    !loaded));
            return steps;
        }
        steps.add(importing(loaded));
        if (loaded && !frames.readOnly()) {
            steps.add(OWN);
        }
        return steps;
    }

    private static HomePage.Step importing(boolean loaded) {
        return new HomePage.Step(
                loaded ? "Import more data" : "Import an export",
                loaded
                        ? "New files are added; files imported before are recognised and skipped"
                        : "Interaction-history files as zip, gzip, JSON, parquet, CSV or XLSX, from a folder or by upload",
                Urls.IMPORT,
                "import",
                !loaded);
    }

    private static HomePage.ProblemLine line(Problem problem) {
        return new HomePage.ProblemLine(
                problem.severity().name().toLowerCase(Locale.ROOT),
                problem.position().map(Position::toString),
                problem.path(),
                problem.message());
    }
}
