package com.cdhdashboard.core.config.change;

import com.cdhdashboard.core.config.Configuration;
import com.cdhdashboard.core.config.FileSelection;
import com.cdhdashboard.core.config.Holdings;
import com.cdhdashboard.core.config.InteractionHistory;
import com.cdhdashboard.core.config.MetricConfig;
import com.cdhdashboard.core.config.ReportConfig;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** What changes between two configurations, in sentences: what is counted first, then what is shown. */
final class Sentences {
    /** More names than this are counted, not listed. */
    private static final int MOST_NAMES = 12;

    private final Configuration old;
    private final Configuration next;
    private final List<String> said = new ArrayList<>();

    Sentences(Configuration old, Configuration next) {
        this.old = old;
        this.next = next;
    }

    List<String> of(Recount interactions, Recount holdings) {
        counted(interactions, "interaction history", "[ih]");
        counted(holdings, "product holdings", "[holdings]");
        removed();
        listed("report", shapes(old.reports(), ReportConfig::key), shapes(next.reports(), ReportConfig::key));
        menus();
        files();
        rest();
        return said.isEmpty() ? List.of("Nothing changes but the text: all pages stay as they are.") : said;
    }

    private void counted(Recount recount, String data, String section) {
        if (!recount.shared().isEmpty() && recount.isDue()) {
            said.add("All metrics over " + data + " are counted from the files again, because of "
                    + together(recount.shared()) + " of " + section + ".");
            return;
        }
        if (!recount.added().isEmpty()) {
            said.add(subject("metric", recount.added(), "is new and is", "are new and are")
                    + " counted from the files.");
        }
        recount.changed()
                .forEach((metric, parts) -> said.add("The metric " + metric
                        + " is counted from the files again, because of its " + together(parts) + "."));
        if (recount.isDue() && !recount.kept().isEmpty()) {
            said.add(subject("metric", recount.kept(), "keeps its", "keep their") + " numbers.");
        }
    }

    private void removed() {
        List<String> gone = old.metrics().stream()
                .map(MetricConfig::name)
                .filter(name -> next.metric(name).isEmpty())
                .toList();
        if (!gone.isEmpty()) {
            said.add(subject("metric", gone, "is", "are") + " no longer shown.");
        }
    }

    private void listed(String what, Map<String, String> before, Map<String, String> after) {
        say(
                what,
                "added",
                after.keySet().stream().filter(key -> !before.containsKey(key)).toList());
        say(
                what,
                "removed",
                before.keySet().stream().filter(key -> !after.containsKey(key)).toList());
        say(
                what,
                "changed",
                after.keySet().stream()
                        .filter(key -> before.containsKey(key) && !Objects.equals(before.get(key), after.get(key)))
                        .toList());
        List<String> common =
                after.keySet().stream().filter(before::containsKey).toList();
        if (!before.keySet().stream().filter(after::containsKey).toList().equals(common)) {
            said.add("The order of " + what + "s changes.");
        }
    }

    private void say(String what, String done, List<String> keys) {
        if (!keys.isEmpty()) {
            said.add(subject(what, keys, "is", "are") + " " + done + ".");
        }
    }

    private static <T> Map<String, String> shapes(List<T> all, Function<T, String> key) {
        Map<String, String> shapes = new LinkedHashMap<>();
        all.forEach(each -> shapes.put(key.apply(each), Shape.of(each)));
        return shapes;
    }

    private void menus() {
        List<String> scored = next.metrics().stream()
                .filter(metric -> old.metric(metric.name())
                        .filter(before ->
                                !before.common().scores().equals(metric.common().scores()))
                        .isPresent())
                .map(MetricConfig::name)
                .toList();
        if (!scored.isEmpty()) {
            said.add("Other scores are offered for " + names("metric", scored) + ".");
        }
        List<String> before = old.metrics().stream().map(MetricConfig::name).toList();
        List<String> after = next.metrics().stream().map(MetricConfig::name).toList();
        if (!before.stream()
                .filter(after::contains)
                .toList()
                .equals(after.stream().filter(before::contains).toList())) {
            said.add("The order of metrics changes.");
        }
    }

    private void files() {
        if (!imports(old).equals(imports(next))) {
            said.add("Imports from now on choose and read files in another way; what was imported stays.");
        }
    }

    private static List<Object> imports(Configuration configuration) {
        InteractionHistory history = configuration.interactionHistory();
        return List.of(
                chosen(history.files()),
                history.limits(),
                history.finaliseAfterHours(),
                configuration.holdings().map(holdings -> List.of(chosen(holdings.files()), holdings.tables())));
    }

    /** Of the keys that choose files those with an effect. */
    private static List<Object> chosen(FileSelection files) {
        return List.of(files.filePattern(), files.hivePartitioning());
    }

    private void rest() {
        if (!old.variant().name().equals(next.variant().name())) {
            said.add("The variant is called \"" + next.variant().name()
                    + "\", so pages show the data of its own store; those of \""
                    + old.variant().name() + "\" stay where they are.");
        }
        if (old.variant().demoMode() != next.variant().demoMode()) {
            said.add(
                    next.variant().demoMode()
                            ? "Pages show demo data in place of imported data, which stay as they are."
                            : "Pages show imported data again, in place of demo data.");
        }
        if (!aroundPages(old).equals(aroundPages(next))) {
            said.add("What stands around pages changes: title, filters, refreshing or variant.");
        }
        if (said.isEmpty() && !Shape.of(counting(old)).equals(Shape.of(counting(next)))) {
            said.add("Settings change that need no import.");
        }
    }

    /** What numbers are counted by, though a change of it may change none. */
    private static List<Object> counting(Configuration configuration) {
        InteractionHistory history = configuration.interactionHistory();
        return List.of(
                history.preparation(),
                history.days(),
                configuration.holdings().map(Holdings::preparation),
                configuration.metrics());
    }

    private static List<Object> aroundPages(Configuration configuration) {
        return List.of(
                configuration.branding().name(),
                configuration.branding().version(),
                configuration.userInterface().refreshDashboard(),
                configuration.userInterface().refreshInterval(),
                configuration.variant().name(),
                configuration.variant().description(),
                configuration.globalFilters());
    }

    private static String subject(String what, List<String> all, String one, String many) {
        return "The " + names(what, all) + " " + (all.size() == 1 ? one : many);
    }

    private static String names(String what, List<String> all) {
        return all.size() == 1
                ? what + " " + all.get(0)
                : all.size() > MOST_NAMES ? all.size() + " " + what + "s" : what + "s " + together(all);
    }

    private static String together(List<String> all) {
        int last = all.size() - 1;
        return last < 1 ? String.join("", all) : String.join(", ", all.subList(0, last)) + " and " + all.get(last);
    }
}
