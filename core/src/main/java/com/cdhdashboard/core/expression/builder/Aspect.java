package com.cdhdashboard.core.expression.builder;

import com.cdhdashboard.core.expression.DataType;
import com.cdhdashboard.core.expression.Expression;
import com.cdhdashboard.core.expression.Method;
import java.util.Map;
import java.util.Optional;

/** What of a column is looked at. */
public enum Aspect {
    ITSELF("the value", Optional.empty(), Optional.empty()),
    TEXT("as text", Optional.empty(), Optional.of(DataType.UTF8)),
    NUMBER("as number", Optional.empty(), Optional.of(DataType.FLOAT64)),
    LOWERCASE("in small letters", Optional.of(Method.TO_LOWERCASE), Optional.empty()),
    UPPERCASE("in capital letters", Optional.of(Method.TO_UPPERCASE), Optional.empty()),
    LENGTH("number of characters", Optional.of(Method.LEN_CHARS), Optional.empty()),
    DATE("day", Optional.of(Method.DATE), Optional.empty()),
    YEAR("year", Optional.of(Method.YEAR), Optional.empty()),
    QUARTER("quarter", Optional.of(Method.QUARTER), Optional.empty()),
    MONTH("month", Optional.of(Method.MONTH), Optional.empty()),
    WEEKDAY("day of the week, Monday is 1", Optional.of(Method.WEEKDAY), Optional.empty()),
    HOUR("hour", Optional.of(Method.HOUR), Optional.empty());

    private final String label;
    private final Optional<Method> method;
    private final Optional<DataType> cast;

    Aspect(String label, Optional<Method> method, Optional<DataType> cast) {
        this.label = label;
        this.method = method;
        this.cast = cast;
    }

    public String label() {
        return label;
    }

    Expression of(Expression.Column column) {
        return method.<Expression>map(found -> new Expression.Call(found, column, Map.of(), Nowhere.PLACE))
                .or(() -> cast.map(target -> new Expression.Cast(column, target, Nowhere.PLACE)))
                .orElse(column);
    }
}
