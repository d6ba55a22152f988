package com.cdhdashboard.app.page.configuration;

import com.cdhdashboard.core.error.Problem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A text and its problems, for programs. */
final class EditingJson {
    private EditingJson() {}

    static Map<String, @Nullable Object> of(Editing editing) {
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        answer.put(
                "draft", editing.draft().id().isEmpty() ? null : editing.draft().id());
        answer.put("revision", editing.draft().revision());
        answer.put("text", editing.text().text());
        answer.put("problems", problems(editing.problems()));
        return answer;
    }

    private static List<Map<String, @Nullable Object>> problems(List<Problem> problems) {
        return problems.stream().map(EditingJson::problem).toList();
    }

    private static Map<String, @Nullable Object> problem(Problem problem) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("severity", problem.severity().name().toLowerCase(Locale.ROOT));
        object.put("path", problem.path());
        object.put("line", problem.position().map(at -> at.line()).orElse(null));
        object.put("column", problem.position().map(at -> at.column()).orElse(null));
        object.put("message", problem.message());
        return object;
    }
}
