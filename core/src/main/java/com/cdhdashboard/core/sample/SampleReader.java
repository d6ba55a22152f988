package com.cdhdashboard.core.sample;

import com.cdhdashboard.core.config.Configuration;
import com.cdhdashboard.core.expression.text.Parsed;
import com.cdhdashboard.core.expression.text.SourceText;
import java.util.List;
import java.util.Optional;

/**
 * The sample of the rows of one kind of data. What is asked is computed as an import would, over the rows as they stand in
 * the files, and within a limit of time; nothing is changed by asking.
 */
public interface SampleReader {
    /** What is known of the columns; empty where nothing was imported, or by an earlier version of this program. */
    Optional<SampleSummary> summary();

    /** The rows as objects of JSON under the names of their columns, numbers as numbers; none where there is no sample. */
    List<String> rows();

    /** The fields that a draft can name; empty where there is no sample. */
    Optional<KnownFields> fields(Configuration draft);

    /** What the filter of the source would keep of the rows. */
    Parsed<FilterEffect> filter(Configuration draft, SourceText text);

    /** What a metric's filter would keep of the rows that the source's filter keeps. */
    Parsed<FilterEffect> metricFilter(Configuration draft, SourceText text);

    /** What calculated columns would hold. */
    Parsed<ColumnEffect> columns(Configuration draft, SourceText text);

    /**
     * How many cells a metric of this grain would have.
     *
     * @param filter the metric's
     */
    Parsed<CellEstimate> cells(Configuration draft, List<String> grain, Optional<SourceText> filter);
}
