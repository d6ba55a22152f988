package com.cdhdashboard.app.page.configuration.expression;

import com.cdhdashboard.core.cube.ValueType;
import com.cdhdashboard.core.error.Problem;
import com.cdhdashboard.core.expression.ArithmeticOperator;
import com.cdhdashboard.core.expression.builder.Aspect;
import com.cdhdashboard.core.expression.builder.CalculatedColumn;
import com.cdhdashboard.core.expression.builder.Group;
import com.cdhdashboard.core.expression.builder.Operator;
import com.cdhdashboard.core.expression.builder.Value;
import com.cdhdashboard.core.expression.text.Parsed;
import com.cdhdashboard.core.sample.ColumnEffect;
import com.cdhdashboard.core.sample.FilterEffect;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * An expression beside its text.
 *
 * @param id of its place on the page
 * @param text as it is to be written
 * @param conditions of a filter; empty where no form shows the text
 * @param columns that are calculated; empty where no form shows the text
 * @param remarks why it stays text, and what a change would lose
 * @param effect what it does to the sampled rows; empty where that is asked for next
 */
public record ExpressionView(
        String id,
        String text,
        Optional<Group> conditions,
        Optional<List<CalculatedColumn>> columns,
        List<String> remarks,
        Fields fields,
        Optional<Effect> effect) {
    public ExpressionView {
        remarks = List.copyOf(remarks);
    }

    /**
     * What it does to the sampled rows; both are empty where that cannot be told.
     *
     * @param problems why it cannot
     */
    public record Effect(Optional<FilterEffect> filter, Optional<ColumnEffect> columns, List<String> problems) {
        public Effect {
            problems = List.copyOf(problems);
        }

        static Effect ofFilter(Parsed<FilterEffect> told) {
            return new Effect(told.value(), Optional.empty(), messages(told.problems()));
        }

        static Effect ofColumns(Parsed<ColumnEffect> told) {
            return new Effect(Optional.empty(), told.value(), messages(told.problems()));
        }

        private static List<String> messages(List<Problem> problems) {
            return problems.stream().map(Problem::message).toList();
        }
    }

    /** The fields that can be asked of, with their types where these are known. */
    public record Fields(Map<String, Optional<ValueType>> types) {
        private static final Set<ValueType> NUMBERS = EnumSet.of(ValueType.INTEGER, ValueType.NUMBER);

        public Fields {
            types = new LinkedHashMap<>(types);
        }

        public List<String> names() {
            return List.copyOf(types.keySet());
        }

        public String first() {
            return names().stream().findFirst().orElse("Channel");
        }

        public boolean isNumber(String field) {
            return types.getOrDefault(field, Optional.empty())
                    .filter(NUMBERS::contains)
                    .isPresent();
        }

        /** The operators that suit a field, with the one that is chosen, whatever it is. */
        public List<Operator> operators(String field, Aspect aspect, Operator chosen) {
            Optional<ValueType> type =
                    aspect == Aspect.ITSELF ? types.getOrDefault(field, Optional.empty()) : Optional.empty();
            List<Operator> operators = new ArrayList<>(type.map(Operator::of).orElse(Arrays.asList(Operator.values())));
            if (!operators.contains(chosen)) {
                operators.add(chosen);
            }
            return operators;
        }
    }

    public List<Aspect> aspects() {
        return Arrays.asList(Aspect.values());
    }

    public List<Value.Type> valueTypes() {
        return Arrays.asList(Value.Type.values());
    }

    /** The types of values that an operator takes: lists hold neither fields nor moments. */
    public List<Value.Type> valueTypes(Operator operator) {
        return operator.takes() == Operator.Takes.LIST
                ? List.of(Value.Type.TEXT, Value.Type.NUMBER, Value.Type.TRUTH, Value.Type.MISSING)
                : valueTypes();
    }

    public List<ArithmeticOperator> arithmetic() {
        return Arrays.asList(ArithmeticOperator.values());
    }

    /** Parts of the sampled rows in thousandths, for a bar. */
    public static long thousandths(long part, long rows) {
        return rows == 0 ? 0 : Math.round(part * 1000.0 / rows);
    }
}
