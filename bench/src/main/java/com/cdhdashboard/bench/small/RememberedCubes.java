package com.cdhdashboard.bench.small;

import com.cdhdashboard.core.cube.CubeReader;
import com.cdhdashboard.core.cube.CubeSchema;
import com.cdhdashboard.core.cube.Filter;
import com.cdhdashboard.core.cube.RollUp;
import com.cdhdashboard.core.cube.Table;
import com.cdhdashboard.core.cube.ValueCount;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Answers each question to other cubes once, so that what comes after the answer can be measured alone. */
final class RememberedCubes implements CubeReader {
    private record Question(String metric, String dimension, List<Filter> filters) {}

    private final CubeReader cubes;
    private final Map<RollUp, Table> rollUps = new ConcurrentHashMap<>();
    private final Map<Question, List<ValueCount>> values = new ConcurrentHashMap<>();

    RememberedCubes(CubeReader cubes) {
        this.cubes = cubes;
    }

    @Override
    public String dataVersion() {
        return cubes.dataVersion();
    }

    @Override
    public Optional<CubeSchema> schema(String metric) {
        return cubes.schema(metric);
    }

    @Override
    public Table rollUp(RollUp rollUp) {
        return rollUps.computeIfAbsent(rollUp, cubes::rollUp);
    }

    @Override
    public Table scoreCounts(RollUp rollUp) {
        return cubes.scoreCounts(rollUp);
    }

    @Override
    public Table histogram(RollUp rollUp, double[] edges) {
        return cubes.histogram(rollUp, edges);
    }

    @Override
    public List<ValueCount> values(String metric, String dimension, List<Filter> filters) {
        return values.computeIfAbsent(
                new Question(metric, dimension, filters),
                question -> cubes.values(question.metric(), question.dimension(), question.filters()));
    }
}
