package com.cdhdashboard.app.page.configuration;

import com.cdhdashboard.app.view.JsonBlock;
import com.cdhdashboard.core.error.Problem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The text itself. */
final class TomlStep implements Step {
    @Override
    public String key() {
        return "toml";
    }

    @Override
    public String title() {
        return "TOML";
    }

    @Override
    public List<String> tables() {
        return List.of();
    }

    @Override
    public boolean needsToml() {
        return false;
    }

    @Override
    public Body body(Editing editing, String item) {
        List<Map<String, Object>> marks = editing.problems().stream()
                .filter(problem -> problem.position().isPresent())
                .map(TomlStep::mark)
                .toList();
        return new Body("part/configuration/text", new TomlView(editing.text().text(), new JsonBlock(marks)));
    }

    private static Map<String, Object> mark(Problem problem) {
        Map<String, Object> mark = new LinkedHashMap<>();
        mark.put("line", problem.position().orElseThrow().line());
        mark.put("column", problem.position().orElseThrow().column());
        mark.put("severity", problem.severity().name().toLowerCase(Locale.ROOT));
        mark.put("message", problem.path().isEmpty() ? problem.message() : problem.path() + ": " + problem.message());
        return mark;
    }
}
