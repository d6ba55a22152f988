package com.cdhdashboard.core.expression.builder;

import com.cdhdashboard.core.expression.Expression;
import com.cdhdashboard.core.expression.write.ExpressionText;
import java.util.List;
import java.util.stream.Collectors;

/** Writes models as text of the language, each condition of a long filter on a line of its own. */
final class ModelText {
    private static final int LONGEST_LINE = 80;
    private static final String KEEPS_ALL = "True";

    private ModelText() {}

    static String filter(Group group) {
        String text = joined(group, " ");
        boolean lines = text.length() > LONGEST_LINE && group.members().size() > 1;
        return lines ? joined(group, "\n") : text;
    }

    /** The conditions of a group, without parentheses around them unless it is negated. */
    private static String joined(Group group, String gap) {
        List<Condition> members =
                group.members().stream().filter(member -> !isEmpty(member)).toList();
        if (members.size() == 1) {
            return group.negated() ? "~" + operand(members.get(0), true) : alone(members.get(0));
        }
        String text = members.stream()
                .map(member -> operand(member, false))
                .collect(Collectors.joining(" " + group.operator().symbol() + gap));
        return group.negated() && !members.isEmpty() ? "~(" + text + ")" : text;
    }

    private static boolean isEmpty(Condition condition) {
        return condition instanceof Group group && group.members().stream().allMatch(ModelText::isEmpty);
    }

    private static String alone(Condition condition) {
        if (condition instanceof FieldTest test) {
            return ExpressionText.of(TestForm.expression(test));
        }
        return condition instanceof Passage passage ? passage.text() : joined((Group) condition, " ");
    }

    /** @param negated whether a {@code ~} stands before it */
    private static String operand(Condition condition, boolean negated) {
        if (condition instanceof FieldTest test && !negated) {
            return ExpressionText.ofOperand(TestForm.expression(test));
        }
        return "(" + closed(alone(condition)) + ")";
    }

    /** What follows a comment must not become part of it. */
    private static String closed(String text) {
        return text.contains("#") ? text + "\n" : text;
    }

    static String columns(List<CalculatedColumn> columns) {
        return columns.isEmpty()
                ? ""
                : columns.stream().map(ModelText::column).collect(Collectors.joining(",\n    ", "[\n    ", ",\n]"));
    }

    private static String column(CalculatedColumn column) {
        return receiver(column.formula()) + ExpressionText.alias(column.name());
    }

    private static String receiver(Formula formula) {
        if (formula instanceof Formula.Plain plain) {
            String text = ExpressionText.ofArgument(plain.value().expression());
            return plain.value() instanceof Value.OfField || text.startsWith("pl.") ? text : "pl.lit(" + text + ")";
        }
        return formula instanceof Choice ? text(formula) : "(" + closed(text(formula)) + ")";
    }

    private static String text(Formula formula) {
        if (formula instanceof Formula.Plain plain) {
            return ExpressionText.ofArgument(plain.value().expression());
        }
        if (formula instanceof Formula.Calculation calculation) {
            return ExpressionText.of(expression(calculation));
        }
        return formula instanceof Choice choice ? choice(choice) : ((Passage) formula).text();
    }

    private static Expression expression(Formula.Calculation calculation) {
        Expression expression = calculation.first().expression();
        for (Formula.Term term : calculation.terms()) {
            expression = new Expression.Arithmetic(
                    term.operator(), expression, term.value().expression(), Nowhere.PLACE);
        }
        return expression;
    }

    private static String choice(Choice choice) {
        StringBuilder text = new StringBuilder("pl");
        String gap = "";
        for (Choice.Branch branch : choice.branches()) {
            String condition = filter(branch.condition());
            text.append(gap)
                    .append(".when(")
                    .append(condition.isEmpty() ? KEEPS_ALL : closed(condition))
                    .append(")");
            text.append(".then(").append(closed(text(branch.result()))).append(")");
            gap = "\n      ";
        }
        String between = gap;
        choice.otherwise()
                .ifPresent(formula -> text.append(between)
                        .append(".otherwise(")
                        .append(closed(text(formula)))
                        .append(")"));
        return text.toString();
    }
}
