package com.cdhdashboard.core.expression.write;

import com.cdhdashboard.core.expression.Expression;
import com.cdhdashboard.core.expression.LogicOperator;
import com.cdhdashboard.core.expression.Method;
import com.cdhdashboard.core.expression.Parameter;
import com.cdhdashboard.core.expression.pattern.TimeFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** An expression on one line, with no more parentheses than it needs and each comparison in its own. */
public final class ExpressionText implements Expression.Visitor<String> {
    private static final int COMPARISON = 0;
    private static final int OR = 1;
    private static final int AND = 2;
    private static final int SUM = 3;
    private static final int TERM = 4;
    private static final int UNARY = 5;
    private static final int METHOD = 6;

    private final boolean bareNames;

    private ExpressionText(boolean bareNames) {
        this.bareNames = bareNames;
    }

    /** The text that is read as this expression. */
    public static String of(Expression expression) {
        return expression.accept(new ExpressionText(true));
    }

    /** The text of a filter of which this is a part: a comparison stands in parentheses. */
    public static String ofOperand(Expression expression) {
        return new ExpressionText(true).wrapped(expression, SUM);
    }

    /** The text where a plain text would name a column, as in {@code then(…)}. */
    public static String ofArgument(Expression expression) {
        return new ExpressionText(true).argument(expression);
    }

    /** What gives a name to the column that stands before it. */
    public static String alias(String name) {
        return ".alias(" + Literals.quoted(name) + ")";
    }

    /** Whether two expressions say the same: wherever they stand, and however they name columns. */
    public static boolean same(Expression one, Expression other) {
        ExpressionText named = new ExpressionText(false);
        return one.accept(named).equals(other.accept(named));
    }

    private static int level(Expression expression) {
        if (expression instanceof Expression.Comparison) {
            return COMPARISON;
        }
        if (expression instanceof Expression.Logic logic) {
            return logic.operator() == LogicOperator.OR ? OR : AND;
        }
        if (expression instanceof Expression.Arithmetic arithmetic) {
            return arithmetic.operator().binds() ? TERM : SUM;
        }
        return expression instanceof Expression.Not || expression instanceof Expression.Negation ? UNARY : METHOD;
    }

    private String wrapped(Expression expression, int least) {
        String text = expression.accept(this);
        return level(expression) < least ? "(" + text + ")" : text;
    }

    /** Methods belong to columns and to {@code pl.lit(…)}, not to literals. */
    private String receiver(Expression expression) {
        return isPlain(expression) ? constant(expression) : wrapped(expression, METHOD);
    }

    private String argument(Expression expression) {
        boolean text = expression instanceof Expression.Literal literal && literal.value() instanceof String;
        return text ? constant(expression) : expression.accept(this);
    }

    private String constant(Expression literal) {
        return "pl.lit(" + literal.accept(this) + ")";
    }

    /** Whether it is written as a literal, rather than by a function as {@code pl.datetime(…)} is. */
    private static boolean isPlain(Expression expression) {
        return expression instanceof Expression.Missing
                || (expression instanceof Expression.Literal literal
                        && (literal.value() instanceof String
                                || literal.value() instanceof Number
                                || literal.value() instanceof Boolean));
    }

    @Override
    public String column(Expression.Column column) {
        String name = Literals.quoted(column.name());
        return column.bare() && bareNames ? name : "pl.col(" + name + ")";
    }

    @Override
    public String literal(Expression.Literal literal) {
        return Literals.of(literal.value());
    }

    @Override
    public String missing(Expression.Missing missing) {
        return "None";
    }

    @Override
    public String alias(Expression.Alias alias) {
        return receiver(alias.operand()) + alias(alias.name());
    }

    @Override
    public String not(Expression.Not not) {
        return "~" + wrapped(not.operand(), UNARY);
    }

    /** A minus before a number would be its sign. */
    @Override
    public String negation(Expression.Negation negation) {
        return "-" + (isPlain(negation.operand()) ? constant(negation.operand()) : wrapped(negation.operand(), UNARY));
    }

    @Override
    public String arithmetic(Expression.Arithmetic arithmetic) {
        int level = level(arithmetic);
        String left = arithmetic.left() instanceof Expression.Literal literal && literal.value() instanceof String
                ? constant(literal)
                : wrapped(arithmetic.left(), level);
        return left + " " + arithmetic.operator().symbol() + " " + wrapped(arithmetic.right(), level + 1);
    }

    @Override
    public String comparison(Expression.Comparison comparison) {
        return wrapped(comparison.left(), OR) + " " + comparison.operator().symbol() + " "
                + wrapped(comparison.right(), OR);
    }

    @Override
    public String logic(Expression.Logic logic) {
        return logic.operands().stream()
                .map(operand -> wrapped(operand, SUM))
                .collect(Collectors.joining(" " + logic.operator().symbol() + " "));
    }

    @Override
    public String in(Expression.In in) {
        return receiver(in.operand())
                + in.values().stream()
                        .map(value -> value.accept(this))
                        .collect(Collectors.joining(", ", ".is_in([", "])"));
    }

    @Override
    public String when(Expression.When when) {
        StringBuilder text = new StringBuilder("pl");
        for (Expression.When.Branch branch : when.branches()) {
            text.append(".when(").append(argument(branch.condition())).append(")");
            text.append(".then(").append(argument(branch.result())).append(")");
        }
        when.otherwise()
                .ifPresent(otherwise ->
                        text.append(".otherwise(").append(argument(otherwise)).append(")"));
        return text.toString();
    }

    @Override
    public String cast(Expression.Cast cast) {
        return receiver(cast.operand()) + ".cast(" + cast.target().pythonName() + ")";
    }

    @Override
    public String readTime(Expression.ReadTime readTime) {
        return receiver(readTime.operand()) + ".str.strptime("
                + readTime.target().pythonName() + ", " + Literals.quoted(format(readTime.format())) + ")";
    }

    private static String format(TimeFormat format) {
        StringBuilder text = new StringBuilder();
        for (TimeFormat.Element element : format.elements()) {
            if (element instanceof TimeFormat.Field field) {
                text.append(field.directive());
            } else if (element instanceof TimeFormat.Blank blank) {
                text.append(blank.characters());
            } else if (element instanceof TimeFormat.Text characters) {
                text.append(characters.characters().replace("%", "%%"));
            }
        }
        return text.toString();
    }

    @Override
    public String call(Expression.Call call) {
        List<String> arguments = new ArrayList<>();
        List<Parameter> parameters = call.method().parameters();
        boolean named = false;
        for (Map.Entry<String, Expression> entry : call.arguments().entrySet()) {
            Parameter parameter = parameter(call.method(), entry.getKey());
            named = named
                    || isOption(parameter)
                    || !parameters.get(arguments.size()).equals(parameter);
            String value = parameter.shape() == Parameter.Shape.COLUMN
                    ? argument(entry.getValue())
                    : entry.getValue().accept(this);
            arguments.add(named ? entry.getKey() + "=" + value : value);
        }
        return receiver(call.receiver()) + "." + call.method().pythonName() + "(" + String.join(", ", arguments) + ")";
    }

    /** Whether a value alone would not tell what it is for. */
    private static boolean isOption(Parameter parameter) {
        return !parameter.required() && parameter.shape() != Parameter.Shape.COUNT;
    }

    private static Parameter parameter(Method method, String name) {
        return method.parameters().stream()
                .filter(parameter -> parameter.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
