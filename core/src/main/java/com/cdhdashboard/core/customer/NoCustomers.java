package com.cdhdashboard.core.customer;

import com.cdhdashboard.core.cube.Filter;
import com.cdhdashboard.core.cube.Table;
import com.cdhdashboard.core.cube.ValueCount;
import com.cdhdashboard.core.error.UserException;
import com.cdhdashboard.core.ingest.LoadedData;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What there is before the first import of holdings. */
public final class NoCustomers implements CustomerReader {
    @Override
    public String dataVersion() {
        return "none";
    }

    @Override
    public LoadedData loaded() {
        return LoadedData.NOTHING;
    }

    @Override
    public Optional<CustomerSchema> schema(String metric) {
        return Optional.empty();
    }

    @Override
    public Table page(CustomerPage page) {
        throw nothing();
    }

    @Override
    public long count(CustomerPage page) {
        throw nothing();
    }

    @Override
    public Table aggregates(String metric, List<String> groupBy, List<Filter> filters) {
        throw nothing();
    }

    @Override
    public Table rollUp(CustomerRollUp rollUp) {
        throw nothing();
    }

    @Override
    public Table sample(CustomerSample sample) {
        throw nothing();
    }

    @Override
    public List<ValueCount> values(String metric, String dimension, List<Filter> filters) {
        throw nothing();
    }

    @Override
    public List<PurchaseHistory> histories(String metric, List<Filter> filters) {
        throw nothing();
    }

    @Override
    public List<HistoryValues> historyValues(String metric, List<Filter> filters) {
        throw nothing();
    }

    @Override
    public List<RepeatSpend> repeatSpend(String metric, List<Filter> filters) {
        throw nothing();
    }

    @Override
    public List<HeldOutHistory> heldOut(String metric, LocalDate calibrationEnd) {
        throw nothing();
    }

    @Override
    public PeriodTotals periodTotals(String metric, LocalDate from, LocalDate to) {
        throw nothing();
    }

    @Override
    public Table purchaseDays(String metric) {
        throw nothing();
    }

    private static UserException nothing() {
        return new UserException(
                UserException.Kind.NOT_FOUND, "no product holdings are loaded yet; import an export of them first");
    }
}
