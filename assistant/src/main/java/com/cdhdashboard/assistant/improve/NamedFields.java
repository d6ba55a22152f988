package com.cdhdashboard.assistant.improve;

import com.cdhdashboard.assistant.draft.Entry;
import com.cdhdashboard.core.config.schema.KeyType;
import com.cdhdashboard.core.config.schema.Naming;
import com.cdhdashboard.core.config.schema.SchemaKey;
import com.cdhdashboard.core.error.Position;
import com.cdhdashboard.core.error.Problem;
import com.cdhdashboard.core.error.Severity;
import com.cdhdashboard.core.expression.Expression;
import com.cdhdashboard.core.expression.read.Expressions;
import com.cdhdashboard.core.expression.text.SourceText;
import com.cdhdashboard.core.schema.Schema;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds fields in an answer that were not approved. A model that was not told of them guesses them, or was told by someone else. */
record NamedFields(Told told, Set<String> notApproved) {
    private static final Position NOWHERE = new Position("answer", 1, 1);

    List<Problem> of(Entry entry) {
        List<Problem> problems = new ArrayList<>();
        for (Map.Entry<List<String>, Object> key : entry.values().entrySet()) {
            for (String field : fields(key.getKey(), key.getValue())) {
                boolean ofReport = entry.kind() == Entry.Kind.REPORT;
                if (ofReport ? notApproved.contains(field) : !told.names(field)) {
                    problems.add(new Problem(
                            Severity.ERROR,
                            Optional.empty(),
                            String.join(".", key.getKey()),
                            "names a field that was not approved; use the fields that are listed"));
                }
            }
        }
        return problems;
    }

    /** The fields that a key names; of reports all texts, as the metric that they show says which of them are fields. */
    private static Set<String> fields(List<String> path, Object value) {
        Set<String> fields = new LinkedHashSet<>();
        if (path.get(0).equals("reports")) {
            texts(value, fields);
            return fields;
        }
        if (path.get(path.size() - 1).equals("filter")) {
            Expressions.filter(new SourceText(String.valueOf(value), NOWHERE, true))
                    .value()
                    .map(Expression::columnNames)
                    .ifPresent(fields::addAll);
            return fields;
        }
        boolean names = Schema.key(path)
                .map(SchemaKey::type)
                .filter(NamedFields::namesFields)
                .isPresent();
        if (names && value instanceof List<?> list) {
            list.forEach(each -> fields.add(String.valueOf(each)));
        } else if (names) {
            fields.add(String.valueOf(value));
        }
        return fields;
    }

    private static void texts(Object value, Set<String> found) {
        if (value instanceof Map<?, ?> table) {
            table.forEach((key, each) -> {
                found.add(String.valueOf(key));
                texts(each, found);
            });
        } else if (value instanceof List<?> list) {
            list.forEach(each -> texts(each, found));
        } else {
            found.add(String.valueOf(value));
        }
    }

    private static boolean namesFields(KeyType type) {
        return (type instanceof KeyType.Text text && isField(text.of()))
                || (type instanceof KeyType.Texts texts && isField(texts.of()));
    }

    private static boolean isField(Naming naming) {
        return naming == Naming.FIELD || naming == Naming.DIMENSION;
    }
}
