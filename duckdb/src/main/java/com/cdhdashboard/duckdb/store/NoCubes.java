package com.cdhdashboard.duckdb.store;

import com.cdhdashboard.core.cube.CubeReader;
import com.cdhdashboard.core.cube.CubeSchema;
import com.cdhdashboard.core.cube.Filter;
import com.cdhdashboard.core.cube.RollUp;
import com.cdhdashboard.core.cube.Table;
import com.cdhdashboard.core.cube.ValueCount;
import com.cdhdashboard.core.error.UserException;
import java.util.List;
import java.util.Optional;

/** What a store holds before its first import. */
public final class NoCubes implements CubeReader {
    @Override
    public String dataVersion() {
        return "none";
    }

    @Override
    public Optional<CubeSchema> schema(String metric) {
        return Optional.empty();
    }

    @Override
    public Table rollUp(RollUp rollUp) {
        throw nothing();
    }

    @Override
    public Table scoreCounts(RollUp rollUp) {
        throw nothing();
    }

    @Override
    public Table histogram(RollUp rollUp, double[] edges) {
        throw nothing();
    }

    @Override
    public List<ValueCount> values(String metric, String dimension, List<Filter> filters) {
        throw nothing();
    }

    private static UserException nothing() {
        return new UserException(
                UserException.Kind.NOT_FOUND, "no data are loaded yet; import an interaction-history export first");
    }
}
