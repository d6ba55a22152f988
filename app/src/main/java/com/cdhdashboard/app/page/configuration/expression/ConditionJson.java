package com.cdhdashboard.app.page.configuration.expression;

import com.cdhdashboard.core.error.Problem;
import com.cdhdashboard.core.error.UserException;
import com.cdhdashboard.core.expression.LogicOperator;
import com.cdhdashboard.core.expression.builder.Aspect;
import com.cdhdashboard.core.expression.builder.Condition;
import com.cdhdashboard.core.expression.builder.ExpressionBuilder;
import com.cdhdashboard.core.expression.builder.Field;
import com.cdhdashboard.core.expression.builder.FieldTest;
import com.cdhdashboard.core.expression.builder.Group;
import com.cdhdashboard.core.expression.builder.Operator;
import com.cdhdashboard.core.expression.builder.Passage;
import com.cdhdashboard.core.expression.builder.Value;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads conditions as the browser sends them. */
final class ConditionJson {
    private static final int MOST_DEEP = 20;
    private static final ObjectMapper JSON = new ObjectMapper();

    private ConditionJson() {}

    static Group read(String text) {
        try {
            return group(JSON.readTree(text));
        } catch (JsonProcessingException | IllegalArgumentException e) {
            throw new UserException(UserException.Kind.USER, "The request holds no conditions; load the page again", e);
        }
    }

    static Group group(JsonNode node) {
        return group(node, 0);
    }

    private static Condition condition(JsonNode node, int depth) {
        if (node.has("members")) {
            return group(node, depth);
        }
        return node.has("text") ? passage(node.path("text").asText()) : test(node);
    }

    private static Group group(JsonNode node, int depth) {
        if (depth > MOST_DEEP) {
            throw new UserException("Groups are nested more than " + MOST_DEEP + " deep; write a simpler condition");
        }
        List<Condition> members = new ArrayList<>();
        node.path("members").forEach(member -> members.add(condition(member, depth + 1)));
        return new Group(
                LogicOperator.valueOf(node.path("operator").asText()),
                node.path("negated").asBoolean(),
                members);
    }

    static Passage passage(String text) {
        List<Problem> problems = ExpressionBuilder.problems(text);
        if (text.isBlank() || !problems.isEmpty()) {
            throw new UserException("The text cannot be read"
                    + problems.stream()
                            .findFirst()
                            .map(problem -> ": " + problem.message())
                            .orElse(""));
        }
        return new Passage(text, "");
    }

    private static FieldTest test(JsonNode node) {
        Operator operator = Operator.valueOf(node.path("operator").asText());
        List<Value> values = new ArrayList<>();
        node.path("values").forEach(value -> values.add(value(value)));
        return new FieldTest(field(node, "field"), operator, fitting(values, operator));
    }

    private static Field field(JsonNode node, String name) {
        return new Field(
                node.path(name).asText(),
                Optional.of(node.path("aspect").asText())
                        .filter(aspect -> !aspect.isEmpty())
                        .map(Aspect::valueOf)
                        .orElse(Aspect.ITSELF));
    }

    static Value value(JsonNode node) {
        Value.Type type = Value.Type.valueOf(node.path("type").asText());
        return type == Value.Type.FIELD
                ? new Value.OfField(field(node, "value"))
                : Value.of(type, node.path("value").asText());
    }

    /** As many values as another operator takes, the first of those there were. */
    private static List<Value> fitting(List<Value> values, Operator operator) {
        int wanted = switch (operator.takes()) {
            case NONE -> 0;
            case ONE -> 1;
            case TWO -> 2;
            case LIST -> values.size();
        };
        List<Value> fitting = new ArrayList<>(values.subList(0, Math.min(wanted, values.size())));
        while (fitting.size() < wanted) {
            fitting.add(fitting.isEmpty() ? new Value.Literal("") : fitting.get(0));
        }
        return fitting;
    }
}
