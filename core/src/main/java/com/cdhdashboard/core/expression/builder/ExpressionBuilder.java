package com.cdhdashboard.core.expression.builder;

import com.cdhdashboard.core.error.Problem;
import com.cdhdashboard.core.expression.Expression;
import com.cdhdashboard.core.expression.NamedExpression;
import com.cdhdashboard.core.expression.read.Expressions;
import com.cdhdashboard.core.expression.text.Parsed;
import com.cdhdashboard.core.expression.write.ExpressionText;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Filters and calculated columns as a form shows them. What is read and written back is the same expression. */
public final class ExpressionBuilder<T> {
    /** A condition that rows must fulfil. */
    public static final ExpressionBuilder<Group> FILTER =
            new ExpressionBuilder<>(ExpressionBuilder::readFilter, ModelText::filter);

    /** Columns that are calculated, in their order. */
    public static final ExpressionBuilder<List<CalculatedColumn>> COLUMNS =
            new ExpressionBuilder<>(ExpressionBuilder::readColumns, ModelText::columns);

    private static final String COMMENTS = "The text has comments, which are lost when the form changes it.";

    private static final String NOT_THE_SAME = "as the form would write it, it would not be the same expression";

    private final Function<String, Reading<T>> reader;
    private final Function<T, String> writer;

    private ExpressionBuilder(Function<String, Reading<T>> reader, Function<T, String> writer) {
        this.reader = reader;
        this.writer = writer;
    }

    public Reading<T> read(String text) {
        return reader.apply(text);
    }

    /** The text of a model; {@code before} where that says the same, as nobody has changed it. */
    public String write(T model, String before) {
        boolean unchanged =
                read(before) instanceof Reading.Shown<T> shown && shown.model().equals(model);
        return unchanged ? before : writer.apply(model);
    }

    /** What is wrong with a passage; one that cannot be read alone could change the meaning of what stands around it. */
    public static List<Problem> problems(String passage) {
        return Expressions.filter(Nowhere.source(passage)).problems();
    }

    private static Reading<Group> readFilter(String text) {
        Parsed<Expression> parsed = Expressions.filter(Nowhere.source(text));
        if (parsed.value().isEmpty()) {
            return refused(parsed.problems());
        }
        Group group = ModelReader.group(parsed.value().get());
        Parsed<Expression> again = Expressions.filter(Nowhere.source(ModelText.filter(group)));
        return shown(
                text,
                group,
                again.value()
                        .filter(written -> ExpressionText.same(parsed.value().get(), written))
                        .isPresent());
    }

    private static Reading<List<CalculatedColumn>> readColumns(String text) {
        Parsed<List<NamedExpression>> parsed = Expressions.columns(Nowhere.source(text));
        if (parsed.value().isEmpty()) {
            return refused(parsed.problems());
        }
        List<CalculatedColumn> columns =
                parsed.value().get().stream().map(ModelReader::column).toList();
        Parsed<List<NamedExpression>> again = Expressions.columns(Nowhere.source(ModelText.columns(columns)));
        return shown(
                text,
                columns,
                again.value()
                        .filter(written -> same(parsed.value().get(), written))
                        .isPresent());
    }

    private static <T> Reading<T> refused(List<Problem> problems) {
        return new Reading.StaysText<>(problems.stream().map(Problem::message).collect(Collectors.joining("; ")));
    }

    private static <T> Reading<T> shown(String text, T model, boolean same) {
        if (!same) {
            return new Reading.StaysText<>(NOT_THE_SAME);
        }
        boolean commented = Expressions.hasComments(Nowhere.source(text));
        return new Reading.Shown<>(model, commented ? List.of(COMMENTS) : List.of());
    }

    private static boolean same(List<NamedExpression> one, List<NamedExpression> other) {
        boolean same = one.size() == other.size();
        for (int i = 0; same && i < one.size(); i++) {
            same = one.get(i).name().equals(other.get(i).name())
                    && ExpressionText.same(one.get(i).body(), other.get(i).body());
        }
        return same;
    }
}
