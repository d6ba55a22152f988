package com.cdhdashboard.duckdb.imports.row;

import com.cdhdashboard.core.cube.ValueType;
import com.cdhdashboard.core.error.UserException;
import com.cdhdashboard.core.expression.NamedExpression;
import com.cdhdashboard.core.expression.read.Expressions;
import com.cdhdashboard.core.expression.sql.SqlCompiler;
import com.cdhdashboard.core.expression.text.Parsed;
import com.cdhdashboard.core.expression.text.SourceText;
import com.cdhdashboard.core.expression.type.ExpressionTypes;
import com.cdhdashboard.duckdb.DuckDbDialect;
import com.cdhdashboard.duckdb.Sql;
import com.cdhdashboard.duckdb.imports.column.ColumnSql;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The configured calculated columns. */
public final class CalculatedColumns {
    private CalculatedColumns() {}

    private static List<NamedExpression> parse(Optional<SourceText> text, String section) {
        if (text.isEmpty()) {
            return List.of();
        }
        Parsed<List<NamedExpression>> parsed = Expressions.columns(text.get());
        return parsed.value()
                .orElseThrow(() -> new UserException("the columns of [" + section + ".extensions] cannot be used: "
                        + CompiledFilter.describe(parsed.problems())));
    }

    /** The names of the calculated columns; none where they cannot be read, which is said when they are used. */
    public static List<String> names(Optional<SourceText> text) {
        return text.flatMap(source -> Expressions.columns(source).value()).orElse(List.of()).stream()
                .map(NamedExpression::name)
                .toList();
    }

    /**
     * The columns after this stage.
     *
     * @param columns those of the stage before, which pass through, and the calculated ones
     * @param calculations the calculated ones alone
     */
    public record Stage(Map<String, ColumnSql> columns, Map<String, NamedExpression> calculations) {}

    /** Calculates over the columns of a stage; what cannot be computed is left out, with a note. */
    public static Stage over(
            Map<String, ColumnSql> before, Optional<SourceText> text, String section, List<String> notes) {
        return over(before, GivenNames.NONE, text, section, notes);
    }

    /** The same without the columns that have been given their names already. */
    public static Stage over(
            Map<String, ColumnSql> before,
            GivenNames given,
            Optional<SourceText> text,
            String section,
            List<String> notes) {
        Map<String, ValueType> types = types(before);
        Map<String, ColumnSql> columns = new LinkedHashMap<>();
        Map<String, NamedExpression> calculations = new LinkedHashMap<>();
        before.values()
                .forEach(column -> columns.put(
                        column.name(), new ColumnSql(column.name(), column.type(), Sql.name(column.name()))));
        for (NamedExpression named : parse(text, section)) {
            if (given.isAll(named.name())) {
                continue;
            }
            compile(named, types, notes)
                    .ifPresentOrElse(
                            column -> {
                                calculations.put(column.name(), named);
                                columns.merge(column.name(), column, (own, calculated) -> given.over(calculated, own));
                            },
                            () -> columns.remove(named.name()));
        }
        return new Stage(columns, calculations);
    }

    public static Map<String, ValueType> types(Map<String, ColumnSql> columns) {
        Map<String, ValueType> types = new LinkedHashMap<>();
        columns.forEach((name, column) -> types.put(name, column.type()));
        return types;
    }

    /** The column as SQL; empty, with a note, where it cannot be computed from the columns there are. */
    private static Optional<ColumnSql> compile(
            NamedExpression named, Map<String, ValueType> types, List<String> notes) {
        Parsed<ValueType> type = ExpressionTypes.check(named.body(), types);
        if (type.value().isEmpty()) {
            notes.add("calculated column " + named.name() + " is off: " + CompiledFilter.describe(type.problems()));
            return Optional.empty();
        }
        String sql = SqlCompiler.compile(named.body(), types, new DuckDbDialect());
        return Optional.of(new ColumnSql(named.name(), type.value().get(), sql));
    }
}
