package com.cdhdashboard.core.sample;

import com.cdhdashboard.core.config.Configuration;
import com.cdhdashboard.core.error.Position;
import com.cdhdashboard.core.error.Problem;
import com.cdhdashboard.core.error.Severity;
import com.cdhdashboard.core.expression.text.Parsed;
import com.cdhdashboard.core.expression.text.SourceText;
import java.util.List;
import java.util.Optional;

/** What is said where nothing was imported. */
public record NoSample() implements SampleReader {
    private static final String MESSAGE = "there is no sample of rows yet to try this on; import files to get one";

    public static <T> Parsed<T> refused(Optional<Position> position) {
        return Parsed.refused(List.of(new Problem(Severity.INFO, position, "", MESSAGE)));
    }

    @Override
    public Optional<SampleSummary> summary() {
        return Optional.empty();
    }

    @Override
    public List<String> rows() {
        return List.of();
    }

    @Override
    public Optional<KnownFields> fields(Configuration draft) {
        return Optional.empty();
    }

    @Override
    public Parsed<FilterEffect> filter(Configuration draft, SourceText text) {
        return refused(Optional.of(text.position()));
    }

    @Override
    public Parsed<FilterEffect> metricFilter(Configuration draft, SourceText text) {
        return refused(Optional.of(text.position()));
    }

    @Override
    public Parsed<ColumnEffect> columns(Configuration draft, SourceText text) {
        return refused(Optional.of(text.position()));
    }

    @Override
    public Parsed<CellEstimate> cells(Configuration draft, List<String> grain, Optional<SourceText> filter) {
        return refused(Optional.empty());
    }
}
