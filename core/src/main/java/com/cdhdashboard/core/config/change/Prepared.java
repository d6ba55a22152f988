package com.cdhdashboard.core.config.change;

import com.cdhdashboard.core.config.Preparation;
import com.cdhdashboard.core.expression.Expression;
import com.cdhdashboard.core.expression.NamedExpression;
import com.cdhdashboard.core.expression.read.Expressions;
import com.cdhdashboard.core.expression.text.Parsed;
import com.cdhdashboard.core.expression.text.SourceText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** How the columns of a source are prepared, so far as those that are named depend on it. */
final class Prepared {
    private final Preparation preparation;
    private final Map<String, Expression> calculated = new LinkedHashMap<>();
    private final Optional<String> unreadable;

    Prepared(Preparation preparation) {
        this.preparation = preparation;
        Optional<Parsed<List<NamedExpression>>> read = preparation.columns().map(Expressions::columns);
        read.flatMap(Parsed::value).ifPresent(all -> all.forEach(each -> calculated.put(each.name(), each.body())));
        this.unreadable = read.filter(parsed -> parsed.value().isEmpty())
                .flatMap(parsed -> preparation.columns())
                .map(SourceText::text);
    }

    /** What a condition says; nothing where every row is kept. */
    static Optional<String> condition(Optional<SourceText> filter) {
        return filter.filter(text -> !text.text().isBlank())
                .map(text -> Expressions.filter(text).value().map(Shape::of).orElseGet(text::text));
    }

    /** The columns that a condition names. */
    static List<String> columns(Optional<SourceText> filter) {
        return filter.flatMap(text -> Expressions.filter(text).value())
                .map(Expression::columnNames)
                .orElse(List.of());
    }

    /** The calculated columns among these. */
    Map<String, String> calculations(Collection<String> names) {
        Map<String, String> used = new TreeMap<>();
        for (String name : names) {
            Optional.ofNullable(calculated.get(name)).ifPresent(body -> used.put(name, Shape.of(body)));
        }
        unreadable.ifPresent(text -> used.put("", text));
        return used;
    }

    /** The defaults that these columns, or what they are calculated from, may take. */
    Map<String, String> defaults(Collection<String> names) {
        Set<String> read = new LinkedHashSet<>();
        for (String name : names) {
            List<String> inputs = new ArrayList<>(List.of(name));
            Optional.ofNullable(calculated.get(name)).ifPresent(body -> inputs.addAll(body.columnNames()));
            read.addAll(inputs);
        }
        return defaultsOf(read);
    }

    /** The defaults of columns as files have them, which is what a filter of the section sees. */
    Map<String, String> defaultsOf(Collection<String> columns) {
        Map<String, String> used = new TreeMap<>();
        preparation.defaultValues().forEach((name, value) -> {
            if (columns.contains(name)) {
                used.put(name, Shape.of(value));
            }
        });
        return used;
    }
}
