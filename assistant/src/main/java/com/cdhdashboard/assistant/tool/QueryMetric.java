package com.cdhdashboard.assistant.tool;

import com.cdhdashboard.assistant.question.Addresses;
import com.cdhdashboard.assistant.question.Arguments;
import com.cdhdashboard.assistant.question.Comparison;
import com.cdhdashboard.assistant.question.Content;
import com.cdhdashboard.assistant.question.Filters;
import com.cdhdashboard.assistant.question.MetricQuestion;
import com.cdhdashboard.assistant.question.Parameters;
import com.cdhdashboard.assistant.question.Period;
import com.cdhdashboard.assistant.question.RowsContent;
import com.cdhdashboard.core.cube.Table;
import com.cdhdashboard.core.report.explanation.ScoreCatalogue;
import com.cdhdashboard.core.snapshot.Snapshot;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The scores of a metric over interactions, of all of them or by group, also beside those of another period. */
final class QueryMetric implements Tool {
    @Override
    public String name() {
        return "query_metric";
    }

    @Override
    public String description() {
        return "Computes scores of a metric, of all data or by group, with 95 % intervals (_Low, _High) and the number of"
                + " interactions (Count); with comparison also their change against another period. Rates are shares:"
                + " 0.05 is 5 %.";
    }

    @Override
    public ObjectNode parameters() {
        return new Parameters()
                .required(MetricQuestion.METRIC, Parameters.text("name of a metric, as list_metrics tells"))
                .optional(
                        MetricQuestion.SCORES,
                        Parameters.texts("scores, as describe_metric tells; the usual ones without"))
                .optional(MetricQuestion.GROUP_BY, Parameters.texts("dimensions to group by; one row for all without"))
                .optional(Filters.NAME, Filters.parameter())
                .optional(Period.NAME, Period.parameter("days that count; all of the data where it is left out"))
                .optional(Comparison.NAME, Comparison.parameter())
                .optional(MetricQuestion.PROPERTY, MetricQuestion.propertyParameter())
                .optional(RowsContent.SORT, RowsContent.sort())
                .optional(RowsContent.LIMIT, RowsContent.limit())
                .json();
    }

    @Override
    public ToolAnswer answer(Snapshot now, ObjectNode json) {
        Arguments arguments = new Arguments(json);
        MetricQuestion question = MetricQuestion.of(now, arguments);
        Optional<Period> before = Comparison.with(now, arguments, question.period());
        Set<String> notes = new LinkedHashSet<>(question.notes(now));
        Table table = question.answer(now);
        ObjectNode content = Content.object()
                .put(MetricQuestion.METRIC, question.metric().name())
                .put("question", question.sentence());
        question.period().ifPresent(period -> content.set(Period.NAME, period.json()));
        if (before.isPresent()) {
            MetricQuestion other = Comparison.question(question, before.get());
            notes.addAll(other.notes(now));
            content.set("compared_with", before.get().json());
            table = Comparison.of(question, table, other, other.answer(now));
            Comparison.note(question, before.get()).ifPresent(notes::add);
        }
        ScoreCatalogue scores = ScoreCatalogue.of(question.metric().family());
        Table told = RowsContent.add(content, table, scores, arguments);
        return Answers.of(content, now, List.copyOf(notes), Optional.of(told), Addresses.question(now, question));
    }
}
