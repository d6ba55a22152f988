package com.cdhdashboard.duckdb.imports.schema;

import com.cdhdashboard.core.config.Preparation;
import com.cdhdashboard.core.expression.Expression;
import com.cdhdashboard.core.expression.NamedExpression;
import com.cdhdashboard.core.expression.read.Expressions;
import com.cdhdashboard.core.expression.text.SourceText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The names of columns that a configuration speaks of, as it spells them. */
public final class KnownNames {
    private final Set<String> names = new LinkedHashSet<>();

    public KnownNames add(Collection<String> more) {
        names.addAll(more);
        return this;
    }

    /** Those of defaults, filter and calculated columns. */
    public KnownNames add(Preparation preparation) {
        names.addAll(preparation.defaultValues().keySet());
        addFilter(preparation.filter());
        preparation.columns().flatMap(text -> Expressions.columns(text).value()).orElse(List.of()).stream()
                .map(NamedExpression::body)
                .forEach(this::add);
        return this;
    }

    public KnownNames addFilter(Optional<SourceText> filter) {
        filter.flatMap(text -> Expressions.filter(text).value()).ifPresent(this::add);
        return this;
    }

    private void add(Expression expression) {
        names.addAll(expression.columnNames());
    }

    public List<String> all() {
        return new ArrayList<>(names);
    }
}
