package com.cdhdashboard.app.view;

import com.cdhdashboard.core.cache.RecentlyUsed;
import com.cdhdashboard.core.cube.Filter;
import com.cdhdashboard.core.report.DashboardRequest;
import com.cdhdashboard.core.report.DashboardView;
import com.cdhdashboard.core.report.FilterChoice;
import com.cdhdashboard.core.report.Finding;
import com.cdhdashboard.core.report.ReportRequest;
import com.cdhdashboard.core.report.ReportView;
import com.cdhdashboard.core.snapshot.Snapshot;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** What pages are made of, each made once for a version of the data; who asks meanwhile waits for the same answer. */
public final class Answers {
    /**
     * Table cells held, at some 50 bytes each: about 90 MB. Whole responses are held elsewhere; these are for other pages,
     * orders and forms of the same.
     */
    private static final int CAPACITY = 1_800_000;

    private static final int FIGURE_WEIGHT = 2_000;

    private final RecentlyUsed<Question, Object> held;

    /** @param among how many workspaces share the memory */
    public Answers(int among) {
        held = new RecentlyUsed<>(CAPACITY / among, Answers::weight);
    }

    /** A question with all that its answer depends on; no two kinds of answers are asked for alike. */
    private record Question(String version, Object asked) {}

    /** What can be chosen of a metric, or for the whole page. */
    private record Choices(Optional<String> metric, List<Filter> filters) {}

    private record Found(List<Finding> findings) {}

    private record Offered(List<FilterChoice> choices) {}

    private static long weight(Object answer) {
        if (answer instanceof ReportView view) {
            return FIGURE_WEIGHT
                    + 2L * view.table().rows().size() * view.table().columns().size();
        }
        if (answer instanceof DashboardView dashboard) {
            return FIGURE_WEIGHT
                    + dashboard.charts().stream().mapToLong(Answers::weight).sum();
        }
        return answer instanceof Offered offered
                ? 1
                        + offered.choices().stream()
                                .mapToLong(choice -> choice.values().size())
                                .sum()
                : 1;
    }

    private <T> T answer(Snapshot data, Object asked, Class<T> type, Supplier<T> made) {
        return type.cast(held.answer(new Question(data.version(), asked), made::get));
    }

    /** A report as far as it can be drawn now. */
    public ReportView view(Snapshot data, ReportRequest request) {
        ReportView view =
                answer(data, request, ReportView.class, () -> data.reports().view(request));
        if (view.pending().isPresent()) {
            held.drop(new Question(data.version(), request));
        }
        return view;
    }

    /** A report with its models; nobody but who asks here waits for them. */
    public ReportView await(Snapshot data, ReportRequest request) {
        ReportView view = view(data, request);
        return view.pending().isPresent() ? data.reports().await(request) : view;
    }

    public DashboardView dashboard(Snapshot data, DashboardRequest request) {
        return answer(data, request, DashboardView.class, () -> data.reports().dashboard(request));
    }

    /** The largest changes that are more than chance. */
    public List<Finding> findings(Snapshot data) {
        return answer(
                        data,
                        Found.class,
                        Found.class,
                        () -> new Found(data.reports().findings()))
                .findings();
    }

    /** The page-wide filters. */
    public List<FilterChoice> globalFilters(Snapshot data, List<Filter> filters) {
        return choices(data, Optional.empty(), filters, () -> data.reports().globalFilters(filters));
    }

    /** Every dimension of a metric. */
    public List<FilterChoice> filters(Snapshot data, String metric, List<Filter> filters) {
        return choices(data, Optional.of(metric), filters, () -> data.reports().filters(metric, filters));
    }

    private List<FilterChoice> choices(
            Snapshot data, Optional<String> metric, List<Filter> filters, Supplier<List<FilterChoice>> made) {
        Choices asked = new Choices(metric, filters);
        return answer(data, asked, Offered.class, () -> new Offered(made.get())).choices();
    }
}
