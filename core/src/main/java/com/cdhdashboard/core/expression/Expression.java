package com.cdhdashboard.core.expression;

import static java.util.Objects.requireNonNull;

import com.cdhdashboard.core.expression.pattern.TimeFormat;
import com.cdhdashboard.core.expression.text.Place;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A parsed expression: a tree of immutable nodes, each with the place its text stands at. A tree read by
 * {@code Expressions} is at most {@code Parser#MAX_DEPTH} nodes deep, so walking it recursively is safe.
 */
public sealed interface Expression {
    Place place();

    /** The nodes directly below, in the order written. */
    List<Expression> children();

    <R> R accept(Visitor<R> visitor);

    /** The columns named, in the order of their places; a column named twice is there twice. */
    default List<String> columnNames() {
        List<String> names = new ArrayList<>();
        if (this instanceof Column column) {
            names.add(column.name());
        }
        children().forEach(child -> names.addAll(child.columnNames()));
        return List.copyOf(names);
    }

    /** @param bare whether it is a text in a place where texts name columns, rather than {@code pl.col("name")} */
    record Column(String name, boolean bare, Place place) implements Expression {
        public Column {
            requireNonNull(name, "name");
            requireNonNull(place, "place");
        }

        @Override
        public List<Expression> children() {
            return List.of();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.column(this);
        }
    }

    /** @param value a {@code String}, {@code Long}, {@code Double}, {@code Boolean} or {@code LocalDateTime} */
    record Literal(Object value, Place place) implements Expression {
        public Literal {
            requireNonNull(value, "value");
            requireNonNull(place, "place");
        }

        @Override
        public List<Expression> children() {
            return List.of();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.literal(this);
        }
    }

    /** {@code None}. */
    record Missing(Place place) implements Expression {
        public Missing {
            requireNonNull(place, "place");
        }

        @Override
        public List<Expression> children() {
            return List.of();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.missing(this);
        }
    }

    /** An alias below another operation; it changes nothing. */
    record Alias(Expression operand, String name, Place place) implements Expression {
        public Alias {
            requireNonNull(operand, "operand");
            requireNonNull(name, "name");
            requireNonNull(place, "place");
        }

        @Override
        public List<Expression> children() {
            return List.of(operand);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.alias(this);
        }
    }

    /** {@code ~operand}. */
    record Not(Expression operand, Place place) implements Expression {
        public Not {
            requireNonNull(operand, "operand");
            requireNonNull(place, "place");
        }

        @Override
        public List<Expression> children() {
            return List.of(operand);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.not(this);
        }
    }

    /** {@code -operand}. */
    record Negation(Expression operand, Place place) implements Expression {
        public Negation {
            requireNonNull(operand, "operand");
            requireNonNull(place, "place");
        }

        @Override
        public List<Expression> children() {
            return List.of(operand);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.negation(this);
        }
    }

    /** {@code left operator right}; the place is the operator's. */
    record Arithmetic(ArithmeticOperator operator, Expression left, Expression right, Place place)
            implements Expression {
        public Arithmetic {
            requireNonNull(operator, "operator");
            requireNonNull(left, "left");
            requireNonNull(right, "right");
            requireNonNull(place, "place");
        }

        @Override
        public List<Expression> children() {
            return List.of(left, right);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.arithmetic(this);
        }
    }

    /** {@code left operator right}; the place is the operator's. */
    record Comparison(ComparisonOperator operator, Expression left, Expression right, Place place)
            implements Expression {
        public Comparison {
            requireNonNull(operator, "operator");
            requireNonNull(left, "left");
            requireNonNull(right, "right");
            requireNonNull(place, "place");
        }

        @Override
        public List<Expression> children() {
            return List.of(left, right);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.comparison(this);
        }
    }

    /** Two or more operands joined by {@code &} or by {@code |}; the place is the first operator's. */
    record Logic(LogicOperator operator, List<Expression> operands, Place place) implements Expression {
        public Logic {
            requireNonNull(operator, "operator");
            operands = List.copyOf(operands);
            requireNonNull(place, "place");
        }

        @Override
        public List<Expression> children() {
            return operands;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.logic(this);
        }
    }

    /** {@code operand.is_in([values])}; the values are {@link Literal} or {@link Missing}. */
    record In(Expression operand, List<Expression> values, Place place) implements Expression {
        public In {
            requireNonNull(operand, "operand");
            values = List.copyOf(values);
            requireNonNull(place, "place");
        }

        @Override
        public List<Expression> children() {
            List<Expression> children = new ArrayList<>();
            children.add(operand);
            children.addAll(values);
            return List.copyOf(children);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.in(this);
        }
    }

    /** {@code pl.when(…).then(…)}, repeated, and what holds where no condition does (absent: null). */
    record When(List<Branch> branches, Optional<Expression> otherwise, Place place) implements Expression {
        /** One condition and its result. */
        public record Branch(Expression condition, Expression result) {
            public Branch {
                requireNonNull(condition, "condition");
                requireNonNull(result, "result");
            }
        }

        public When {
            branches = List.copyOf(branches);
            requireNonNull(otherwise, "otherwise");
            requireNonNull(place, "place");
        }

        /** What the expression may be: the results of all branches and of {@code otherwise}. */
        public List<Expression> results() {
            List<Expression> results = new ArrayList<>();
            branches.forEach(branch -> results.add(branch.result()));
            otherwise.ifPresent(results::add);
            return List.copyOf(results);
        }

        @Override
        public List<Expression> children() {
            List<Expression> children = new ArrayList<>();
            for (Branch branch : branches) {
                children.add(branch.condition());
                children.add(branch.result());
            }
            otherwise.ifPresent(children::add);
            return List.copyOf(children);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.when(this);
        }
    }

    /** {@code operand.cast(target)}. */
    record Cast(Expression operand, DataType target, Place place) implements Expression {
        public Cast {
            requireNonNull(operand, "operand");
            requireNonNull(target, "target");
            requireNonNull(place, "place");
        }

        @Override
        public List<Expression> children() {
            return List.of(operand);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.cast(this);
        }
    }

    /** {@code operand.str.strptime(target, format)}; {@code target} is a date or a timestamp. */
    record ReadTime(Expression operand, DataType target, TimeFormat format, Place place) implements Expression {
        public ReadTime {
            requireNonNull(operand, "operand");
            requireNonNull(target, "target");
            requireNonNull(format, "format");
            requireNonNull(place, "place");
        }

        @Override
        public List<Expression> children() {
            return List.of(operand);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.readTime(this);
        }
    }

    /** {@code receiver.method(arguments)}; the arguments by the names of the method's parameters. */
    record Call(Method method, Expression receiver, Map<String, Expression> arguments, Place place)
            implements Expression {
        public Call {
            requireNonNull(method, "method");
            requireNonNull(receiver, "receiver");
            arguments = Collections.unmodifiableMap(new LinkedHashMap<>(arguments));
            requireNonNull(place, "place");
        }

        public Optional<Expression> argument(String name) {
            return Optional.ofNullable(arguments.get(name));
        }

        @Override
        public List<Expression> children() {
            List<Expression> children = new ArrayList<>();
            children.add(receiver);
            children.addAll(arguments.values());
            return List.copyOf(children);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.call(this);
        }
    }

    /** One answer per kind of node. */
    interface Visitor<R> {
        R column(Column column);

        R literal(Literal literal);

        R missing(Missing missing);

        R alias(Alias alias);

        R not(Not not);

        R negation(Negation negation);

        R arithmetic(Arithmetic arithmetic);

        R comparison(Comparison comparison);

        R logic(Logic logic);

        R in(In in);

        R when(When when);

        R cast(Cast cast);

        R readTime(ReadTime readTime);

        R call(Call call);
    }
}
