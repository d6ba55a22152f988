package com.cdhdashboard.assistant.tool;

import com.cdhdashboard.assistant.question.Addresses;
import com.cdhdashboard.assistant.question.Arguments;
import com.cdhdashboard.assistant.question.Content;
import com.cdhdashboard.assistant.question.Filters;
import com.cdhdashboard.assistant.question.MetricQuestion;
import com.cdhdashboard.assistant.question.Parameters;
import com.cdhdashboard.assistant.question.RowsContent;
import com.cdhdashboard.assistant.question.Withheld;
import com.cdhdashboard.core.config.Family;
import com.cdhdashboard.core.cube.Column;
import com.cdhdashboard.core.cube.CubeSchema;
import com.cdhdashboard.core.cube.Filter;
import com.cdhdashboard.core.cube.Table;
import com.cdhdashboard.core.customer.CustomerSchema;
import com.cdhdashboard.core.error.UserException;
import com.cdhdashboard.core.report.Control;
import com.cdhdashboard.core.report.ReportEntry;
import com.cdhdashboard.core.report.ReportRequest;
import com.cdhdashboard.core.report.ReportView;
import com.cdhdashboard.core.snapshot.Snapshot;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A report of the configuration as its page has it: table, cards, notes. */
final class GetReport implements Tool {
    private static final String KEY = "key";
    private static final String CHOICES = "choices";
    private static final int MOST_CHOICES = 20;

    @Override
    public String name() {
        return "get_report";
    }

    @Override
    public String description() {
        return "Answers a report by its key, as its page shows it: the numbers of its chart, its cards, and what can be"
                + " chosen.";
    }

    @Override
    public ObjectNode parameters() {
        Parameters choice = new Parameters()
                .required("name", Parameters.text("of the choice, as the report tells"))
                .required("value", Parameters.text("one of its options; empty for none"));
        return new Parameters()
                .required(KEY, Parameters.text("key of a report, as list_reports tells"))
                .optional(
                        CHOICES,
                        Parameters.list("other choices than those of the report", choice.json(), 0, MOST_CHOICES))
                .optional(Filters.NAME, Filters.parameter())
                .optional(RowsContent.SORT, RowsContent.sort())
                .optional(RowsContent.LIMIT, RowsContent.limit())
                .json();
    }

    @Override
    public ToolAnswer answer(Snapshot now, ObjectNode json) {
        Arguments arguments = new Arguments(json);
        ReportEntry entry = ReportEntry.of(arguments.required(KEY), ListReports.told(now));
        List<Filter> filters = Filters.of(arguments);
        Withheld.of(now)
                .check(entry.metric(), filters.stream().map(Filter::dimension), dimensions(now, entry.metric()));
        Map<String, String> choices = choices(now, arguments);
        ReportView view = now.reports().await(new ReportRequest(entry.key(), choices, filters));
        return answer(now, new Drawn(entry, view, filters), arguments, Addresses.report(entry, choices, filters));
    }

    /** A report as it was asked for. */
    record Drawn(ReportEntry entry, ReportView view, List<Filter> filters) {}

    static ToolAnswer answer(Snapshot now, Drawn drawn, Arguments arguments, String page) {
        ReportView view = drawn.view();
        boolean ofCustomers = drawn.entry().family() == Family.CLV;
        refusePersons(now, drawn);
        ObjectNode content = Content.object()
                .put("title", view.title())
                .put(MetricQuestion.METRIC, drawn.entry().metric());
        if (!ofCustomers) {
            // Theirs tell of how few somebody was; query_customers has the same numbers
            cards(content.putArray("cards"), view);
        }
        controls(content.putArray(CHOICES), view, Withheld.of(now));
        SmallGroups.Kept kept = ofCustomers
                ? SmallGroups.of(SmallGroups.withoutExtremes(view.table()))
                : new SmallGroups.Kept(view.table(), Optional.empty());
        Table told = RowsContent.add(content, kept.table(), drawn.entry().scores(), arguments);
        view.reason().ifPresent(reason -> content.put("reason", reason));
        List<String> notes = new ArrayList<>(view.notes());
        kept.note().ifPresent(notes::add);
        return Answers.of(content, now, Withheld.of(now).told(notes), Optional.of(told), Optional.of(page));
    }

    private static void refusePersons(Snapshot now, Drawn drawn) {
        String metric = drawn.entry().metric();
        Optional<String> id = now.customers().schema(metric).map(CustomerSchema::customerId);
        if (id.isPresent()
                && SmallGroups.of(now.customers().aggregates(metric, List.of(), drawn.filters()))
                        .table()
                        .rows()
                        .isEmpty()) {
            throw new UserException("fewer than " + SmallGroups.LEAST
                    + " customers are left, who are not told here; widen" + " a filter");
        }
        if (id.filter(name -> drawn.view().table().indexOf(name).isPresent()).isPresent()) {
            throw new UserException("report \"" + drawn.entry().key()
                    + "\" shows single customers, who are not told here; query_customers asks about groups of them");
        }
    }

    private static Map<String, String> choices(Snapshot now, Arguments arguments) {
        Map<String, String> choices = new LinkedHashMap<>();
        for (Arguments choice : arguments.objects(CHOICES)) {
            String value = choice.required("value");
            if (Withheld.of(now).holds(value)) {
                throw new UserException("\"" + value + "\" is not an option of " + choice.required("name"));
            }
            choices.put(choice.required("name"), value);
        }
        return choices;
    }

    private static List<Column> dimensions(Snapshot now, String metric) {
        return now.cubes()
                .schema(metric)
                .map(CubeSchema::dimensions)
                .or(() -> now.customers().schema(metric).map(CustomerSchema::dimensions))
                .orElse(List.of());
    }

    private static void cards(ArrayNode cards, ReportView view) {
        view.cards().forEach(card -> {
            ObjectNode object = cards.addObject().put("title", card.title()).put("value", card.value());
            card.secondary().ifPresent(text -> object.put("secondary", text));
            card.change().ifPresent(text -> object.put("change", text));
            card.changeMeans().ifPresent(text -> object.put("change_means", text));
            card.reason().ifPresent(text -> object.put("reason", text));
        });
    }

    private static void controls(ArrayNode controls, ReportView view, Withheld withheld) {
        view.controls().forEach(control -> {
            ObjectNode object = controls.addObject().put("name", control.name()).put("chosen", control.chosen());
            object.set(
                    "options",
                    Content.array(withheld.told(control.options().stream()
                            .map(Control.Option::value)
                            .toList())));
        });
    }
}
