package com.cdhdashboard.assistant.tool;

import com.cdhdashboard.assistant.question.Addresses;
import com.cdhdashboard.assistant.question.Arguments;
import com.cdhdashboard.assistant.question.Content;
import com.cdhdashboard.assistant.question.MetricQuestion;
import com.cdhdashboard.core.cube.RollUp;
import com.cdhdashboard.core.cube.Table;
import com.cdhdashboard.core.metric.Metric;
import com.cdhdashboard.core.metric.score.Score;
import com.cdhdashboard.core.report.data.ScoredRows;
import com.cdhdashboard.core.report.explanation.Explanation;
import com.cdhdashboard.core.report.explanation.ScoreCatalogue;
import com.cdhdashboard.core.snapshot.Snapshot;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** What one number is: definition, formula, the formula with its numbers, and the sums behind it. */
final class ExplainNumber implements Tool {
    @Override
    public String name() {
        return "explain_number";
    }

    @Override
    public String description() {
        return "Explains one score under filters: its definition and formula, the formula with the numbers filled in, and"
                + " the sums it is made of. A group is asked about by filters on its values.";
    }

    @Override
    public ObjectNode parameters() {
        return MetricQuestion.one().json();
    }

    @Override
    public ToolAnswer answer(Snapshot now, ObjectNode json) {
        Arguments arguments = new Arguments(json);
        String name = arguments.required(MetricQuestion.METRIC);
        return now.customerMetrics().stream().anyMatch(each -> each.name().equals(name))
                ? ExplainCustomers.answer(now, arguments)
                : ofInteractions(now, arguments);
    }

    private static ToolAnswer ofInteractions(Snapshot now, Arguments arguments) {
        MetricQuestion question = MetricQuestion.of(now, arguments);
        Metric metric = question.metric();
        Table table = question.answer(now);
        Table sums = now.cubes()
                .rollUp(new RollUp(metric.name(), metric.rollUpBy(List.of()), question.conditions(), List.of()));
        Score score = metric.scores().stream()
                .filter(each -> each.name().equals(question.scores().get(0)))
                .findFirst()
                .orElseThrow();
        ObjectNode content = MetricWords.score(score);
        content.put("question", question.sentence());
        ScoreCatalogue catalogue = ScoreCatalogue.of(metric.family());
        if (table.rows().size() == 1) {
            explain(content, score, catalogue, numbers(table, sums));
        } else {
            content.put(
                    "reason",
                    "the number is one for each of " + table.rows().size() + " groups; filter to one of them");
        }
        sums(content.putArray("sums"), sums);
        return Answers.of(content, now, question.notes(now), Optional.of(table), Addresses.question(now, question));
    }

    /** Adds the value, the formula with its numbers, and what these are. */
    static void explain(ObjectNode content, Score score, ScoreCatalogue catalogue, Explanation.Numbers numbers) {
        Explanation explanation = Explanation.of(score, catalogue, numbers);
        OptionalDouble value = numbers.of(score.name());
        content.set("value", Content.number(value.isPresent() ? value.getAsDouble() : Double.NaN));
        explanation.filled().ifPresent(text -> content.put("here", text));
        ArrayNode behind = content.putArray("behind");
        explanation
                .behind()
                .forEach(part -> behind.addObject().put("title", part.title()).put("shown", part.text()));
    }

    /** Those of the row, and what it is summed from where that is one line. */
    private static Explanation.Numbers numbers(Table table, Table sums) {
        Explanation.Numbers row = new ScoredRows(table).numbersOf(0);
        if (sums.rows().size() != 1) {
            return row;
        }
        Explanation.Numbers summed = new ScoredRows(sums).numbersOf(0);
        return name -> {
            OptionalDouble value = row.of(name);
            return value.isPresent() ? value : summed.of(name);
        };
    }

    private static void sums(ArrayNode lines, Table sums) {
        for (int row = 0; row < sums.rows().size(); row++) {
            ObjectNode line = lines.addObject();
            for (int i = 0; i < sums.columns().size(); i++) {
                line.set(
                        sums.columns().get(i).name(),
                        Content.cell(sums.rows().get(row).get(i)));
            }
        }
    }
}
