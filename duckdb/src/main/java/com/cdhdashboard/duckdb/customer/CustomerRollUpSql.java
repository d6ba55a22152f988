package com.cdhdashboard.duckdb.customer;

import com.cdhdashboard.core.cube.Column;
import com.cdhdashboard.core.cube.ValueType;
import com.cdhdashboard.core.customer.CustomerRollUp;
import com.cdhdashboard.core.customer.CustomerRollUp.Bin;
import com.cdhdashboard.core.customer.CustomerRollUp.Dimension;
import com.cdhdashboard.core.customer.CustomerRollUp.Grouping;
import com.cdhdashboard.core.customer.CustomerRollUp.Measure;
import com.cdhdashboard.core.customer.CustomerRollUp.Population;
import com.cdhdashboard.core.customer.CustomerRollUp.Value;
import com.cdhdashboard.core.customer.CustomerSchema;
import com.cdhdashboard.duckdb.Sql;
import com.cdhdashboard.duckdb.SqlTemplate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The query of a roll-up of customers, and the columns of its answer. */
final class CustomerRollUpSql {
    private final CustomerSchema schema;
    private final CustomerRollUp rollUp;
    private final CustomerQuestion question;

    CustomerRollUpSql(CustomerSchema schema, CustomerRollUp rollUp) {
        this.schema = schema;
        this.rollUp = rollUp;
        List<String> dimensions = rollUp.groupBy().stream()
                .filter(Dimension.class::isInstance)
                .map(Grouping::name)
                .toList();
        this.question = new CustomerQuestion(schema, dimensions, rollUp.filters());
        if (rollUp.population() == Population.REPEAT_BUYERS) {
            question.also(CustomerQuestion.REPEAT_BUYERS);
        }
    }

    List<Column> columns() {
        return Stream.concat(
                        rollUp.groupBy().stream().map(this::column),
                        rollUp.measures().stream().map(Measure::describe))
                .toList();
    }

    private Column column(Grouping grouping) {
        if (grouping instanceof Dimension dimension) {
            return question.dimension(dimension.name());
        }
        ValueType type = grouping instanceof Value value ? value.column().type() : ValueType.INTEGER;
        return Column.dimension(grouping.name(), type);
    }

    String text() {
        List<String> selected = new ArrayList<>();
        rollUp.groupBy().forEach(grouping -> selected.add(expression(grouping)));
        rollUp.measures().forEach(measure -> selected.add(expression(measure)));
        int groups = rollUp.groupBy().size();
        String places =
                IntStream.rangeClosed(1, groups).mapToObj(Integer::toString).collect(Collectors.joining(", "));
        String order = IntStream.rangeClosed(1, groups)
                .mapToObj(place -> place + " NULLS LAST")
                .collect(Collectors.joining(", "));
        return SqlTemplate.of("""
                SELECT ${selected}
                ${from}
                ${groupBy}
                ${orderBy}
                """)
                .with("selected", String.join(", ", selected))
                .with("from", question.from())
                .with("groupBy", groups == 0 ? "" : "GROUP BY " + places)
                .with("orderBy", groups == 0 ? "" : "ORDER BY " + order)
                .sql();
    }

    Object[] values() {
        return question.values();
    }

    private static String expression(Grouping grouping) {
        if (grouping instanceof Bin bin) {
            return "CAST(floor((" + Sql.name(bin.column().column()) + " - (" + bin.start() + ")) / " + bin.width()
                    + ") AS BIGINT)";
        }
        return Sql.name(grouping.name());
    }

    private String expression(Measure measure) {
        String column = "CAST(" + Sql.name(measure.column().column()) + " AS DOUBLE)";
        return switch (measure.aggregate()) {
            case CUSTOMERS -> CustomerAggregates.customers(schema);
            case SUM -> "fsum(" + column + ")";
            case SUM_OF_SQUARES -> "fsum(" + column + " * " + column + ")";
            case MEAN -> "favg(" + column + ")";
            case LEAST -> "min(" + column + ")";
            case GREATEST -> "max(" + column + ")";
            case LOWER_QUARTILE -> "quantile_cont(" + column + ", 0.25)";
            case MEDIAN -> "quantile_cont(" + column + ", 0.5)";
            case UPPER_QUARTILE -> "quantile_cont(" + column + ", 0.75)";
        };
    }
}
