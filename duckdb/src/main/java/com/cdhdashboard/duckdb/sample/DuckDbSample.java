package com.cdhdashboard.duckdb.sample;

import com.cdhdashboard.core.config.Configuration;
import com.cdhdashboard.core.error.Position;
import com.cdhdashboard.core.error.Problem;
import com.cdhdashboard.core.error.Severity;
import com.cdhdashboard.core.error.UserException;
import com.cdhdashboard.core.expression.Expression;
import com.cdhdashboard.core.expression.NamedExpression;
import com.cdhdashboard.core.expression.read.Expressions;
import com.cdhdashboard.core.expression.text.Parsed;
import com.cdhdashboard.core.expression.text.SourceText;
import com.cdhdashboard.core.sample.CellEstimate;
import com.cdhdashboard.core.sample.ColumnEffect;
import com.cdhdashboard.core.sample.FilterEffect;
import com.cdhdashboard.core.sample.KnownFields;
import com.cdhdashboard.core.sample.NoSample;
import com.cdhdashboard.core.sample.SampleReader;
import com.cdhdashboard.core.sample.SampleSummary;
import com.cdhdashboard.duckdb.Session;
import com.cdhdashboard.duckdb.imports.sample.RowSample;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The sample of a store, as it is now. */
public final class DuckDbSample implements SampleReader {
    private final Store store;
    private final SampledKind kind;

    /** Where the sample is published; gives nothing where nothing is. */
    @FunctionalInterface
    public interface Store {
        <T> Optional<T> ask(Function<Session, T> question);
    }

    private DuckDbSample(Store store, SampledKind kind) {
        this.store = store;
        this.kind = kind;
    }

    public static DuckDbSample ofInteractions(Store store) {
        return new DuckDbSample(store, SampledKind.INTERACTIONS);
    }

    public static DuckDbSample ofHoldings(Store store) {
        return new DuckDbSample(store, SampledKind.HOLDINGS);
    }

    @Override
    public Optional<SampleSummary> summary() {
        return store.ask(SampleTablesReading::summary).flatMap(found -> found);
    }

    @Override
    public List<String> rows() {
        return store.ask(SampleTablesReading::rowsAsJson).orElse(List.of());
    }

    @Override
    public Optional<KnownFields> fields(Configuration draft) {
        return store.ask(session -> SampleTablesReading.summary(session)
                        .flatMap(summary -> SampleTablesReading.columns(session)
                                .map(columns -> new FieldsOfDraft(kind, draft).of(summary, columns.kept()))))
                .flatMap(found -> found);
    }

    /** What is asked of a published sample. */
    private interface Question<T> {
        Parsed<T> ask(Session session, SampleStages stages);
    }

    private <T> Parsed<T> ask(Asked asked, Question<T> question) {
        Position position = asked.position();
        try {
            return store.ask(session -> SampleTablesReading.columns(session)
                            .map(columns -> answer(session, columns, asked, question)))
                    .flatMap(found -> found)
                    .orElseGet(() -> NoSample.refused(Optional.of(position)));
        } catch (UserException e) {
            return refused(position, String.valueOf(e.getMessage()));
        }
    }

    /** @param names of the columns that are read */
    private record Asked(Configuration draft, Collection<String> names, Position position) {}

    private <T> Parsed<T> answer(
            Session session, SampleTablesReading.Columns columns, Asked asked, Question<T> question) {
        Optional<String> missing = missing(asked.names(), columns);
        if (missing.isPresent()) {
            return refused(asked.position(), missing.get());
        }
        return TimeLimit.within(
                session, () -> question.ask(session, new SampleStages(columns.kept(), kind, asked.draft())));
    }

    private static Optional<String> missing(Collection<String> names, SampleTablesReading.Columns columns) {
        Set<String> withheld = new LinkedHashSet<>(names);
        withheld.retainAll(columns.withheld());
        if (!withheld.isEmpty()) {
            return Optional.of("the sample has no values of " + String.join(", ", withheld)
                    + ", as they identify people; import with --sample whole to try this");
        }
        Set<String> beyond = new LinkedHashSet<>(names);
        beyond.retainAll(columns.beyond());
        return beyond.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        "the sample has no values of " + String.join(", ", beyond) + ", as it keeps those of the first "
                                + RowSample.COLUMNS + " columns alone; only an import tells what this does");
    }

    private static <T> Parsed<T> refused(Position position, String message) {
        return Parsed.refused(List.of(new Problem(Severity.ERROR, Optional.of(position), "", message)));
    }

    @Override
    public Parsed<FilterEffect> filter(Configuration draft, SourceText text) {
        Parsed<Expression> parsed = Expressions.filter(text);
        return parsed.value().isEmpty()
                ? Parsed.refused(parsed.problems())
                : ask(
                        new Asked(draft, parsed.value().get().columnNames(), text.position()),
                        (session, stages) -> new FilterTrial(session, stages)
                                .ofSource(parsed.value().get()));
    }

    @Override
    public Parsed<FilterEffect> metricFilter(Configuration draft, SourceText text) {
        Parsed<Expression> parsed = Expressions.filter(text);
        return parsed.value().isEmpty()
                ? Parsed.refused(parsed.problems())
                : ask(
                        new Asked(draft, parsed.value().get().columnNames(), text.position()),
                        (session, stages) -> new FilterTrial(session, stages)
                                .ofMetric(
                                        parsed.value().get(),
                                        kind.preparation(draft).filter()));
    }

    @Override
    public Parsed<ColumnEffect> columns(Configuration draft, SourceText text) {
        Parsed<List<NamedExpression>> parsed = Expressions.columns(text);
        if (parsed.value().isEmpty()) {
            return Parsed.refused(parsed.problems());
        }
        List<String> names = new ArrayList<>();
        parsed.value().get().forEach(named -> names.addAll(named.body().columnNames()));
        return ask(
                new Asked(draft, names, text.position()),
                (session, stages) ->
                        new ColumnTrial(session, stages).of(parsed.value().get()));
    }

    @Override
    public Parsed<CellEstimate> cells(Configuration draft, List<String> grain, Optional<SourceText> filter) {
        Position position = filter.map(SourceText::position).orElse(new Position("metric", 1, 1));
        return ask(
                new Asked(draft, grain, position),
                (session, stages) -> new CellTrial(session, stages, position)
                        .of(grain, kind.preparation(draft).filter(), filter));
    }
}
