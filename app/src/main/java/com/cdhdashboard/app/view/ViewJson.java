package com.cdhdashboard.app.view;

import com.cdhdashboard.app.route.Mount;
import com.cdhdashboard.app.route.Urls;
import com.cdhdashboard.core.cube.Column;
import com.cdhdashboard.core.cube.Table;
import com.cdhdashboard.core.report.Control;
import com.cdhdashboard.core.report.KpiCard;
import com.cdhdashboard.core.report.ReportEntry;
import com.cdhdashboard.core.report.ReportView;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Views as JSON objects: the same for pages' twins and for the API. */
public final class ViewJson {
    private ViewJson() {}

    public static Map<String, @Nullable Object> report(ReportView view) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("key", view.key());
        object.put("title", view.title());
        object.put("controls", view.controls().stream().map(ViewJson::control).toList());
        object.put("cards", view.cards().stream().map(ViewJson::card).toList());
        object.put("columns", columns(view.table()));
        object.put("rows", view.table());
        object.put("figure", view.figure());
        object.put("reason", view.reason());
        object.put("notes", view.notes());
        return object;
    }

    public static Map<String, @Nullable Object> card(KpiCard card) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("title", card.title());
        object.put("value", card.value());
        object.put("secondary", card.secondary());
        object.put("change", card.change());
        object.put("change_means", card.changeMeans());
        object.put("better", card.better());
        object.put("definition", card.definition());
        object.put("reason", card.reason());
        return object;
    }

    public static List<Map<String, @Nullable Object>> entries(List<ReportEntry> entries, Mount mount) {
        return entries.stream().map(entry -> entry(entry, mount)).toList();
    }

    private static Map<String, @Nullable Object> entry(ReportEntry entry, Mount mount) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("key", entry.key());
        object.put("tag", entry.tag());
        object.put("title", entry.title());
        object.put("metric", entry.metric());
        object.put("page", mount.address(Urls.pageOf(entry)));
        object.put("reason", entry.reason());
        return object;
    }

    /** Names and types of the columns. */
    private static List<Map<String, String>> columns(Table table) {
        List<Map<String, String>> columns = new ArrayList<>();
        for (Column column : table.columns()) {
            Map<String, String> object = new LinkedHashMap<>();
            object.put("name", column.name());
            object.put("type", lower(column.type()));
            object.put("role", lower(column.role()));
            columns.add(object);
        }
        return columns;
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static Map<String, @Nullable Object> control(Control control) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("name", control.name());
        object.put("label", control.label());
        object.put("chosen", control.chosen());
        object.put(
                "options", control.options().stream().map(Control.Option::value).toList());
        return object;
    }
}
