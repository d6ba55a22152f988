package com.cdhdashboard.duckdb.store;

import com.cdhdashboard.core.cube.Filter;
import com.cdhdashboard.core.cube.Table;
import com.cdhdashboard.core.cube.ValueCount;
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
import com.cdhdashboard.core.ingest.LoadedData;
import com.cdhdashboard.core.memory.Recent;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * One published version of the customers that remembers its last small answers: pages ask for the same totals, values of
 * filters and groups again and again, each of which goes through all customers.
 */
final class RememberedCustomers implements CustomerReader, AutoCloseable {
    /** About ten megabytes. */
    private static final long CELLS = 200_000;

    private static final long VALUES = 20_000;
    private static final long NUMBERS = 1_000;

    private final DuckDbCustomers customers;
    private final Recent<Record, Table> tables = new Recent<>(CELLS, RememberedCustomers::cells);
    private final Recent<Values, List<ValueCount>> values = new Recent<>(VALUES, list -> 1 + list.size());
    private final Recent<Period, PeriodTotals> totals = new Recent<>(NUMBERS, one -> 1);
    private final Recent<Counted, Long> counts = new Recent<>(NUMBERS, one -> 1);

    RememberedCustomers(DuckDbCustomers customers) {
        this.customers = customers;
    }

    private record Aggregates(String metric, List<String> groupBy, List<Filter> filters) {}

    private record Days(String metric) {}

    private record Values(String metric, String dimension, List<Filter> filters) {}

    private record Period(String metric, LocalDate from, LocalDate to) {}

    /** What the number of customers on a page depends on. */
    private record Counted(String metric, List<Filter> filters, String search) {}

    private static long cells(Table table) {
        return 1 + (long) table.rows().size() * table.columns().size();
    }

    @Override
    public String dataVersion() {
        return customers.dataVersion();
    }

    @Override
    public LoadedData loaded() {
        return customers.loaded();
    }

    @Override
    public Optional<CustomerSchema> schema(String metric) {
        return customers.schema(metric);
    }

    @Override
    public Table page(CustomerPage page) {
        return customers.page(page);
    }

    @Override
    public long count(CustomerPage page) {
        return counts.answer(new Counted(page.metric(), page.filters(), page.search()), asked -> customers.count(page));
    }

    @Override
    public Table aggregates(String metric, List<String> groupBy, List<Filter> filters) {
        Aggregates question = new Aggregates(metric, List.copyOf(groupBy), List.copyOf(filters));
        return tables.answer(question, asked -> customers.aggregates(metric, groupBy, filters));
    }

    @Override
    public Table rollUp(CustomerRollUp rollUp) {
        return tables.answer(rollUp, asked -> customers.rollUp(rollUp));
    }

    @Override
    public Table sample(CustomerSample sample) {
        return tables.answer(sample, asked -> customers.sample(sample));
    }

    @Override
    public List<ValueCount> values(String metric, String dimension, List<Filter> filters) {
        Values question = new Values(metric, dimension, List.copyOf(filters));
        return values.answer(question, asked -> List.copyOf(customers.values(metric, dimension, filters)));
    }

    @Override
    public List<PurchaseHistory> histories(String metric, List<Filter> filters) {
        return customers.histories(metric, filters);
    }

    @Override
    public List<HistoryValues> historyValues(String metric, List<Filter> filters) {
        return customers.historyValues(metric, filters);
    }

    @Override
    public List<RepeatSpend> repeatSpend(String metric, List<Filter> filters) {
        return customers.repeatSpend(metric, filters);
    }

    @Override
    public List<HeldOutHistory> heldOut(String metric, LocalDate calibrationEnd) {
        return customers.heldOut(metric, calibrationEnd);
    }

    @Override
    public PeriodTotals periodTotals(String metric, LocalDate from, LocalDate to) {
        return totals.answer(new Period(metric, from, to), asked -> customers.periodTotals(metric, from, to));
    }

    @Override
    public Table purchaseDays(String metric) {
        return tables.answer(new Days(metric), asked -> customers.purchaseDays(metric));
    }

    @Override
    public void close() {
        customers.close();
    }
}
