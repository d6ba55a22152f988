package com.cdhdashboard.app.page.configuration.expression;

import com.cdhdashboard.core.cube.ValueType;
import com.cdhdashboard.core.expression.builder.Aspect;
import com.cdhdashboard.core.expression.builder.Group;
import com.cdhdashboard.core.expression.builder.Operator;
import com.cdhdashboard.core.expression.builder.Value;
import com.cdhdashboard.core.sample.ColumnEffect;
import com.cdhdashboard.core.sample.FilterEffect;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An expression beside its text.
 *
 * @param id of its place on the page
 * @param text as it is to be written
 * @param conditions empty where no form shows the text
 * @param remarks why it stays text, and what a change would lose
 * @param problems why its effect cannot be told
 */
public record ExpressionView(
        String id,
        String text,
        Optional<Group> conditions,
        List<String> remarks,
        Fields fields,
        Effect effect,
        List<String> problems) {
    public ExpressionView {
        remarks = List.copyOf(remarks);
        problems = List.copyOf(problems);
    }

    /** What it does to the sampled rows; empty where that cannot be told, or it is the other kind of expression. */
    public record Effect(Optional<FilterEffect> filter, Optional<ColumnEffect> columns) {}

    /** The fields that can be asked of, with their types where these are known. */
    public record Fields(Map<String, Optional<ValueType>> types) {
        public Fields {
            types = new LinkedHashMap<>(types);
        }

        public List<String> names() {
            return List.copyOf(types.keySet());
        }

        public String first() {
            return names().stream().findFirst().orElse("Channel");
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

    /** Parts of the sampled rows in thousandths, for a bar. */
    public static long thousandths(long part, long rows) {
        return rows == 0 ? 0 : Math.round(part * 1000.0 / rows);
    }
}
