package com.cdhdashboard.core.expression.read;

import com.cdhdashboard.core.error.DidYouMean;
import com.cdhdashboard.core.expression.DataType;
import com.cdhdashboard.core.expression.Expression;
import com.cdhdashboard.core.expression.Method;
import com.cdhdashboard.core.expression.Parameter;
import com.cdhdashboard.core.expression.pattern.TimeFormat;
import com.cdhdashboard.core.expression.text.Place;
import com.cdhdashboard.core.expression.text.Refusal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a method and its arguments. */
final class Methods {
    private static final List<String> NAMES = names();

    private final Tokens tokens;
    private final Parser parser;
    private final Roots roots;

    Methods(Tokens tokens, Parser parser) {
        this.tokens = tokens;
        this.parser = parser;
        this.roots = new Roots(tokens, parser);
    }

    private static List<String> names() {
        List<String> names = new ArrayList<>(List.of("alias", "cast", "is_in", "str.strptime"));
        Arrays.stream(Method.values()).map(Method::pythonName).forEach(names::add);
        return List.copyOf(names);
    }

    Expression method(Expression receiver) {
        tokens.expect(".");
        Token first = tokens.expect(Token.Type.NAME, "the name of a method");
        String name = first.text();
        if ((name.equals("str") || name.equals("dt")) && tokens.takeIf(".")) {
            name += "." + tokens.expect(Token.Type.NAME, "the name of a method").text();
        }
        if (!NAMES.contains(name)) {
            throw new Refusal(first.place(), unknown(name));
        }
        if (!tokens.peek().is("(")) {
            throw new Refusal(first.place(), "\"" + name + "\" is a method; write ." + name + "(…)");
        }
        tokens.take();
        Expression called = call(receiver, name, first.place());
        tokens.expect(")");
        return called;
    }

    private Expression call(Expression receiver, String name, Place place) {
        return switch (name) {
            case "alias" -> alias(receiver, place);
            case "cast" -> new Expression.Cast(receiver, dataType(), place);
            case "is_in" -> new Expression.In(receiver, items(), place);
            case "str.strptime" -> readTime(receiver, place);
            default -> {
                Method method = Method.find(name).orElseThrow();
                yield new Expression.Call(method, receiver, arguments(method, place), place);
            }
        };
    }

    private static String unknown(String name) {
        String advice = switch (name) {
            case "otherwise", "then", "when" -> "; it belongs to pl.when(…).then(…).otherwise(…)";
            case "is_not_in" -> "; write ~ before is_in: ~pl.col(\"…\").is_in([…])";
            case "not_" -> "; write ~ before the condition: ~(…)";
            case "apply", "map_elements", "map_batches" -> "; functions of Python are never run";
            case "str.to_datetime", "str.to_date" -> "; did you mean \"str.strptime\"?";
            case "str.lower", "str.upper" -> "; did you mean \"str.to_" + name.substring(4) + "case\"?";
            default ->
                nearest(name)
                        .map(known -> "; did you mean \"" + known + "\"?")
                        .orElse("; methods are: " + String.join(", ", NAMES));
        };
        return "the method \"" + name + "\" is not part of the language" + advice;
    }

    private static Optional<String> nearest(String name) {
        for (String prefixed : List.of("str." + name, "dt." + name)) {
            if (NAMES.contains(prefixed)) {
                return Optional.of(prefixed);
            }
        }
        return DidYouMean.nearest(name, NAMES);
    }

    private Expression alias(Expression receiver, Place place) {
        Token name = tokens.expect(Token.Type.TEXT, "the name of the column in quotes");
        if (name.text().isBlank()) {
            throw new Refusal(name.place(), "the name of a column must not be empty");
        }
        return new Expression.Alias(receiver, name.text(), place);
    }

    private DataType dataType() {
        Token first = tokens.expect(Token.Type.NAME, "a type such as pl.Utf8");
        String name = first.text();
        if (tokens.takeIf(".")) {
            name += "."
                    + tokens.expect(Token.Type.NAME, "a type such as pl.Utf8").text();
        }
        String found = name;
        return DataType.find(name).orElseThrow(() -> {
            String meant = DidYouMean.nearest(found, DataType.names())
                    .map(known -> "did you mean \"" + known + "\"? ")
                    .orElse("");
            return new Refusal(
                    first.place(),
                    "the type \"" + found + "\" is not part of the language; " + meant + "Types are: "
                            + String.join(", ", DataType.names()));
        });
    }

    private List<Expression> items() {
        if (!tokens.takeIf("[")) {
            throw tokens.unexpected("a list of literals in square brackets: is_in([\"a\", \"b\"])");
        }
        List<Expression> items = new ArrayList<>();
        while (!tokens.peek().is("]")) {
            items.add(roots.literal("a literal: a text, a number, True, False or None"));
            if (!tokens.takeIf(",")) {
                break;
            }
        }
        tokens.expect("]");
        return items;
    }

    private Expression readTime(Expression receiver, Place place) {
        Token type = tokens.peek();
        DataType target = dataType();
        if (target != DataType.DATETIME && target != DataType.DATE) {
            throw new Refusal(type.place(), "str.strptime gives pl.Datetime or pl.Date, not " + target.pythonName());
        }
        tokens.expect(",");
        takeName("format");
        Token format = tokens.expect(Token.Type.TEXT, "a format in quotes such as \"%Y-%m-%d\"");
        if (tokens.takeIf(",") && takeName("strict")) {
            argument(Parameter.optional("strict", Parameter.Shape.FLAG));
        }
        return new Expression.ReadTime(receiver, target, TimeFormat.forReading(format.text(), format.place()), place);
    }

    /** Takes {@code name=} if it follows. */
    private boolean takeName(String name) {
        boolean follows = tokens.peek().type() == Token.Type.NAME
                && tokens.peek().text().equals(name)
                && tokens.peekSecond().is("=");
        if (follows) {
            tokens.take();
            tokens.take();
        }
        return follows;
    }

    private Map<String, Expression> arguments(Method method, Place place) {
        Map<String, Expression> arguments = new LinkedHashMap<>();
        boolean named = false;
        while (!tokens.peek().is(")")) {
            boolean name = tokens.peek().type() == Token.Type.NAME
                    && tokens.peekSecond().is("=");
            if (named && !name) {
                throw tokens.unexpected("an argument with its name, as those before it");
            }
            named = name;
            Parameter parameter = name ? namedParameter(method) : nextParameter(method, arguments.size());
            if (arguments.containsKey(parameter.name())) {
                throw new Refusal(place, describe(method) + " is given \"" + parameter.name() + "\" twice");
            }
            arguments.put(parameter.name(), argument(parameter));
            if (!tokens.takeIf(",")) {
                break;
            }
        }
        for (Parameter parameter : method.parameters()) {
            if (parameter.required() && !arguments.containsKey(parameter.name())) {
                throw new Refusal(place, describe(method) + " needs \"" + parameter.name() + "\"");
            }
        }
        return arguments;
    }

    private Parameter namedParameter(Method method) {
        Token name = tokens.take();
        tokens.take();
        return method.parameters().stream()
                .filter(parameter -> parameter.name().equals(name.text()))
                .findFirst()
                .orElseThrow(
                        () -> new Refusal(name.place(), describe(method) + " has no argument \"" + name.text() + "\""));
    }

    private Parameter nextParameter(Method method, int given) {
        if (!(given < method.parameters().size())) {
            throw new Refusal(
                    tokens.peek().place(),
                    describe(method) + " takes at most " + method.parameters().size() + " arguments");
        }
        return method.parameters().get(given);
    }

    private static String describe(Method method) {
        return "\"" + method.pythonName() + "\"";
    }

    private Expression argument(Parameter parameter) {
        return switch (parameter.shape()) {
            case VALUE -> parser.full();
            case COLUMN -> parser.columnOrFull();
            case TEXT -> literal(parameter, String.class, "a text in quotes");
            case WHOLE -> literal(parameter, Long.class, "a whole number");
            case FLAG -> literal(parameter, Boolean.class, "True or False");
            case COUNT -> count(parameter);
            case TEXT_OR_NUMBER -> textOrNumber(parameter);
        };
    }

    private Expression.Literal literal(Parameter parameter, Class<?> type, String expected) {
        String wanted = expected + " for \"" + parameter.name() + "\"";
        Token token = tokens.peek();
        Expression found = roots.literal(wanted);
        if (found instanceof Expression.Literal literal && type.isInstance(literal.value())) {
            return literal;
        }
        throw new Refusal(token.place(), "found " + token.quoted() + "; expected " + wanted);
    }

    private Expression count(Parameter parameter) {
        Expression.Literal literal = literal(parameter, Long.class, "a whole number of at least 0");
        if (!((Long) literal.value() >= 0)) {
            throw new Refusal(literal.place(), "\"" + parameter.name() + "\" must not be negative");
        }
        return literal;
    }

    /** A number stands for its text, as {@code str.contains(2024)}. */
    private Expression textOrNumber(Parameter parameter) {
        Expression.Literal literal = literal(parameter, Object.class, "a text in quotes");
        if (literal.value() instanceof Boolean) {
            throw new Refusal(literal.place(), "\"" + parameter.name() + "\" must be a text in quotes");
        }
        return new Expression.Literal(literal.value().toString(), literal.place());
    }
}
