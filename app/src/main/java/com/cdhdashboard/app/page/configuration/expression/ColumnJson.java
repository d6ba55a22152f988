package com.cdhdashboard.app.page.configuration.expression;

import com.cdhdashboard.core.error.UserException;
import com.cdhdashboard.core.expression.ArithmeticOperator;
import com.cdhdashboard.core.expression.builder.CalculatedColumn;
import com.cdhdashboard.core.expression.builder.Choice;
import com.cdhdashboard.core.expression.builder.Formula;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads calculated columns as the browser sends them. */
final class ColumnJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private ColumnJson() {}

    static List<CalculatedColumn> read(String text) {
        try {
            Map<String, CalculatedColumn> columns = new LinkedHashMap<>();
            for (JsonNode node : JSON.readTree(text).path("columns")) {
                CalculatedColumn column = new CalculatedColumn(name(node), formula(node.path("formula")));
                if (columns.put(column.name(), column) != null) {
                    throw new UserException("Two calculated columns would have the name \"" + column.name()
                            + "\"; choose another. The text is unchanged");
                }
            }
            return List.copyOf(columns.values());
        } catch (JsonProcessingException | IllegalArgumentException e) {
            throw new UserException(UserException.Kind.USER, "The request holds no columns; load the page again", e);
        }
    }

    private static String name(JsonNode column) {
        String name = column.path("name").asText().strip();
        if (name.isEmpty()) {
            throw new UserException("A calculated column needs a name; type one. The text is unchanged");
        }
        return name;
    }

    private static Formula formula(JsonNode node) {
        return node.path("shape").asText().equals("CHOICE") ? choice(node) : result(node);
    }

    private static Choice choice(JsonNode node) {
        List<Choice.Branch> branches = new ArrayList<>();
        for (JsonNode branch : node.path("branches")) {
            branches.add(
                    new Choice.Branch(ConditionJson.group(branch.path("condition")), result(branch.path("result"))));
        }
        JsonNode otherwise = node.path("otherwise");
        boolean missing = otherwise.path("shape").asText().equals("NONE");
        return new Choice(branches, missing ? Optional.empty() : Optional.of(result(otherwise)));
    }

    /** What can be the result of a condition: not another choice. */
    private static Formula result(JsonNode node) {
        String shape = node.path("shape").asText();
        return switch (shape) {
            case "PLAIN" -> new Formula.Plain(ConditionJson.value(node.path("value")));
            case "CALCULATION" -> {
                List<Formula.Term> terms = new ArrayList<>();
                node.path("terms").forEach(term -> terms.add(term(term)));
                yield new Formula.Calculation(ConditionJson.value(node.path("first")), terms);
            }
            case "TEXT" -> ConditionJson.passage(node.path("text").asText());
            default -> throw new IllegalArgumentException("no shape " + shape);
        };
    }

    private static Formula.Term term(JsonNode node) {
        return new Formula.Term(
                ArithmeticOperator.valueOf(node.path("operator").asText()), ConditionJson.value(node.path("value")));
    }
}
