package com.cdhdashboard.app.view;

import com.cdhdashboard.core.report.ReportEntry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Makes the menu of reports, grouped by their tags. */
public final class ReportMenu {
    private static final String OTHER_TAG = "OTHER";

    private ReportMenu() {}

    /** Reports with one tag. */
    public record Group(String tag, List<Item> items) {
        public Group {
            items = List.copyOf(items);
        }
    }

    /** A report in the menu. */
    public record Item(String key, String title, String url, boolean active, Optional<String> reason) {}

    /**
     * Groups in the order of their first report.
     *
     * @param active the key of the report shown
     * @param url the address of a report by its key
     */
    public static List<Group> of(List<ReportEntry> entries, Optional<String> active, Function<String, String> url) {
        Map<String, List<Item>> groups = new LinkedHashMap<>();
        for (ReportEntry entry : entries) {
            groups.computeIfAbsent(entry.tag().orElse(OTHER_TAG), tag -> new ArrayList<>())
                    .add(new Item(
                            entry.key(),
                            entry.title(),
                            url.apply(entry.key()),
                            active.filter(entry.key()::equals).isPresent(),
                            entry.reason()));
        }
        return groups.entrySet().stream()
                .map(group -> new Group(group.getKey(), group.getValue()))
                .toList();
    }
}
