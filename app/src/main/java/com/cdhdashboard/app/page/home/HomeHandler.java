package com.cdhdashboard.app.page.home;

import com.cdhdashboard.app.Workspace;
import com.cdhdashboard.app.route.Section;
import com.cdhdashboard.app.route.Urls;
import com.cdhdashboard.app.view.Frames;
import com.cdhdashboard.app.view.Respond;
import com.cdhdashboard.app.view.SizeText;
import com.cdhdashboard.app.view.Snapshots;
import com.cdhdashboard.app.view.Templates;
import com.cdhdashboard.core.error.Position;
import com.cdhdashboard.core.error.Problem;
import com.cdhdashboard.core.figure.NumberText;
import com.cdhdashboard.core.ingest.LoadedData;
import com.cdhdashboard.core.report.ReportEntry;
import com.cdhdashboard.core.snapshot.Snapshot;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

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
    private final Frames frames;
    private final Templates templates;

    public HomeHandler(Workspace workspace, Frames frames, Templates templates) {
        this.workspace = workspace;
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
        answer.put("problems", now.problems().stream().map(Problem::toString).toList());
        answer.put("notes", data.notes());
        Respond.json(context, answer);
    }

    private HomePage model(Context context) {
        Snapshot now = Snapshots.of(context, workspace);
        LoadedData data = now.loaded();
        return new HomePage(
                frames.frame(context, "Home", Urls.HOME),
                facts(now),
                steps(now),
                now.problems().stream().map(HomeHandler::line).toList(),
                data.notes(),
                data.rows() > 0);
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
