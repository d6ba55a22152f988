package com.cdhdashboard.bench.small;

import com.cdhdashboard.app.output.Json;
import com.cdhdashboard.core.cube.Table;
import com.cdhdashboard.core.cube.ValueType;
import com.cdhdashboard.core.error.Position;
import com.cdhdashboard.core.expression.Expression;
import com.cdhdashboard.core.expression.read.Expressions;
import com.cdhdashboard.core.expression.sql.SqlCompiler;
import com.cdhdashboard.core.expression.text.SourceText;
import com.cdhdashboard.duckdb.DuckDbDialect;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The steps; each name is the one in the table. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class SmallSteps {
    private static final String FILTER = """
            (pl.col("Issue") == "Sales") & (pl.col("Rank") <= 2) & ~pl.col("Outcome").is_in(["Ignored", "Expired"]) \
            & (pl.col("Name").str.starts_with("Gold") | (pl.col("Propensity") * 100 > 2.5))\
            """;

    @Benchmark
    public String compileExpression() {
        Map<String, ValueType> columns = new LinkedHashMap<>();
        columns.put("Issue", ValueType.TEXT);
        columns.put("Name", ValueType.TEXT);
        columns.put("Outcome", ValueType.TEXT);
        columns.put("Rank", ValueType.INTEGER);
        columns.put("Propensity", ValueType.NUMBER);
        SourceText source = new SourceText(FILTER, new Position("bench.toml", 1, 1), true);
        Expression expression = Expressions.filter(source).value().orElseThrow();
        return SqlCompiler.compile(expression, columns, new DuckDbDialect());
    }

    @Benchmark
    public Table rollUpAndScore(CubeState cube) {
        return cube.scores();
    }

    @Benchmark
    public long rollUpFloor(EngineState engine) {
        return engine.rollUp();
    }

    @Benchmark
    public Table scoreAllCells(CubeState cube) {
        return cube.allCells();
    }

    @Benchmark
    public Object tenSeriesLine(CubeState cube) {
        return cube.figure();
    }

    /** The figure of {@link #tenSeriesLine}, ready to be written. */
    @State(Scope.Benchmark)
    public static class FigureState {
        private Optional<Object> figure = Optional.empty();

        @Setup(Level.Trial)
        public void draw(CubeState cube) {
            figure = Optional.of(cube.figure());
        }
    }

    @Benchmark
    public byte[] writeFigureJson(FigureState state) {
        return Json.bytes(state.figure.orElseThrow());
    }
}
