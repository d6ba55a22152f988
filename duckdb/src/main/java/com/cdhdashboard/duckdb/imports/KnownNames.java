package com.cdhdashboard.duckdb.imports;

import com.cdhdashboard.core.config.Preparation;
import com.cdhdashboard.core.expression.Expression;
import com.cdhdashboard.core.expression.Expressions;
import com.cdhdashboard.core.expression.NamedExpression;
import com.cdhdashboard.core.expression.SourceText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The names of columns that a configuration speaks of, as it spells them. */
final class KnownNames {
    private final Set<String> names = new LinkedHashSet<>();

    KnownNames add(Collection<String> more) {
        names.addAll(more);
        return this;
    }

    /** Those of defaults, filter and calculated columns. */
    KnownNames add(Preparation preparation) {
        names.addAll(preparation.defaultValues().keySet());
        addFilter(preparation.filter());
        preparation.columns().flatMap(text -> Expressions.columns(text).value()).orElse(List.of()).stream()
                .map(NamedExpression::body)
                .forEach(this::add);
        return this;
    }

    KnownNames addFilter(Optional<SourceText> filter) {
        filter.flatMap(text -> Expressions.filter(text).value()).ifPresent(this::add);
        return this;
    }

    private void add(Expression expression) {
        names.addAll(expression.columnNames());
    }

    List<String> all() {
        return new ArrayList<>(names);
    }
}
