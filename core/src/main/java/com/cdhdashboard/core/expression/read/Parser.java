package com.cdhdashboard.core.expression.read;

import com.cdhdashboard.core.expression.ArithmeticOperator;
import com.cdhdashboard.core.expression.ComparisonOperator;
import com.cdhdashboard.core.expression.Expression;
import com.cdhdashboard.core.expression.LogicOperator;
import com.cdhdashboard.core.expression.NamedExpression;
import com.cdhdashboard.core.expression.text.Refusal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Recursive descent over the operators, from the loosest: comparison, {@code |}, {@code &}, {@code + -},
 * {@code * / // %}, {@code ~ -}, methods. What starts an expression is read by {@link Roots}, methods by
 * {@link Methods}.
 */
final class Parser {
    /** Deeper nesting, in the text or of the tree it means, is refused. */
    static final int MAX_DEPTH = 100;

    private final Tokens tokens;
    private final Roots roots;
    private final Methods methods;
    /** Texts and numbers written as they are; unlike {@code pl.lit(…)} they have no methods and may name columns. */
    private final Set<Expression> bare = Collections.newSetFromMap(new IdentityHashMap<>());

    private int depth;

    Parser(List<Token> tokens) {
        this.tokens = new Tokens(tokens);
        this.roots = new Roots(this.tokens, this);
        this.methods = new Methods(this.tokens, this);
    }

    Expression filter() {
        if (tokens.peek().type() == Token.Type.END) {
            return new Expression.Literal(true, tokens.peek().place());
        }
        Expression expression = full();
        expectEnd();
        return checked(expression);
    }

    List<NamedExpression> columns() {
        Map<String, NamedExpression> columns = new LinkedHashMap<>();
        boolean listed = tokens.takeIf("[");
        while (tokens.peek().type() != Token.Type.END
                && !(listed && tokens.peek().is("]"))) {
            NamedExpression column = column();
            NamedExpression earlier = columns.putIfAbsent(column.name(), column);
            if (earlier != null) {
                throw new Refusal(
                        column.body().place(),
                        "the name \"" + column.name() + "\" is given twice, first at " + earlier.position()
                                + "; each column needs a name of its own");
            }
            if (!tokens.takeIf(",")) {
                break;
            }
        }
        if (listed) {
            tokens.expect("]");
        }
        expectEnd();
        return List.copyOf(columns.values());
    }

    private NamedExpression column() {
        Token first = tokens.peek();
        Expression expression = checked(full());
        if (expression instanceof Expression.Alias alias) {
            return new NamedExpression(
                    alias.name(), alias.operand(), first.place().position());
        }
        throw new Refusal(
                first.place(), "the expression has no name; end it with .alias(\"name\"): (…).alias(\"name\")");
    }

    private void expectEnd() {
        if (tokens.peek().type() != Token.Type.END) {
            throw tokens.unexpected("an operator or the end of the text");
        }
    }

    /** An argument in a place where a bare text names a column. */
    Expression columnOrFull() {
        Expression expression = full();
        return isBareText(expression)
                ? new Expression.Column((String) ((Expression.Literal) expression).value(), true, expression.place())
                : expression;
    }

    Expression full() {
        enter();
        Expression left = or();
        Optional<ComparisonOperator> operator =
                ComparisonOperator.find(tokens.peek().symbol());
        if (operator.isPresent()) {
            Token token = tokens.take();
            left = new Expression.Comparison(operator.get(), left, or(), token.place());
            refuseChain();
        }
        depth--;
        return left;
    }

    private void refuseChain() {
        Token token = tokens.peek();
        if (ComparisonOperator.find(token.symbol()).isPresent()) {
            throw new Refusal(
                    token.place(),
                    "\"" + token.text() + "\" compares the result of another comparison; put each comparison in"
                            + " parentheses and join them with &: (a < b) & (b < c)");
        }
    }

    private Expression or() {
        return logic(LogicOperator.OR, this::and);
    }

    private Expression and() {
        return logic(LogicOperator.AND, this::sum);
    }

    private Expression logic(LogicOperator operator, Supplier<Expression> operand) {
        Expression first = operand.get();
        Token token = tokens.peek();
        if (!token.is(operator.symbol())) {
            return first;
        }
        List<Expression> operands = new ArrayList<>();
        operands.add(first);
        while (tokens.takeIf(operator.symbol())) {
            operands.add(operand.get());
        }
        return new Expression.Logic(operator, operands, token.place());
    }

    private Expression sum() {
        return arithmetic(false, this::term);
    }

    private Expression term() {
        return arithmetic(true, this::unary);
    }

    private Expression arithmetic(boolean binds, Supplier<Expression> operand) {
        Expression left = operand.get();
        Optional<ArithmeticOperator> operator =
                ArithmeticOperator.find(tokens.peek().symbol());
        while (operator.isPresent() && operator.get().binds() == binds) {
            Token token = tokens.take();
            Expression right = operand.get();
            if (isBareText(left) && isBareText(right)) {
                throw new Refusal(token.place(), "both sides are plain texts; write them as one text");
            }
            left = new Expression.Arithmetic(operator.get(), left, right, token.place());
            operator = ArithmeticOperator.find(tokens.peek().symbol());
        }
        return left;
    }

    private boolean isBareText(Expression expression) {
        return bare.contains(expression)
                && expression instanceof Expression.Literal literal
                && literal.value() instanceof String;
    }

    private Expression unary() {
        Token token = tokens.peek();
        boolean number = tokens.peekSecond().type() == Token.Type.INTEGER
                || tokens.peekSecond().type() == Token.Type.NUMBER;
        if ((token.is("-") || token.is("+")) && number) {
            return postfix(bareLiteral());
        }
        if (token.is("~") || token.is("-") || token.is("+")) {
            tokens.take();
            enter();
            Expression operand = unary();
            depth--;
            return switch (token.text()) {
                case "~" -> new Expression.Not(operand, token.place());
                case "-" -> new Expression.Negation(operand, token.place());
                default -> operand;
            };
        }
        return postfix(primary());
    }

    private Expression primary() {
        if (tokens.takeIf("(")) {
            Expression inner = full();
            tokens.expect(")");
            return inner;
        }
        if (roots.literalFollows()) {
            return bareLiteral();
        }
        return roots.root();
    }

    private Expression bareLiteral() {
        Expression literal = roots.literal();
        bare.add(literal);
        return literal;
    }

    private Expression postfix(Expression start) {
        Expression expression = start;
        while (tokens.peek().is(".")) {
            if (bare.contains(expression)) {
                throw new Refusal(
                        tokens.peek().place(), "methods belong to columns and to pl.lit(…); wrap the value: pl.lit(…)");
            }
            expression = methods.method(expression);
        }
        return expression;
    }

    private void enter() {
        depth++;
        if (!(depth <= MAX_DEPTH)) {
            throw new Refusal(
                    tokens.peek().place(), "nested more than " + MAX_DEPTH + " deep; write a simpler expression");
        }
    }

    /** Chains such as {@code a + b + …} nest in the tree though not in the text, so the tree is measured too. */
    private static Expression checked(Expression root) {
        Deque<Map.Entry<Expression, Integer>> open = new ArrayDeque<>();
        open.push(Map.entry(root, 1));
        while (!open.isEmpty()) {
            Map.Entry<Expression, Integer> node = open.pop();
            if (!(node.getValue() <= MAX_DEPTH)) {
                throw new Refusal(
                        node.getKey().place(),
                        "more than " + MAX_DEPTH + " operations build on each other; write a simpler expression");
            }
            for (Expression child : node.getKey().children()) {
                open.push(Map.entry(child, node.getValue() + 1));
            }
        }
        return root;
    }
}
