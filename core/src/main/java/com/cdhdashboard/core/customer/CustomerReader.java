package com.cdhdashboard.core.customer;

import com.cdhdashboard.core.cube.Filter;
import com.cdhdashboard.core.cube.Table;
import com.cdhdashboard.core.cube.ValueCount;
import com.cdhdashboard.core.ingest.LoadedData;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The port through which published customers are read: one consistent, immutable version of the data. Safe for use by
 * many threads.
 *
 * <p>A customer who holds products in several groups has a row in each, with the numbers of that group, but with the
 * quartiles, score and segment of the whole customer. Where neither a filter nor a grouping names a group, customers are
 * counted whole. Dimensions and columns that do not exist are refused with a
 * {@link com.cdhdashboard.core.error.UserException} that lists the ones there are; a metric without data is refused too.
 */
public interface CustomerReader {
    /** The number of customers in {@link #aggregates}. */
    String CUSTOMERS = "customers_count";

    /** Changes whenever the published data change. */
    String dataVersion();

    LoadedData loaded();

    /** Empty where the data hold no customers of the metric. */
    Optional<CustomerSchema> schema(String metric);

    /** The rows asked for, with the columns of the schema. */
    Table page(CustomerPage page);

    /** How many rows the question has, whatever its slice. */
    long count(CustomerPage page);

    /**
     * One row a group, ascending, missing last; one row for all without groups: the groups, {@link #CUSTOMERS},
     * {@code repeat_customers}, the sums of {@code unique_holdings} and {@code lifetime_value}, and the means over rows
     * {@code mean_frequency}, {@code mean_recency}, {@code mean_tenure}, {@code mean_days_since_last},
     * {@code mean_rfm_score}, over customers {@code mean_lifetime_value}, and over repeat buyers
     * {@code mean_monetary_value}. A mean over nothing is null.
     */
    Table aggregates(String metric, List<String> groupBy, List<Filter> filters);

    /**
     * One row a group, ascending, missing last; one row for all without groups, also where there is nobody: the groups,
     * then the measures. What cannot be measured of nobody is null, a number of customers 0.
     */
    Table rollUp(CustomerRollUp rollUp);

    /** The customers drawn, in no meaningful order: the id and the columns asked for. */
    Table sample(CustomerSample sample);

    /** The distinct values of a dimension with the number of customers, ascending, missing last. */
    List<ValueCount> values(String metric, String dimension, List<Filter> filters);

    /** All customers by their history, ascending. */
    List<PurchaseHistory> histories(String metric, List<Filter> filters);

    /** The same with what they spent, each history once, in no meaningful order. */
    List<HistoryValues> historyValues(String metric, List<Filter> filters);

    /** The repeat buyers by their spending, ascending. */
    List<RepeatSpend> repeatSpend(String metric, List<Filter> filters);

    /** The whole customers who bought on or before a day by their history up to it, ascending. */
    List<HeldOutHistory> heldOut(String metric, LocalDate calibrationEnd);

    /** What whole customers bought on the days of a period, both ends included. */
    PeriodTotals periodTotals(String metric, LocalDate from, LocalDate to);

    /** One row a day on which anybody bought, ascending: {@code day}, {@link #CUSTOMERS}, holdings and value. */
    Table purchaseDays(String metric);
}
