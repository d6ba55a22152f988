package com.cdhdashboard.app.page.configuration;

import com.cdhdashboard.app.page.configuration.entries.FreeName;
import com.cdhdashboard.app.page.configuration.entries.ReportLibrary;
import com.cdhdashboard.app.page.configuration.entries.Undo;
import com.cdhdashboard.app.page.configuration.form.FieldPath;
import com.cdhdashboard.app.page.configuration.form.Form;
import com.cdhdashboard.app.page.configuration.form.FormSection;
import com.cdhdashboard.app.route.Urls;
import com.cdhdashboard.core.config.Configuration;
import com.cdhdashboard.core.config.MetricConfig;
import com.cdhdashboard.core.config.edit.TomlText;
import com.cdhdashboard.core.config.entry.Removal;
import com.cdhdashboard.core.error.UserException;
import com.cdhdashboard.core.report.configured.ReportDefaults;
import com.cdhdashboard.core.report.configured.ReportTitle;
import com.cdhdashboard.core.report.definition.FieldCatalogue;
import com.cdhdashboard.core.schema.ReportForm;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The reports of the configuration: a library of them, and the builder of one. */
final class ReportsStep implements Step {
    private static final String TABLE = "reports";
    private static final String METRIC = "metric";
    private static final String TYPE = "type";
    private static final String DIMENSIONS = "names-dimension";
    private static final String DESCRIPTION = "description";
    private static final Set<String> SHAPING = Set.of(METRIC, TYPE);

    @Override
    public String key() {
        return TABLE;
    }

    @Override
    public String title() {
        return "Reports";
    }

    @Override
    public List<String> tables() {
        return List.of(TABLE);
    }

    @Override
    public String itemOf(List<String> path) {
        return path.size() > 1 ? path.get(1) : "";
    }

    @Override
    public Body body(Editing editing, String item) {
        String draft = editing.draft().id();
        List<String> names = ReportLibrary.names(editing.text());
        Optional<ReportLibrary.Built> built =
                Optional.of(item).filter(names::contains).map(name -> built(editing, name, names));
        List<FormSection> sections =
                built.map(ReportLibrary.Built::form).stream().toList();
        return new Body(
                "part/configuration/reports",
                new ReportLibrary(
                        ReportLibrary.entries(editing.text(), editing.problems(), name -> url(draft, name), item),
                        built,
                        metrics(editing),
                        Form.suggestions(
                                sections,
                                list -> list.equals(DIMENSIONS)
                                        ? dimensions(editing, text(editing.text(), item, METRIC))
                                        : new KnownNames(editing).of(list))));
    }

    private static List<String> dimensions(Editing editing, String metric) {
        Configuration configuration = editing.configuration();
        return configuration
                .metric(metric)
                .map(config ->
                        FieldCatalogue.of(config, configuration.globalFilters()).dimensions())
                .orElse(List.of());
    }

    private static List<String> metrics(Editing editing) {
        return editing.configuration().metrics().stream()
                .map(MetricConfig::name)
                .toList();
    }

    private static ReportLibrary.Built built(Editing editing, String name, List<String> names) {
        FieldPath path = FieldPath.of(TABLE, name);
        FormSection form = editing.form()
                .section(
                        path,
                        new ReportForm(editing.configuration())
                                .section(text(editing.text(), name, METRIC), text(editing.text(), name, TYPE)));
        return new ReportLibrary.Built(
                name,
                path.json(),
                FreeName.of(name, names),
                form,
                editing.text().textOf(path.names()),
                Urls.preview(editing.draft().id(), editing.draft().revision(), name));
    }

    private static String text(TomlText text, String report, String key) {
        return text.value(List.of(TABLE, report, key)).map(String::valueOf).orElse("");
    }

    @Override
    public Done act(Edit.Fields fields, Editing editing) {
        TomlText text = editing.text();
        String item = fields.one("item");
        List<String> path = fields.path().names();
        return switch (fields.one("action")) {
            case "add" -> added(fields, editing);
            case "double" -> {
                String name = Edit.newName(fields);
                yield Done.showing(name, text.copy(List.of(TABLE, item), name));
            }
            case "name" -> {
                String name = Edit.newName(fields);
                yield Done.showing(name, text.rename(List.of(TABLE, item), name));
            }
            case "delete" -> deleted(text, fields.path().last(), item);
            case "undo" -> Done.of(Removal.undo(text, Undo.read(fields.one("removed"))));
            case "up" -> Done.of(moved(text, fields.path().last(), -1));
            case "down" -> Done.of(moved(text, fields.path().last(), 1));
            case "toml" -> Done.of(text.replaceTable(List.of(TABLE, item), fields.one("toml")));
            default -> {
                Done done = fields.one("action").equals("set") && path.size() == 3 && SHAPING.contains(path.get(2))
                        ? Done.of(reshaped(text.set(path, fields.one("value")), path.get(1), editing))
                        : Step.super.act(fields, editing);
                yield path.size() > 2 ? titled(done, path.get(1), editing) : done;
            }
        };
    }

    /** A report whose title was made of what it shows goes on being called by that. */
    private static Done titled(Done done, String report, Editing editing) {
        Map<String, Object> before = keys(editing.text(), report);
        Map<String, Object> after = keys(done.text(), report);
        Optional<Object> old = ReportTitle.of(editing.configuration(), before).map(Object.class::cast);
        Optional<String> title = ReportTitle.of(editing.configuration(), after);
        boolean made = old.isPresent()
                && old.equals(Optional.ofNullable(before.get(DESCRIPTION)))
                && old.equals(Optional.ofNullable(after.get(DESCRIPTION)));
        return made && title.isPresent()
                ? Done.of(done.text().set(List.of(TABLE, report, DESCRIPTION), title.get()))
                : done;
    }

    private static Map<String, Object> keys(TomlText text, String report) {
        Map<String, Object> keys = new LinkedHashMap<>();
        text.keys(List.of(TABLE, report))
                .forEach(key ->
                        keys.put(key, text.value(List.of(TABLE, report, key)).orElseThrow()));
        return keys;
    }

    private static Done added(Edit.Fields fields, Editing editing) {
        String metric = fields.one(METRIC);
        ReportDefaults defaults = new ReportDefaults(editing.configuration(), metric);
        List<String> names = ReportLibrary.names(editing.text());
        String given = fields.one("to").strip();
        if (names.contains(given)) {
            throw new UserException("There is a report \"" + given + "\" already; choose another name");
        }
        String name = given.isEmpty() ? FreeName.of(metric + "_report", names) : given;
        Map<String, Object> keys = new LinkedHashMap<>();
        keys.put(METRIC, metric);
        keys.put(TYPE, defaults.type());
        keys.put(DESCRIPTION, given);
        keys.putAll(defaults.missing(defaults.type(), Map.of()));
        if (given.isEmpty()) {
            keys.put(DESCRIPTION, ReportTitle.of(editing.configuration(), keys).orElse(name));
        }
        return Done.showing(name, editing.text().set(List.of(TABLE, name), keys));
    }

    private static Done deleted(TomlText text, String report, String item) {
        Removal removal = Removal.of(text, List.of(List.of(TABLE, report)));
        return new Done(
                removal.text(),
                item.equals(report) ? Optional.of("") : Optional.empty(),
                Optional.of(Notice.undo("The report \"" + report + "\" is deleted.", TABLE, removal)));
    }

    private static TomlText moved(TomlText text, String report, int by) {
        List<String> names = ReportLibrary.names(text);
        int to = names.indexOf(report) + by;
        if (!names.contains(report) || to < 0 || to >= names.size()) {
            return text;
        }
        List<String> path = List.of(TABLE, report);
        return by < 0 ? text.moveBefore(path, names.get(to)) : text.moveAfter(path, names.get(to));
    }

    /**
     * Another metric or type needs other keys: those that it lacks, or has with names that mean nothing here, are set. Keys
     * that hold what was set so before, and that it does not read, go.
     */
    private static TomlText reshaped(TomlText text, String report, Editing editing) {
        String metric = text(text, report, METRIC);
        if (editing.configuration().metric(metric).isEmpty()) {
            return text;
        }
        ReportDefaults defaults = new ReportDefaults(editing.configuration(), metric);
        String type = defaults.typeLike(text(text, report, TYPE));
        Map<String, Object> given = keys(text, report);
        TomlText shaped = text.set(List.of(TABLE, report, TYPE), type);
        for (Map.Entry<String, Object> filled : filledIn(keys(editing.text(), report), editing.configuration())) {
            boolean read = defaults.reads(type, filled.getKey(), filled.getValue());
            shaped = read ? shaped : shaped.remove(List.of(TABLE, report, filled.getKey()));
        }
        for (Map.Entry<String, Object> missing : defaults.missing(type, given).entrySet()) {
            shaped = shaped.set(List.of(TABLE, report, missing.getKey()), missing.getValue());
        }
        return shaped;
    }

    /** The keys that a new report of its metric and type has, where it has them as such a one does. */
    private static List<Map.Entry<String, Object>> filledIn(Map<String, Object> report, Configuration configuration) {
        String metric = String.valueOf(report.get(METRIC));
        String type = String.valueOf(report.get(TYPE));
        if (configuration.metric(metric).isEmpty()) {
            return List.of();
        }
        ReportDefaults defaults = new ReportDefaults(configuration, metric);
        return defaults.typeLike(type).equals(type)
                ? defaults.missing(type, Map.of()).entrySet().stream()
                        .filter(filled -> filled.getValue().equals(report.get(filled.getKey())))
                        .toList()
                : List.of();
    }
}
