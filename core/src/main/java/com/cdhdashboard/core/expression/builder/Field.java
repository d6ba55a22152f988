package com.cdhdashboard.core.expression.builder;

import static java.util.Objects.requireNonNull;

import com.cdhdashboard.core.expression.Expression;
import com.cdhdashboard.core.expression.write.ExpressionText;
import java.util.Optional;

/** A column, and what of it is looked at. */
public record Field(String name, Aspect aspect) {
    public Field {
        requireNonNull(name, "name");
        requireNonNull(aspect, "aspect");
    }

    public Field(String name) {
        this(name, Aspect.ITSELF);
    }

    static Optional<Field> read(Expression expression) {
        if (expression instanceof Expression.Column column) {
            return Optional.of(new Field(column.name()));
        }
        if (expression.children().isEmpty() || !(expression.children().get(0) instanceof Expression.Column column)) {
            return Optional.empty();
        }
        for (Aspect aspect : Aspect.values()) {
            if (ExpressionText.same(aspect.of(column), expression)) {
                return Optional.of(new Field(column.name(), aspect));
            }
        }
        return Optional.empty();
    }

    Expression expression() {
        return aspect.of(new Expression.Column(name, false, Nowhere.PLACE));
    }
}
