package com.cdhdashboard.assistant.tool;

import com.cdhdashboard.assistant.question.Addresses;
import com.cdhdashboard.assistant.question.Arguments;
import com.cdhdashboard.assistant.question.Content;
import com.cdhdashboard.assistant.question.MetricQuestion;
import com.cdhdashboard.assistant.question.Operand;
import com.cdhdashboard.assistant.question.Parameters;
import com.cdhdashboard.core.error.UserException;
import com.cdhdashboard.core.figure.Format;
import com.cdhdashboard.core.figure.NumberText;
import com.cdhdashboard.core.metric.score.Score;
import com.cdhdashboard.core.snapshot.Snapshot;
import com.cdhdashboard.stats.hypothesis.Interval;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Arithmetic on numbers of the data; each operand is a question, so that no number comes from the asker. */
final class Compute implements Tool {
    private static final String OPERATION = "operation";
    private static final String OPERANDS = "operands";
    private static final int MOST_OPERANDS = 20;

    /** What can be computed. */
    private enum Operation {
        DIFFERENCE("first − second"),
        RATIO("first / second"),
        RELATIVE_CHANGE("first / second − 1, the second being the value before"),
        SHARE("first / second, the first being a part of the second"),
        SUM("sum of all"),
        MEAN("sum of all / number of operands");

        private final String formula;

        Operation(String formula) {
            this.formula = formula;
        }

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        boolean ofTwo() {
            return this != SUM && this != MEAN;
        }
    }

    @Override
    public String name() {
        return "compute";
    }

    @Override
    public String description() {
        return "Computes a difference, ratio, relative change, share, sum or mean of numbers of the data. Never compute"
                + " yourself: ask this. Each operand is a question for one score.";
    }

    @Override
    public ObjectNode parameters() {
        return new Parameters()
                .required(
                        OPERATION,
                        Parameters.choice(
                                Stream.of(Operation.values())
                                        .map(operation -> operation.word() + ": " + operation.formula)
                                        .reduce((one, other) -> one + "; " + other)
                                        .orElse(""),
                                Stream.of(Operation.values())
                                        .map(Operation::word)
                                        .toList()))
                .required(
                        OPERANDS,
                        Parameters.list(
                                "questions for one number each, in the order of the operation",
                                MetricQuestion.one().json(),
                                2,
                                MOST_OPERANDS))
                .json();
    }

    @Override
    public ToolAnswer answer(Snapshot now, ObjectNode json) {
        Arguments arguments = new Arguments(json);
        Operation operation = Operation.valueOf(arguments.required(OPERATION).toUpperCase(Locale.ROOT));
        List<Operand> operands = arguments.objects(OPERANDS).stream()
                .map(operand -> Operand.of(now, operand))
                .toList();
        check(operation, operands);
        ObjectNode content = Content.object().put(OPERATION, operation.word()).put("formula", operation.formula);
        ArrayNode asked = content.putArray(OPERANDS);
        operands.forEach(operand -> asked.add(operand.json(now)));
        result(content, operation, operands);
        Set<String> notes = new LinkedHashSet<>(cautions(operation, operands));
        operands.forEach(operand -> notes.addAll(operand.question().notes(now)));
        return Answers.of(
                content,
                now,
                List.copyOf(notes),
                Optional.empty(),
                Addresses.question(now, operands.get(0).question()));
    }

    private static void check(Operation operation, List<Operand> operands) {
        if (operation.ofTwo() && operands.size() != 2) {
            throw new UserException(operation.word() + " has two operands; there are " + operands.size());
        }
        for (Operand operand : operands) {
            Score score = operand.score();
            if (!score.format().isNumber()) {
                throw new UserException("operands: " + score.name() + " is no number to compute with");
            }
            if (operation == Operation.SUM && score.format() != Format.COUNT && score.format() != Format.MONEY) {
                throw new UserException("operands: " + score.name()
                        + " cannot be summed, as only counts and amounts add up; ask query_metric for it of all groups"
                        + " together");
            }
        }
    }

    private static void result(ObjectNode content, Operation operation, List<Operand> operands) {
        double value = value(operation, operands.stream().map(Operand::value).toList());
        content.set("value", Content.number(value));
        if (Double.isFinite(value)) {
            Interval interval = operation == Operation.DIFFERENCE
                    ? operands.get(0).difference(operands.get(1))
                    : Interval.UNDEFINED;
            content.put("shown", shown(operation, operands.get(0).score().format(), value, interval));
            if (interval.isDefined()) {
                content.put("value_Low", interval.low()).put("value_High", interval.high());
                content.put("beyond_chance", interval.low() > 0 || interval.high() < 0);
            }
        } else {
            content.put("reason", "a number it is computed from is not available, or is 0 where it divides");
        }
    }

    private static double value(Operation operation, List<Double> values) {
        double sum = values.stream().mapToDouble(Double::doubleValue).sum();
        return switch (operation) {
            case DIFFERENCE -> values.get(0) - values.get(1);
            case RATIO, SHARE -> values.get(0) / values.get(1);
            case RELATIVE_CHANGE -> values.get(1) > 0 ? values.get(0) / values.get(1) - 1 : Double.NaN;
            case SUM -> sum;
            case MEAN -> sum / values.size();
        };
    }

    private static String shown(Operation operation, Format format, double value, Interval interval) {
        return switch (operation) {
            case DIFFERENCE -> NumberText.difference(value, format, (interval.high() - interval.low()) / 2);
            case RATIO -> NumberText.of(value, Format.RATIO);
            case SHARE -> NumberText.of(value, Format.PERCENT);
            case RELATIVE_CHANGE -> NumberText.relativeChange(value);
            case SUM, MEAN -> NumberText.of(value, format);
        };
    }

    private static List<String> cautions(Operation operation, List<Operand> operands) {
        List<String> notes = new ArrayList<>();
        Score first = operands.get(0).score();
        if (operands.stream().anyMatch(operand -> operand.score().format() != first.format())) {
            notes.add("The operands measure different things: "
                    + String.join(
                            ", ",
                            operands.stream()
                                    .map(operand -> operand.score().name())
                                    .distinct()
                                    .toList())
                    + ".");
        }
        if (operation == Operation.MEAN && first.format() != Format.COUNT && first.format() != Format.MONEY) {
            notes.add(
                    "A mean of " + first.name() + " counts each operand alike, however many interactions it has; it is"
                            + " not " + first.name() + " of all of them together, which query_metric answers.");
        }
        if (operation == Operation.SHARE
                && Math.abs(operands.get(0).value()) > Math.abs(operands.get(1).value())) {
            notes.add("The first operand is larger than the second, so that it is no part of it.");
        }
        return notes;
    }
}
