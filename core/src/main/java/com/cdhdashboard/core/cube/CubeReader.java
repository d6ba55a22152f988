package com.cdhdashboard.core.cube;

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
     * columns, then one column per measure. Without dimensions there is exactly one row, also when no cell passes.
     */
    Table rollUp(RollUp rollUp);

    /** The distinct values of a dimension among the cells that pass the filters, ascending, missing last. */
    List<ValueCount> values(String metric, String dimension, List<Filter> filters);
}
