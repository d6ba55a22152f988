package com.cdhdashboard.core.expression.sql;

import com.cdhdashboard.core.cube.ValueType;
import com.cdhdashboard.core.error.Problem;
import com.cdhdashboard.core.error.UserException;
import com.cdhdashboard.core.expression.DataType;
import com.cdhdashboard.core.expression.Expression;
import com.cdhdashboard.core.expression.Kind;
import com.cdhdashboard.core.expression.LogicOperator;
import com.cdhdashboard.core.expression.pattern.RegexPattern;
import com.cdhdashboard.core.expression.type.CallArguments;
import com.cdhdashboard.core.expression.type.ExpressionTypes;
import com.cdhdashboard.core.expression.type.TypeChecker;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Writes a checked expression as SQL of an engine. All that comes from the user – names, texts, numbers, patterns –
 * passes through the dialect's quoting, so the SQL has no other structure than the tree.
 */
public final class SqlCompiler implements Expression.Visitor<String> {
    private final TypeChecker types;
    private final SqlDialect dialect;

    private SqlCompiler(TypeChecker types, SqlDialect dialect) {
        this.types = types;
        this.dialect = dialect;
    }

    /**
     * A scalar SQL expression over columns of these names.
     *
     * @param columns the types the columns have in SQL: 64 bits for numbers, timestamps without zone
     * @throws UserException where the expression does not pass {@link ExpressionTypes#check}; its message is the first
     *     problem
     */
    public static String compile(Expression expression, Map<String, ValueType> columns, SqlDialect dialect) {
        TypeChecker types = TypeChecker.check(expression, columns);
        for (Problem problem : types.problems()) {
            throw new UserException(problem.toString());
        }
        return new SqlCompiler(types, dialect).sql(expression);
    }

    private String sql(Expression expression) {
        return sql(expression, types.kind(expression));
    }

    /** The SQL of a node as a wider type. */
    private String sql(Expression expression, Kind target) {
        Kind kind = types.kind(expression);
        if (kind == Kind.NULL) {
            return dialect.missing(target.valueType());
        }
        String sql = expression.accept(this);
        return kind.valueType() == target.valueType()
                ? sql
                : dialect.convert(sql, kind.valueType(), DataType.of(target.valueType()));
    }

    @Override
    public String column(Expression.Column column) {
        return dialect.identifier(column.name());
    }

    @Override
    public String literal(Expression.Literal literal) {
        Object value = literal.value();
        if (value instanceof String text) {
            return dialect.text(text);
        }
        if (value instanceof Long whole) {
            return dialect.integer(whole);
        }
        if (value instanceof Boolean flag) {
            return flag ? "TRUE" : "FALSE";
        }
        return value instanceof LocalDateTime moment ? dialect.timestamp(moment) : dialect.number((Double) value);
    }

    @Override
    public String missing(Expression.Missing missing) {
        return dialect.missing(Kind.NULL.valueType());
    }

    @Override
    public String alias(Expression.Alias alias) {
        return sql(alias.operand());
    }

    @Override
    public String not(Expression.Not not) {
        return "(NOT " + sql(not.operand(), Kind.BOOLEAN) + ")";
    }

    @Override
    public String negation(Expression.Negation negation) {
        return dialect.negate(sql(negation.operand()), types.kind(negation).valueType());
    }

    @Override
    public String arithmetic(Expression.Arithmetic arithmetic) {
        Kind kind = types.kind(arithmetic);
        if (kind == Kind.DURATION) {
            return dialect.microseconds(
                    sql(arithmetic.right(), Kind.TIMESTAMP), sql(arithmetic.left(), Kind.TIMESTAMP));
        }
        String left = sql(arithmetic.left(), kind);
        String right = sql(arithmetic.right(), kind);
        return kind == Kind.TEXT
                ? dialect.concatenate(left, right)
                : dialect.arithmetic(arithmetic.operator(), left, right, kind.valueType());
    }

    @Override
    public String comparison(Expression.Comparison comparison) {
        Kind kind = types.kind(comparison.left())
                .comparable(types.kind(comparison.right()))
                .orElseThrow();
        return "(" + sql(comparison.left(), kind) + " " + comparison.operator().sql() + " "
                + sql(comparison.right(), kind) + ")";
    }

    @Override
    public String logic(Expression.Logic logic) {
        List<String> operands = new ArrayList<>();
        for (Expression operand : logic.operands()) {
            operands.add(sql(operand, Kind.BOOLEAN));
        }
        return "(" + String.join(logic.operator() == LogicOperator.AND ? " AND " : " OR ", operands) + ")";
    }

    @Override
    public String in(Expression.In in) {
        if (in.values().isEmpty()) {
            return "FALSE";
        }
        Kind kind = types.kind(in.operand());
        for (Expression value : in.values()) {
            kind = kind.comparable(types.kind(value)).orElseThrow();
        }
        List<String> values = new ArrayList<>();
        for (Expression value : in.values()) {
            if (types.kind(value) != Kind.NULL) {
                values.add(sql(value, kind));
            }
        }
        String operand = sql(in.operand(), kind);
        // A null in the list matches nothing, while in SQL it would make every other answer null
        return values.isEmpty()
                ? "NULLIF(" + operand + " IS NULL, TRUE)"
                : "(" + operand + " IN (" + String.join(", ", values) + "))";
    }

    @Override
    public String when(Expression.When when) {
        Kind kind = types.kind(when);
        StringBuilder sql = new StringBuilder("CASE");
        for (Expression.When.Branch branch : when.branches()) {
            sql.append(" WHEN ").append(sql(branch.condition(), Kind.BOOLEAN));
            sql.append(" THEN ").append(sql(branch.result(), kind));
        }
        when.otherwise().ifPresent(otherwise -> sql.append(" ELSE ").append(sql(otherwise, kind)));
        return sql.append(" END").toString();
    }

    @Override
    public String cast(Expression.Cast cast) {
        Kind from = types.kind(cast.operand());
        return from == Kind.NULL
                ? dialect.missing(cast.target().valueType())
                : dialect.convert(sql(cast.operand()), from.valueType(), cast.target());
    }

    @Override
    public String readTime(Expression.ReadTime readTime) {
        String moment = dialect.readTime(sql(readTime.operand(), Kind.TEXT), readTime.format());
        return readTime.target() == DataType.DATE
                ? dialect.convert(moment, ValueType.TIMESTAMP, DataType.DATE)
                : moment;
    }

    @Override
    public String call(Expression.Call call) {
        return switch (call.method()) {
            case IS_NULL -> "(" + sql(call.receiver()) + " IS NULL)";
            case IS_NOT_NULL -> "(" + sql(call.receiver()) + " IS NOT NULL)";
            case FILL_NULL -> fillNull(call);
            case IS_BETWEEN -> between(call);
            case ABS -> dialect.absolute(sql(call.receiver()), types.kind(call).valueType());
            case ROUND ->
                types.kind(call) == Kind.INTEGER
                        ? sql(call.receiver())
                        : dialect.round(sql(call.receiver()), CallArguments.decimals(call));
            case CONTAINS, STARTS_WITH, ENDS_WITH, SLICE, TO_LOWERCASE, TO_UPPERCASE, LEN_CHARS, REPLACE -> text(call);
            case DATE, STRFTIME, TOTAL_SECONDS -> time(call);
            case YEAR, QUARTER, MONTH, DAY, WEEKDAY, HOUR, MINUTE, SECOND ->
                dialect.timePart(SqlDialect.TimePart.valueOf(call.method().name()), moment(call));
        };
    }

    private String fillNull(Expression.Call call) {
        Kind kind = types.kind(call);
        String value = sql(call.argument("value").orElseThrow(), kind);
        return "COALESCE(" + sql(call.receiver(), kind) + ", " + value + ")";
    }

    private String between(Expression.Call call) {
        Expression lower = call.argument("lower_bound").orElseThrow();
        Expression upper = call.argument("upper_bound").orElseThrow();
        Kind receiver = types.kind(call.receiver());
        Kind below = receiver.comparable(types.kind(lower)).orElseThrow();
        Kind above = receiver.comparable(types.kind(upper)).orElseThrow();
        String closed = CallArguments.closed(call);
        boolean left = closed.equals("both") || closed.equals("left");
        boolean right = closed.equals("both") || closed.equals("right");
        return "((" + sql(call.receiver(), below) + (left ? " >= " : " > ") + sql(lower, below) + ") AND ("
                + sql(call.receiver(), above) + (right ? " <= " : " < ") + sql(upper, above) + "))";
    }

    private String text(Expression.Call call) {
        String text = sql(call.receiver(), Kind.TEXT);
        return switch (call.method()) {
            case CONTAINS ->
                CallArguments.isLiteral(call)
                        ? dialect.contains(text, argument(call, "pattern"))
                        : dialect.matches(text, CallArguments.pattern(call));
            case STARTS_WITH -> dialect.startsWith(text, argument(call, "prefix"));
            case ENDS_WITH -> dialect.endsWith(text, argument(call, "suffix"));
            case SLICE ->
                dialect.slice(text, CallArguments.whole(call, "offset").orElse(0), CallArguments.whole(call, "length"));
            case TO_LOWERCASE -> dialect.lower(text);
            case TO_UPPERCASE -> dialect.upper(text);
            case LEN_CHARS -> dialect.length(text);
            case REPLACE -> replace(call, text);
            default -> throw new IllegalArgumentException(call.method() + " is not about texts");
        };
    }

    private String argument(Expression.Call call, String name) {
        return dialect.text(CallArguments.text(call, name));
    }

    private String replace(Expression.Call call, String text) {
        RegexPattern pattern = CallArguments.pattern(call);
        return dialect.replaceFirst(text, pattern, CallArguments.replacement(call, pattern));
    }

    private String time(Expression.Call call) {
        return switch (call.method()) {
            case DATE ->
                types.kind(call.receiver()) == Kind.TIMESTAMP
                        ? dialect.convert(moment(call), ValueType.TIMESTAMP, DataType.DATE)
                        : sql(call.receiver(), Kind.DATE);
            case STRFTIME -> dialect.writeTime(moment(call), CallArguments.format(call));
            case TOTAL_SECONDS -> dialect.seconds(sql(call.receiver(), Kind.DURATION));
            default -> throw new IllegalArgumentException(call.method() + " is not about times");
        };
    }

    private String moment(Expression.Call call) {
        return sql(call.receiver(), Kind.TIMESTAMP);
    }
}
