package com.cdhdashboard.core.expression.type;

import com.cdhdashboard.core.cube.ValueType;
import com.cdhdashboard.core.error.DidYouMean;
import com.cdhdashboard.core.error.Problem;
import com.cdhdashboard.core.expression.ArithmeticOperator;
import com.cdhdashboard.core.expression.Expression;
import com.cdhdashboard.core.expression.Kind;
import com.cdhdashboard.core.expression.Method;
import com.cdhdashboard.core.expression.text.Refusal;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the type of every node of one tree. A node with a problem counts as null, which goes with everything, so that
 * one slip gives one problem.
 */
public final class TypeChecker implements Expression.Visitor<Kind> {
    /** Some operations need their operands several times in SQL; nested, the text would grow without bound. */
    private static final double MAX_SIZE = 50_000;

    private final Map<String, ValueType> columns;
    private final IdentityHashMap<Expression, Kind> kinds = new IdentityHashMap<>();
    private final List<Problem> problems = new ArrayList<>();

    private TypeChecker(Map<String, ValueType> columns) {
        this.columns = columns;
    }

    public static TypeChecker check(Expression expression, Map<String, ValueType> columns) {
        TypeChecker checker = new TypeChecker(columns);
        Kind kind = checker.visit(expression);
        if (kind == Kind.DURATION) {
            checker.error(
                    expression, "the difference of two timestamps is not a value; end it with .dt.total_seconds()");
        }
        if (!(size(expression) <= MAX_SIZE)) {
            checker.error(expression, "the expression is too large; nest // and % and is_between less");
        }
        return checker;
    }

    public List<Problem> problems() {
        return List.copyOf(problems);
    }

    public Kind kind(Expression expression) {
        return kinds.getOrDefault(expression, Kind.NULL);
    }

    private static double size(Expression expression) {
        boolean division = expression instanceof Expression.Arithmetic arithmetic
                && (arithmetic.operator() == ArithmeticOperator.FLOOR_DIVIDE
                        || arithmetic.operator() == ArithmeticOperator.MODULO);
        boolean between = expression instanceof Expression.Call call && call.method() == Method.IS_BETWEEN;
        double size = 0;
        for (Expression child : expression.children()) {
            size += size(child);
        }
        return 1 + size * (division ? 4 : between ? 2 : 1);
    }

    private Kind visit(Expression expression) {
        Kind kind = expression.accept(this);
        kinds.put(expression, kind);
        return kind;
    }

    private Kind error(Expression at, String message) {
        problems.add(at.place().error(message));
        return Kind.NULL;
    }

    @Override
    public Kind column(Expression.Column column) {
        Optional<ValueType> type = Optional.ofNullable(columns.get(column.name()));
        if (type.isPresent()) {
            return Kind.of(type.get());
        }
        String meant = DidYouMean.nearest(column.name(), columns.keySet())
                .map(name -> "did you mean \"" + name + "\"?")
                .orElseGet(() -> columns.isEmpty() ? "there are no columns" : "columns are: " + someColumns());
        String advice = column.bare() ? " (a plain text names a column here; for a text write pl.lit(\"…\"))" : "";
        return error(column, "there is no column \"" + column.name() + "\"; " + meant + advice);
    }

    private String someColumns() {
        int shown = 20;
        String names = String.join(", ", columns.keySet().stream().limit(shown).toList());
        return columns.size() > shown ? names + ", …" : names;
    }

    @Override
    public Kind literal(Expression.Literal literal) {
        Object value = literal.value();
        if (value instanceof String) {
            return Kind.TEXT;
        }
        if (value instanceof Long) {
            return Kind.INTEGER;
        }
        if (value instanceof Boolean) {
            return Kind.BOOLEAN;
        }
        return value instanceof LocalDateTime ? Kind.TIMESTAMP : Kind.NUMBER;
    }

    @Override
    public Kind missing(Expression.Missing missing) {
        return Kind.NULL;
    }

    @Override
    public Kind alias(Expression.Alias alias) {
        return visit(alias.operand());
    }

    @Override
    public Kind not(Expression.Not not) {
        Kind kind = visit(not.operand());
        return kind.isOrNull(Kind.BOOLEAN)
                ? Kind.BOOLEAN
                : error(
                        not,
                        "\"~\" turns a condition round, but this is " + kind.label()
                                + "; put the comparison in parentheses: ~(…)");
    }

    @Override
    public Kind negation(Expression.Negation negation) {
        Kind kind = visit(negation.operand());
        return kind.isNumeric() ? kind : error(negation, "\"-\" needs a number, but this is " + kind.label());
    }

    @Override
    public Kind arithmetic(Expression.Arithmetic arithmetic) {
        ArithmeticOperator operator = arithmetic.operator();
        Kind left = visit(arithmetic.left());
        Kind right = visit(arithmetic.right());
        boolean texts = left.isOrNull(Kind.TEXT) && right.isOrNull(Kind.TEXT) && !(left == right && left == Kind.NULL);
        if (operator == ArithmeticOperator.ADD && texts) {
            return Kind.TEXT;
        }
        if (left.isNumeric() && right.isNumeric()) {
            return operator == ArithmeticOperator.DIVIDE
                    ? Kind.NUMBER
                    : left.comparable(right).orElseThrow();
        }
        if (operator == ArithmeticOperator.SUBTRACT && left.isMoment() && right.isMoment()) {
            return Kind.DURATION;
        }
        boolean text = left == Kind.TEXT || right == Kind.TEXT;
        return error(
                arithmetic,
                "\"" + operator.symbol() + "\" cannot be used between " + left.label() + " and " + right.label()
                        + (text ? "; cast one side: .cast(pl.Utf8) or .cast(pl.Float64)" : ""));
    }

    @Override
    public Kind comparison(Expression.Comparison comparison) {
        Kind left = visit(comparison.left());
        Kind right = visit(comparison.right());
        return left.comparable(right).isPresent()
                ? Kind.BOOLEAN
                : error(
                        comparison,
                        "\"" + comparison.operator().symbol() + "\" compares " + left.label() + " with " + right.label()
                                + "; " + advice(left, right));
    }

    private static String advice(Kind left, Kind right) {
        if (left == Kind.DURATION || right == Kind.DURATION) {
            return "turn the difference into a number with .dt.total_seconds()";
        }
        if (left == Kind.BOOLEAN || right == Kind.BOOLEAN) {
            return "use True and False for conditions, and put comparisons joined by & in parentheses";
        }
        if ((left == Kind.TEXT && right.isNumeric()) || (right == Kind.TEXT && left.isNumeric())) {
            return "write the number in quotes, or cast one side: .cast(pl.Utf8) or .cast(pl.Float64)";
        }
        return "compare dates with pl.datetime(year, month, day)";
    }

    @Override
    public Kind logic(Expression.Logic logic) {
        for (Expression operand : logic.operands()) {
            Kind kind = visit(operand);
            if (!kind.isOrNull(Kind.BOOLEAN)) {
                error(
                        operand,
                        "\"" + logic.operator().symbol() + "\" joins conditions, but this is " + kind.label()
                                + "; put each comparison in parentheses: (…) "
                                + logic.operator().symbol() + " (…)");
            }
        }
        return Kind.BOOLEAN;
    }

    @Override
    public Kind in(Expression.In in) {
        Kind all = visit(in.operand());
        for (Expression value : in.values()) {
            Kind kind = visit(value);
            Optional<Kind> comparable = all.comparable(kind);
            if (comparable.isEmpty()) {
                return error(
                        value,
                        "is_in compares " + all.label() + " with " + kind.label()
                                + "; all values must have the type of what is looked at");
            }
            all = comparable.get();
        }
        return Kind.BOOLEAN;
    }

    @Override
    public Kind when(Expression.When when) {
        for (Expression.When.Branch branch : when.branches()) {
            Kind condition = visit(branch.condition());
            if (!condition.isOrNull(Kind.BOOLEAN)) {
                error(branch.condition(), "when needs a condition, but this is " + condition.label());
            }
        }
        Kind all = Kind.NULL;
        for (Expression result : when.results()) {
            Kind kind = visit(result);
            Optional<Kind> common = all.common(kind);
            if (common.isEmpty()) {
                return error(
                        result,
                        "when gives " + all.label() + " before and " + kind.label()
                                + " here; all results need a common type");
            }
            all = common.get();
        }
        return all;
    }

    @Override
    public Kind cast(Expression.Cast cast) {
        Kind from = visit(cast.operand());
        Kind to = Kind.of(cast.target().valueType());
        boolean number = from == Kind.INTEGER || from == Kind.NUMBER || from == Kind.BOOLEAN;
        boolean possible = switch (to) {
            case TEXT -> from != Kind.DURATION;
            case INTEGER, NUMBER -> number || from.isOrNull(Kind.TEXT);
            case BOOLEAN -> number || from == Kind.NULL;
            case DATE, TIMESTAMP -> from.isMoment() || from == Kind.TEXT;
            case NULL, DURATION -> false;
        };
        boolean condition = to == Kind.BOOLEAN && from == Kind.TEXT;
        return possible
                ? to
                : error(
                        cast,
                        from.label() + " cannot be cast to " + cast.target().pythonName()
                                + (condition ? "; compare it: == \"true\"" : ""));
    }

    @Override
    public Kind readTime(Expression.ReadTime readTime) {
        Kind from = visit(readTime.operand());
        return from.isOrNull(Kind.TEXT)
                ? Kind.of(readTime.target().valueType())
                : error(readTime, "\"str.strptime\" needs a text, but this is " + from.label());
    }

    @Override
    public Kind call(Expression.Call call) {
        Method method = call.method();
        Kind receiver = visit(call.receiver());
        call.arguments().values().forEach(this::visit);
        if (!method.receiver().accepts(receiver)) {
            String advice = method.receiver() == Method.Receiver.TEXT ? "; cast it first: .cast(pl.Utf8)" : "";
            return error(
                    call,
                    "\"" + method.pythonName() + "\" needs " + method.receiver().label() + ", but this is "
                            + receiver.label() + advice);
        }
        try {
            CallArguments.check(call);
        } catch (Refusal refusal) {
            problems.add(refusal.problem());
            return Kind.NULL;
        }
        return result(call, receiver);
    }

    private Kind result(Expression.Call call, Kind receiver) {
        if (call.method() == Method.IS_BETWEEN) {
            return between(call, receiver);
        }
        return switch (call.method().result()) {
            case BOOLEAN -> Kind.BOOLEAN;
            case TEXT -> Kind.TEXT;
            case INTEGER -> Kind.INTEGER;
            case DATE -> Kind.DATE;
            case SAME -> receiver;
            case COMMON -> {
                Kind value = kind(call.argument("value").orElseThrow());
                yield receiver.common(value)
                        .orElseGet(() -> error(
                                call,
                                "fill_null puts " + value.label() + " in the place of " + receiver.label()
                                        + "; both need a common type"));
            }
        };
    }

    private Kind between(Expression.Call call, Kind receiver) {
        for (String name : List.of("lower_bound", "upper_bound")) {
            Kind bound = kind(call.argument(name).orElseThrow());
            if (receiver.comparable(bound).isEmpty()) {
                return error(
                        call,
                        "is_between compares " + receiver.label() + " with " + bound.label() + "; "
                                + advice(receiver, bound));
            }
        }
        return Kind.BOOLEAN;
    }
}
