package com.cdhdashboard.assistant.tool;

import com.cdhdashboard.assistant.question.Arguments;
import com.cdhdashboard.assistant.question.Content;
import com.cdhdashboard.assistant.question.Filters;
import com.cdhdashboard.assistant.question.MetricQuestion;
import com.cdhdashboard.assistant.question.Period;
import com.cdhdashboard.core.config.Family;
import com.cdhdashboard.core.cube.Filter;
import com.cdhdashboard.core.customer.CustomerSchema;
import com.cdhdashboard.core.error.DidYouMean;
import com.cdhdashboard.core.error.UserException;
import com.cdhdashboard.core.metric.score.Score;
import com.cdhdashboard.core.report.data.ScoredRows;
import com.cdhdashboard.core.report.explanation.ScoreCatalogue;
import com.cdhdashboard.core.snapshot.Snapshot;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Stream;

/** What one number of customers is, of all of them or of those that filters leave. */
final class ExplainCustomers {
    private ExplainCustomers() {}

    static ToolAnswer answer(Snapshot now, Arguments arguments) {
        CustomerSchema schema = QueryCustomers.schema(now, arguments.required(MetricQuestion.METRIC));
        Stream.of(Period.NAME, MetricQuestion.PROPERTY)
                .filter(arguments.json()::hasNonNull)
                .findFirst()
                .ifPresent(name -> {
                    throw new UserException(name + ": a metric over customers has none; leave it out");
                });
        Score score = score(arguments.required(MetricQuestion.SCORE));
        List<Filter> filters = Filters.of(arguments);
        SmallGroups.Kept kept = QueryCustomers.groups(now, schema, List.of(), filters);
        ObjectNode content = Content.object().put(MetricQuestion.METRIC, schema.metric());
        content.setAll(MetricWords.score(score));
        content.put("observation_end", schema.observationEnd().toString());
        if (kept.table().rows().size() == 1) {
            ExplainNumber.explain(
                    content, score, ScoreCatalogue.of(Family.CLV), new ScoredRows(kept.table()).numbersOf(0));
        } else {
            content.put("reason", "the filters leave fewer than " + SmallGroups.LEAST + " customers");
        }
        return QueryCustomers.answer(
                now, content, kept.table(), filters, QueryCustomers.notes(now, schema, filters, kept));
    }

    private static Score score(String name) {
        return ScoreCatalogue.of(Family.CLV)
                .find(name)
                .filter(score -> QueryCustomers.MEASURES.contains(name))
                .orElseThrow(() -> new UserException(
                        UserException.Kind.NOT_FOUND, DidYouMean.refusal("score", name, QueryCustomers.MEASURES)));
    }
}
