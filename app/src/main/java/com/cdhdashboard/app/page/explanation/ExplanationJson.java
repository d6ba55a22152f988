package com.cdhdashboard.app.page.explanation;

import com.cdhdashboard.app.page.explanation.ExplanationPage.Link;
import com.cdhdashboard.app.page.explanation.ExplanationPage.Named;
import com.cdhdashboard.app.route.Mount;
import com.cdhdashboard.core.report.explanation.Explanation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An explanation as a JSON object. */
final class ExplanationJson {
    private ExplanationJson() {}

    static Map<String, @Nullable Object> of(ExplanationPage page, Mount mount) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("title", page.source().title());
        object.put("group", named(page.group()));
        object.put(
                "numbers", page.numbers().stream().map(ExplanationJson::number).toList());
        object.put("sums", page.sums().stream().map(ExplanationJson::named).toList());
        object.put("source", mount.address(page.source().url()));
        object.put("only", page.only().map(Link::url).map(mount::address));
        object.put("notes", page.notes());
        return object;
    }

    private static Map<String, String> named(List<Named> values) {
        Map<String, String> object = new LinkedHashMap<>();
        values.forEach(value -> object.put(value.name(), value.text()));
        return object;
    }

    private static Map<String, @Nullable Object> number(Explanation explanation) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("name", explanation.score().name());
        object.put("title", explanation.score().title());
        object.put("definition", explanation.score().meaning().definition());
        object.put("formula", explanation.score().meaning().formula());
        object.put("not_available", explanation.score().meaning().notAvailable());
        object.put("here", explanation.filled());
        return object;
    }
}
