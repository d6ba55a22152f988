package com.cdhdashboard.app.page.configuration.fields;

import com.cdhdashboard.app.Workspace;
import com.cdhdashboard.app.configuration.Authoring;
import com.cdhdashboard.app.page.configuration.form.FieldSource;
import com.cdhdashboard.app.view.Respond;
import com.cdhdashboard.app.view.Snapshots;
import com.cdhdashboard.core.config.Configuration;
import com.cdhdashboard.core.config.read.ConfigurationReader;
import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Tells which fields a draft can name, to complete what is typed. */
public final class FieldsHandler {
    private final Workspace workspace;
    private final Authoring authoring;
    private final FieldsOfDrafts fieldsOfDrafts;

    public FieldsHandler(Workspace workspace, Authoring authoring, FieldsOfDrafts fieldsOfDrafts) {
        this.workspace = workspace;
        this.authoring = authoring;
        this.fieldsOfDrafts = fieldsOfDrafts;
    }

    /** The fields of either kind of data; where nothing tells, the names that the draft has already, of which nothing is said. */
    public void answer(Context context) {
        String id = Optional.ofNullable(context.queryParam("draft")).orElse("");
        Configuration draft =
                ConfigurationReader.read(authoring.text(id), "draft").configuration();
        DraftFields fields = fieldsOfDrafts.of(draft, Snapshots.of(context, workspace));
        Map<String, Object> answer = new LinkedHashMap<>();
        for (FieldSource source : FieldSource.values()) {
            answer.put(
                    source.key(),
                    fields.of(source)
                            .map(known -> known.fields().stream()
                                    .map(field -> line(
                                            field.name(),
                                            FieldWords.of(field, known.rows()),
                                            field.type()
                                                    .map(type -> type.name().toLowerCase(Locale.ROOT))
                                                    .orElse("")))
                                    .toList())
                            .orElseGet(() -> named(draft, source)));
        }
        Respond.json(context, answer);
    }

    private static List<Map<String, Object>> named(Configuration draft, FieldSource source) {
        Stream<String> filters = source == FieldSource.IH ? draft.globalFilters().stream() : Stream.of();
        Stream<String> groups = draft.metrics().stream()
                .filter(metric -> FieldSource.of(List.of("metrics", metric.name())) == source)
                .flatMap(metric -> metric.common().groupBy().stream());
        return Stream.concat(filters, groups)
                .distinct()
                .sorted()
                .map(name -> line(name, "", ""))
                .toList();
    }

    private static Map<String, Object> line(String name, String words, String type) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("name", name);
        line.put("words", words);
        line.put("type", type);
        return line;
    }
}
