package com.cdhdashboard.duckdb.store;

import com.cdhdashboard.core.cube.Column;
import com.cdhdashboard.core.cube.CubeSchema;
import com.cdhdashboard.core.error.UserException;
import java.util.stream.Collectors;

/** Finds the dimensions a request names. */
public final class CubeDimensions {
    private CubeDimensions() {}

    public static Column require(CubeSchema schema, String dimension) {
        return schema.dimension(dimension)
                .orElseThrow(() -> new UserException("\"" + dimension + "\" is not a dimension of " + schema.metric()
                        + "; its dimensions are "
                        + schema.dimensions().stream().map(Column::name).collect(Collectors.joining(", "))));
    }
}
