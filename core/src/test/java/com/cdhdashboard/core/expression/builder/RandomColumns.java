package com.cdhdashboard.core.expression.builder;

import com.cdhdashboard.core.cube.ValueType;
import com.cdhdashboard.core.expression.ArithmeticOperator;
import com.cdhdashboard.core.expression.LogicOperator;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;

/** Makes calculated columns as a form can hold them, with awkward names and texts. */
final class RandomColumns {
    private static final List<String> TEXTS = List.of(
            "Channel", "a b", "", "2024", "'", "\"", "\\", "#", "\n", "ü ☂", "]", "pl.col(\"x\")", "True", "None");

    private final Random random;

    RandomColumns(Random random) {
        this.random = random;
    }

    List<CalculatedColumn> next() {
        List<CalculatedColumn> columns = new ArrayList<>();
        for (int i = random.nextInt(4); i >= 0; i--) {
            columns.add(new CalculatedColumn(i + pick(TEXTS), random.nextBoolean() ? choice() : result()));
        }
        return columns;
    }

    private <T> T pick(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    private <T> List<T> several(int least, Supplier<T> one) {
        List<T> all = new ArrayList<>();
        for (int i = least + random.nextInt(3); i > 0; i--) {
            all.add(one.get());
        }
        return all;
    }

    private Choice choice() {
        return new Choice(
                several(1, () -> new Choice.Branch(group(2), result())),
                random.nextBoolean() ? Optional.of(result()) : Optional.empty());
    }

    private Formula result() {
        return random.nextBoolean()
                ? new Formula.Plain(value())
                : new Formula.Calculation(value(), several(1, this::term));
    }

    private Formula.Term term() {
        return new Formula.Term(pick(List.of(ArithmeticOperator.values())), value());
    }

    /** Of two conditions and more, the inner ones joined otherwise: as such they are read again. */
    private Group group(int deep) {
        LogicOperator operator = pick(List.of(LogicOperator.values()));
        return group(deep, operator);
    }

    private Group group(int deep, LogicOperator operator) {
        LogicOperator other = operator == LogicOperator.AND ? LogicOperator.OR : LogicOperator.AND;
        return new Group(
                operator,
                random.nextBoolean(),
                several(2, () -> deep > 0 && random.nextInt(3) == 0 ? group(deep - 1, other) : test()));
    }

    private FieldTest test() {
        Operator operator = pick(List.of(Operator.values()));
        int values = switch (operator.takes()) {
            case NONE -> 0;
            case ONE -> 1;
            case TWO -> 2;
            case LIST -> random.nextInt(4);
        };
        List<Value> given = new ArrayList<>();
        for (int i = 0; i < values; i++) {
            given.add(ofText(operator) ? new Value.Literal(pick(TEXTS).replace("\\", "")) : literal(operator));
        }
        return new FieldTest(new Field(pick(TEXTS)), operator, given);
    }

    private static boolean ofText(Operator operator) {
        return Operator.of(ValueType.NUMBER).stream().noneMatch(operator::equals);
    }

    /** The language lists no moments. */
    private Value.Literal literal(Operator operator) {
        Value.Literal literal = literal();
        boolean lists = operator.takes() == Operator.Takes.LIST;
        return lists && literal.type() == Value.Type.MOMENT ? new Value.Literal("no moment") : literal;
    }

    private Value value() {
        return random.nextBoolean()
                ? new Value.OfField(new Field(pick(TEXTS), pick(List.of(Aspect.values()))))
                : literal();
    }

    private Value.Literal literal() {
        return new Value.Literal(
                switch (random.nextInt(5)) {
                    case 0 -> (Object) random.nextLong();
                    case 1 -> random.nextGaussian() * 1e6;
                    case 2 -> random.nextBoolean();
                    case 3 -> LocalDateTime.of(2024, 2, 29, random.nextInt(24), 0);
                    default -> pick(TEXTS);
                });
    }
}
