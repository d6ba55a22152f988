package com.cdhdashboard.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import com.cdhdashboard.core.cube.ValueType;
import com.cdhdashboard.core.error.Position;
import com.cdhdashboard.core.expression.Expression;
import com.cdhdashboard.core.expression.NamedExpression;
import com.cdhdashboard.core.expression.read.Expressions;
import com.cdhdashboard.core.expression.sql.SqlCompiler;
import com.cdhdashboard.core.expression.text.SourceText;
import com.cdhdashboard.core.expression.type.ExpressionTypes;
import com.cdhdashboard.testdata.TestData;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlTable;

/** The expressions of whole configurations, checked and run in the order of an import. */
class ConfigurationExpressionsTest {
    private static Map<String, ValueType> historyColumns() {
        Map<String, ValueType> columns = new LinkedHashMap<>();
        for (String name : List.of(
                "Outcome", "ModelCategory", "Channel", "ConversionEventID", "Name", "ExperimentName", "Issue")) {
            columns.put(name, ValueType.TEXT);
        }
        columns.put("Rank", ValueType.INTEGER);
        columns.put("Propensity", ValueType.NUMBER);
        return columns;
    }

    private static Map<String, ValueType> holdingColumns() {
        Map<String, ValueType> columns = new LinkedHashMap<>();
        columns.put("PurchasedDate", ValueType.TEXT);
        return columns;
    }

    @ParameterizedTest
    @ValueSource(strings = {"configs/reference_demo.toml", "configs/reference_template.toml", "ih/oracle/oracle.toml"})
    void everyExpressionRuns(String file) throws IOException, SQLException {
        TomlTable toml = Toml.parse(TestData.path(file));

        Map<String, ValueType> history = prepare(toml, "ih", historyColumns());
        Map<String, ValueType> holdings = prepare(toml, "holdings", holdingColumns());
        TomlTable metrics = toml.getTableOrEmpty("metrics");
        int filters = 0;
        for (String metric : metrics.keySet()) {
            Optional<String> filter = Optional.ofNullable(metrics.get(metric))
                    .filter(TomlTable.class::isInstance)
                    .map(table -> ((TomlTable) table).getString("filter"));
            if (filter.isPresent()) {
                runFilter(filter.get(), metric.startsWith("clv") ? holdings : history);
                filters++;
            }
        }
        assertThat(filters).isPositive();
    }

    /** The columns there are after filter and calculated columns. */
    private static Map<String, ValueType> prepare(TomlTable toml, String section, Map<String, ValueType> columns)
            throws SQLException {
        TomlTable extensions = toml.getTableOrEmpty(List.of(section, "extensions"));
        runFilter(Optional.ofNullable(extensions.getString("filter")).orElse(""), columns);
        List<NamedExpression> calculated =
                Expressions.columns(source(columnsText(extensions))).value().orElseThrow();
        Map<String, ValueType> all = new LinkedHashMap<>(columns);
        all.putAll(ExpressionTypes.checkColumns(calculated, columns).value().orElseThrow());
        for (NamedExpression named : calculated) {
            run(SqlCompiler.compile(named.body(), columns, new DuckDbDialect()), columns);
        }
        return all;
    }

    /** A list of texts is one text that was cut at its commas. */
    private static String columnsText(TomlTable extensions) {
        Object columns = Optional.ofNullable(extensions.get("columns")).orElse("");
        if (columns instanceof TomlArray array) {
            List<String> parts = new ArrayList<>();
            for (Object part : array.toList()) {
                parts.add(part.toString());
            }
            return String.join(", ", parts);
        }
        return columns.toString();
    }

    private static void runFilter(String text, Map<String, ValueType> columns) throws SQLException {
        Expression filter = Expressions.filter(source(text)).value().orElseThrow();
        assertThat(ExpressionTypes.checkFilter(filter, columns).problems()).isEmpty();
        run(SqlCompiler.compile(filter, columns, new DuckDbDialect()), columns);
    }

    private static SourceText source(String text) {
        return new SourceText(text, new Position("sample.toml", 1, 1), true);
    }

    private static void run(String sql, Map<String, ValueType> columns) throws SQLException {
        DuckDbDialect dialect = new DuckDbDialect();
        List<String> row = new ArrayList<>();
        columns.forEach((name, type) -> row.add(dialect.missing(type) + " AS " + dialect.identifier(name)));
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery("SELECT " + sql + " FROM (SELECT " + String.join(", ", row) + ")")) {
            assertThat(rows.next()).isTrue();
        }
    }
}
