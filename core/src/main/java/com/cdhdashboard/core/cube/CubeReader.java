package com.cdhdashboard.core.cube;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The port through which published cubes are read: one consistent, immutable version of the data. Safe for use by many
 * threads.
 *
 * <p>Dimensions that a request names and the cube lacks are refused with a
 * {@link com.cdhdashboard.core.error.UserException} that lists the dimensions there are.
 */
public interface CubeReader {
    /** Changes whenever the published data change; serves as ETag. */
    String dataVersion();

    /** The schema of the metric's cube; empty where the data hold none, for instance as nothing is imported yet. */
    Optional<CubeSchema> schema(String metric);

    /**
     * The groups of the roll-up, ascending by the dimensions in the order asked (missing values last): the group
     * columns, then one column per measure, then the columns of each summary asked for. Without dimensions there is
     * exactly one row, also when no cell passes.
     */
    Table rollUp(RollUp rollUp);

    /**
     * What lies behind the scores of a roll-up: the group columns, then {@code score}, {@code positives} and
     * {@code negatives}, with a row for each group and score, ascending. Scores that lie close together may be given as
     * one, as far as the promise of {@link Summary.ScoreCounts} allows.
     *
     * @param rollUp with one {@link Summary.ScoreCounts} that is not averaged as its only summary
     */
    Table scoreCounts(RollUp rollUp);

    /**
     * How many values of a roll-up lie in each bin: the group columns, then {@code bin} (from 0) and {@code count}, with a
     * row for each group and bin that holds any. Values below the first edge or above the last are left out; the last
     * bin holds its upper edge, too.
     *
     * @param rollUp with one {@link Summary.Quantiles} that is not averaged as its only summary
     * @param edges ascending, one more than there are bins
     */
    Table histogram(RollUp rollUp, double[] edges);

    /** The distinct values of a dimension among the cells that pass the filters, ascending, missing last. */
    List<ValueCount> values(String metric, String dimension, List<Filter> filters);

    /** The days on which interactions may be counted twice, as rows of them came in after they were final; ascending. */
    default List<LocalDate> daysCountedTwice() {
        return List.of();
    }

    /** How many rows have an outcome that no metric counts, by outcome and channel. */
    default List<UncountedOutcome> uncountedOutcomes() {
        return List.of();
    }

    /** The experiments of which subjects are in more than one arm. */
    default List<SharedSubjects> sharedSubjects() {
        return List.of();
    }

    /** What has to be known of the numbers of a metric, as whoever counted them says. */
    default List<String> notes(String metric) {
        return List.of();
    }
}
