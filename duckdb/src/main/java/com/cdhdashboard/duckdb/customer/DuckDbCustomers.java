package com.cdhdashboard.duckdb.customer;

import com.cdhdashboard.core.cube.Column;
import com.cdhdashboard.core.cube.Filter;
import com.cdhdashboard.core.cube.Table;
import com.cdhdashboard.core.cube.ValueCount;
import com.cdhdashboard.core.cube.ValueType;
import com.cdhdashboard.core.customer.CustomerPage;
import com.cdhdashboard.core.customer.CustomerReader;
import com.cdhdashboard.core.customer.CustomerRollUp;
import com.cdhdashboard.core.customer.CustomerSample;
import com.cdhdashboard.core.customer.CustomerSchema;
import com.cdhdashboard.core.customer.HeldOutHistory;
import com.cdhdashboard.core.customer.HistoryValues;
import com.cdhdashboard.core.customer.PeriodTotals;
import com.cdhdashboard.core.customer.PurchaseHistory;
import com.cdhdashboard.core.customer.RepeatSpend;
import com.cdhdashboard.core.error.UserException;
import com.cdhdashboard.core.ingest.LoadedData;
import com.cdhdashboard.duckdb.EngineLimits;
import com.cdhdashboard.duckdb.RecentAnswers;
import com.cdhdashboard.duckdb.Session;
import com.cdhdashboard.duckdb.Sql;
import com.cdhdashboard.duckdb.SqlTemplate;
import com.cdhdashboard.duckdb.store.PublishedFile;
import com.cdhdashboard.duckdb.store.PublishedTables;
import com.cdhdashboard.duckdb.store.RowValues;
import com.cdhdashboard.duckdb.store.SessionPool;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One published version of the customers: a read-only file, opened without any access to other files. */
final class DuckDbCustomers implements CustomerReader, AutoCloseable {
    /** About ten megabytes. */
    private static final long HELD_VALUES = 200_000;

    private final SessionPool sessions;
    private final RecentAnswers recent = new RecentAnswers(HELD_VALUES);
    private final String dataVersion;
    private final LoadedData loaded;
    private final Map<String, CustomerSchema> schemas;

    /** A query with all that its answer depends on. */
    private record Asked(List<Column> columns, String sql, List<Object> values) {}

    private DuckDbCustomers(SessionPool sessions, Predicate<String> hidden) {
        this.sessions = sessions;
        this.dataVersion = sessions.with(PublishedTables::readDataVersion);
        this.loaded = sessions.with(PublishedTables::readLoadedData);
        this.schemas = sessions.with(CustomerSchemas::read);
        schemas.keySet().removeIf(hidden);
    }

    /** Opens a published file, without the customers of some metrics. */
    static DuckDbCustomers open(Path file, EngineLimits limits, Predicate<String> hidden) {
        return new DuckDbCustomers(PublishedFile.open(file, limits), hidden);
    }

    @Override
    public String dataVersion() {
        return dataVersion;
    }

    @Override
    public LoadedData loaded() {
        return loaded;
    }

    @Override
    public Optional<CustomerSchema> schema(String metric) {
        return Optional.ofNullable(schemas.get(metric));
    }

    /** The answer to a query that goes through all customers; pages ask for the same again and again. */
    private Table table(List<Column> columns, String sql, Object... values) {
        return recent.table(new Asked(columns, sql, List.of(values)), () -> read(columns, sql, values));
    }

    private Table read(List<Column> columns, String sql, Object... values) {
        return new Table(columns, sessions.with(s -> s.list(sql, row -> RowValues.of(row, columns), values)));
    }

    private CustomerSchema require(String metric) {
        return schema(metric)
                .orElseThrow(() -> new UserException(
                        UserException.Kind.NOT_FOUND,
                        "there are no customers for the metric " + metric
                                + "; import product holdings first, or see the"
                                + " notes of the last import for why it was switched off"));
    }

    @Override
    public Table page(CustomerPage page) {
        CustomerSchema schema = require(page.metric());
        List<Column> columns = schema.columns();
        CustomerQuestion question = new CustomerQuestion(schema, List.of(), page.filters()).search(page.search());
        String sql = SqlTemplate.of("""
                SELECT ${columns}
                ${from}
                ORDER BY ${order}
                LIMIT ${limit} OFFSET ${offset}
                """)
                .with("columns", names(columns))
                .with("from", question.fromGroups())
                .with("order", order(schema, page))
                .with("limit", page.slice().limit())
                .with("offset", page.slice().offset())
                .sql();
        return read(columns, sql, question.values());
    }

    /** Rows of equal values stay in the order of the customers, so that pages fit together. */
    private static String order(CustomerSchema schema, CustomerPage page) {
        Stream<String> sort = page.sort().stream()
                .map(asked -> Sql.name(column(schema, asked.column()).name()) + (asked.descending() ? " DESC" : " ASC")
                        + " NULLS LAST");
        Stream<String> groups = schema.groups().stream().map(group -> Sql.name(group.name()) + " NULLS LAST");
        return Stream.of(sort, Stream.of(CustomerTableNames.NUMBER), groups)
                .flatMap(part -> part)
                .collect(Collectors.joining(", "));
    }

    private static Column column(CustomerSchema schema, String name) {
        return schema.columns().stream()
                .filter(column -> column.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new UserException("\"" + name + "\" is not a column of " + schema.metric()
                        + "; its columns are "
                        + schema.columns().stream().map(Column::name).collect(Collectors.joining(", "))));
    }

    @Override
    public long count(CustomerPage page) {
        CustomerSchema schema = require(page.metric());
        CustomerQuestion question = new CustomerQuestion(schema, List.of(), page.filters()).search(page.search());
        String sql = "SELECT count(*) " + question.fromGroups();
        return recent.answer(
                new Asked(List.of(), sql, List.of(question.values())),
                Long.class,
                () -> sessions.with(s -> s.number(sql, question.values())));
    }

    @Override
    public Table aggregates(String metric, List<String> groupBy, List<Filter> filters) {
        CustomerSchema schema = require(metric);
        List<String> groups = groupBy.stream().distinct().toList();
        CustomerQuestion question = new CustomerQuestion(schema, groups, filters);
        List<CustomerAggregates> aggregates = CustomerAggregates.of(schema);
        List<Column> columns = Stream.concat(
                        groups.stream().map(question::dimension),
                        aggregates.stream().map(CustomerAggregates::column))
                .toList();
        String selected = Stream.concat(
                        groups.stream().map(Sql::name), aggregates.stream().map(CustomerAggregates::sql))
                .collect(Collectors.joining(", "));
        String grouped = groups.stream().map(Sql::name).collect(Collectors.joining(", "));
        String ordered =
                groups.stream().map(name -> Sql.name(name) + " NULLS LAST").collect(Collectors.joining(", "));
        String sql = "SELECT " + selected + " " + question.from()
                + (groups.isEmpty() ? "" : " GROUP BY " + grouped + " ORDER BY " + ordered);
        return table(columns, sql, question.values());
    }

    @Override
    public Table rollUp(CustomerRollUp rollUp) {
        CustomerRollUpSql sql = new CustomerRollUpSql(require(rollUp.metric()), rollUp);
        return table(sql.columns(), sql.text(), sql.values());
    }

    @Override
    public Table sample(CustomerSample sample) {
        return recent.table(sample, () -> draw(sample));
    }

    private Table draw(CustomerSample sample) {
        CustomerSchema schema = require(sample.metric());
        List<Column> columns = Stream.concat(Stream.of(schema.customerId()), sample.columns().stream())
                .distinct()
                .map(name -> column(schema, name))
                .toList();
        List<String> groups = columns.stream()
                .map(Column::name)
                .filter(name -> schema.dimension(name).isPresent())
                .toList();
        CustomerQuestion question = new CustomerQuestion(schema, groups, sample.filters());
        if (sample.population() == CustomerRollUp.Population.REPEAT_BUYERS) {
            question.also(CustomerQuestion.REPEAT_BUYERS);
        }
        return new Table(
                columns,
                sessions.with(s -> new DrawnCustomers(sample.draw(), question, names(columns))
                        .rows(s, row -> RowValues.of(row, columns))));
    }

    @Override
    public List<ValueCount> values(String metric, String dimension, List<Filter> filters) {
        CustomerSchema schema = require(metric);
        CustomerQuestion question = new CustomerQuestion(schema, List.of(dimension), filters);
        ValueType type = question.dimension(dimension).type();
        String sql = "SELECT " + Sql.name(dimension) + ", " + CustomerAggregates.customers(schema) + " "
                + question.from() + " GROUP BY 1 ORDER BY 1 NULLS LAST";
        return recent.values(
                new Asked(List.of(), sql, List.of(question.values())),
                () -> sessions.with(s -> s.list(
                        sql, row -> new ValueCount(RowValues.of(row, 1, type), row.getLong(2)), question.values())));
    }

    @Override
    public List<PurchaseHistory> histories(String metric, List<Filter> filters) {
        CustomerQuestion question = new CustomerQuestion(require(metric), List.of(), filters);
        String sql = "SELECT frequency, recency, tenure, count(*) " + question.from() + " GROUP BY ALL ORDER BY ALL";
        return sessions.with(s -> s.list(
                sql,
                row -> new PurchaseHistory(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4)),
                question.values()));
    }

    @Override
    public List<HistoryValues> historyValues(String metric, List<Filter> filters) {
        CustomerQuestion question = new CustomerQuestion(require(metric), List.of(), filters);
        return sessions.with(s -> s.list(
                question.historyValues(),
                row -> new HistoryValues(
                        new PurchaseHistory(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4)),
                        row.getLong(5),
                        row.getDouble(6),
                        row.getDouble(7)),
                question.values()));
    }

    @Override
    public List<RepeatSpend> repeatSpend(String metric, List<Filter> filters) {
        CustomerQuestion question =
                new CustomerQuestion(require(metric), List.of(), filters).also(CustomerQuestion.REPEAT_BUYERS);
        String sql = "SELECT frequency, monetary_value, count(*) " + question.from() + " GROUP BY ALL ORDER BY ALL";
        return sessions.with(s -> s.list(
                sql, row -> new RepeatSpend(row.getLong(1), row.getDouble(2), row.getLong(3)), question.values()));
    }

    @Override
    public List<HeldOutHistory> heldOut(String metric, LocalDate calibrationEnd) {
        String sql = purchases(metric).heldOut();
        return sessions.with(s -> s.list(
                sql,
                row -> new HeldOutHistory(
                        new PurchaseHistory(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4)),
                        row.getLong(5)),
                calibrationEnd));
    }

    @Override
    public PeriodTotals periodTotals(String metric, LocalDate from, LocalDate to) {
        String sql = purchases(metric).totals();
        return recent.answer(
                new Asked(List.of(), sql, List.of(from, to)),
                PeriodTotals.class,
                () -> sessions.with(s -> s.first(
                                sql,
                                row -> new PeriodTotals(
                                        row.getLong(1), row.getLong(2), row.getLong(3), row.getDouble(4)),
                                from,
                                to)
                        .orElseThrow()));
    }

    @Override
    public Table purchaseDays(String metric) {
        List<Column> columns = List.of(
                Column.dimension("day", ValueType.DATE),
                Column.measure(CUSTOMERS, ValueType.INTEGER),
                Column.measure("unique_holdings", ValueType.INTEGER),
                Column.measure("value", ValueType.NUMBER));
        return table(columns, purchases(metric).days());
    }

    private PurchaseQuestion purchases(String metric) {
        return new PurchaseQuestion(
                Sql.name(CustomerTableNames.purchases(require(metric).metric())));
    }

    private static String names(List<Column> columns) {
        return columns.stream().map(column -> Sql.name(column.name())).collect(Collectors.joining(", "));
    }

    <T> T ask(Function<Session, T> question) {
        return sessions.with(question);
    }

    @Override
    public void close() {
        sessions.close();
    }
}
