package com.cdhdashboard.app.page.configuration;

import com.cdhdashboard.app.Workspace;
import com.cdhdashboard.app.page.configuration.entries.Counted;
import com.cdhdashboard.app.page.configuration.entries.FreeName;
import com.cdhdashboard.app.page.configuration.entries.MetricList;
import com.cdhdashboard.app.page.configuration.entries.OutcomeTable;
import com.cdhdashboard.app.page.configuration.entries.Undo;
import com.cdhdashboard.app.page.configuration.form.FieldPath;
import com.cdhdashboard.app.page.configuration.form.Form;
import com.cdhdashboard.app.page.configuration.form.FormSection;
import com.cdhdashboard.app.route.Urls;
import com.cdhdashboard.core.config.Family;
import com.cdhdashboard.core.config.edit.TomlText;
import com.cdhdashboard.core.config.entry.MetricDefaults;
import com.cdhdashboard.core.config.entry.MetricEdits;
import com.cdhdashboard.core.config.entry.Removal;
import com.cdhdashboard.core.config.read.ConfigurationReader;
import com.cdhdashboard.core.config.schema.ConfigurationKeys;
import com.cdhdashboard.core.error.UserException;
import com.cdhdashboard.core.schema.Schema;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The metrics of the configuration, one form each. */
final class MetricsStep implements Step {
    private static final String TABLE = "metrics";
    private static final List<String> GLOBAL_FILTERS = List.of(TABLE, "global_filters");

    private final Workspace workspace;

    MetricsStep(Workspace workspace) {
        this.workspace = workspace;
    }

    @Override
    public String key() {
        return TABLE;
    }

    @Override
    public String title() {
        return "Metrics";
    }

    @Override
    public List<String> tables() {
        return List.of(TABLE);
    }

    @Override
    public String itemOf(List<String> path) {
        return path.size() > 1 && !path.equals(GLOBAL_FILTERS) ? path.get(1) : "";
    }

    @Override
    public Body body(Editing editing, String item) {
        TomlText text = editing.text();
        List<String> names = names(text);
        Optional<MetricList.Open> open =
                Optional.of(item).filter(names::contains).map(name -> open(editing, name, names));
        Optional<FormSection> own = open.isPresent()
                ? Optional.empty()
                : Optional.of(editing.form().section(FieldPath.of(TABLE), ConfigurationKeys.METRICS));
        List<FormSection> sections = Stream.concat(own.stream(), open.map(MetricList.Open::form).stream())
                .toList();
        return new Body(
                "part/configuration/metrics",
                new MetricList(
                        names.stream().map(name -> entry(editing, name, item)).toList(),
                        own,
                        open,
                        Form.suggestions(sections, new KnownNames(editing)::of)));
    }

    private static List<String> names(TomlText text) {
        return text.keys(List.of(TABLE)).stream()
                .filter(name -> text.value(List.of(TABLE, name))
                        .filter(Map.class::isInstance)
                        .isPresent())
                .toList();
    }

    private MetricList.Entry entry(Editing editing, String name, String item) {
        String family =
                Family.of(name).map(of -> ConfigurationKeys.of(of).title()).orElse("no family");
        return new MetricList.Entry(
                name,
                family,
                MetricEdits.reportsOf(editing.text(), name).size(),
                Counted.of(FieldPath.of(TABLE, name), editing.problems()),
                url(editing.draft().id(), name),
                name.equals(item));
    }

    private MetricList.Open open(Editing editing, String name, List<String> names) {
        FieldPath path = FieldPath.of(TABLE, name);
        FormSection form = Schema.section(path.names())
                .map(section -> editing.form().section(path, section))
                .orElseGet(() -> editing.form().section(path, Schema.metric(Family.ENGAGEMENT)));
        boolean counts = form.field(path.child(OutcomeTable.POSITIVE)).isPresent();
        List<MetricList.Link> reports = MetricEdits.reportsOf(editing.text(), name).stream()
                .map(report -> new MetricList.Link(
                        report, new ReportsStep().url(editing.draft().id(), report)))
                .toList();
        return new MetricList.Open(
                name,
                FreeName.of(name, names),
                form,
                reports,
                counts
                        ? Optional.of(OutcomeTable.of(
                                editing.text(), name, data(editing).counts()))
                        : Optional.empty(),
                Urls.cells(editing.draft().id(), editing.draft().revision(), name));
    }

    private DataNames data(Editing editing) {
        return new DataNames(editing.now(), workspace.sample().summary());
    }

    @Override
    public Done act(Edit.Fields fields, Editing editing) {
        TomlText text = editing.text();
        String item = fields.one("item");
        return switch (fields.one("action")) {
            case "add" -> added(fields, editing);
            case "double" -> {
                String name = Edit.newName(fields);
                yield Done.showing(name, MetricEdits.copy(text, item, name));
            }
            case "name" -> {
                String name = Edit.newName(fields);
                yield Done.showing(name, MetricEdits.rename(text, item, name));
            }
            case "delete" -> deleted(text, item);
            case "undo" -> {
                List<Removal.Removed> removed = Undo.read(fields.one("removed"));
                yield Done.showing(
                        removed.isEmpty() ? "" : removed.get(0).path().get(1), Removal.undo(text, removed));
            }
            case "outcome" -> Done.of(OutcomeTable.counted(text, item, fields.one("outcome"), fields.one("as")));
            default -> Step.super.act(fields, editing);
        };
    }

    private Done added(Edit.Fields fields, Editing editing) {
        Family family = Family.of(fields.one("family"))
                .orElseThrow(() -> new UserException("Choose what the new metric is about"));
        TomlText text = editing.text();
        String given = fields.one("to").strip();
        String name = given.isEmpty()
                ? FreeName.of(family.prefix(), names(text))
                : given.startsWith(family.prefix()) ? given : family.prefix() + "_" + given;
        DataNames data = data(editing);
        MetricDefaults defaults =
                new MetricDefaults(TomlText.of(ConfigurationReader.defaultText()), data.fields(), data.outcomes());
        TomlText ready = text.value(GLOBAL_FILTERS).isPresent()
                ? text
                : text.set(GLOBAL_FILTERS, data.fields().contains("Channel") ? List.of("Channel") : List.of());
        return Done.showing(name, MetricEdits.add(ready, name, defaults.of(family)));
    }

    private static Done deleted(TomlText text, String metric) {
        List<String> reports = MetricEdits.reportsOf(text, metric);
        Removal removal = MetricEdits.remove(text, metric);
        String gone = reports.isEmpty()
                ? "No report showed it."
                : "The reports that showed it went with it: " + String.join(", ", reports) + ".";
        return new Done(
                removal.text(),
                Optional.of(""),
                Optional.of(Notice.undo("The metric \"" + metric + "\" is deleted. " + gone, TABLE, removal)));
    }
}
