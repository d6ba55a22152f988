package com.cdhdashboard.app.cli;

import com.cdhdashboard.core.customer.CustomerPage;
import com.cdhdashboard.core.customer.CustomerQueries;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Which customers a query of a metric over product holdings shows. */
final class CustomerOptions {
    @Option(
            names = "--limit",
            paramLabel = "N",
            description = "Of customers: how many rows, at most 10000. Default: 100")
    private Optional<String> limit = Optional.empty();

    @Option(names = "--offset", paramLabel = "N", description = "Of customers: after how many rows. Default: 0")
    private Optional<String> offset = Optional.empty();

    @Option(
            names = "--sort",
            paramLabel = "COLUMN",
            description = "Of customers: the column to sort by; -COLUMN sorts downwards. Default: the customer id")
    private Optional<String> sort = Optional.empty();

    @Option(
            names = "--search",
            paramLabel = "TEXT",
            description = "Of customers: only those whose id contains this text, in any case.")
    private Optional<String> search = Optional.empty();

    CustomerQueries.Rows rows() {
        Optional<CustomerPage.Sort> by = sort.map(text -> text.startsWith("-")
                ? new CustomerPage.Sort(text.substring(1), true)
                : new CustomerPage.Sort(text, false));
        return new CustomerQueries.Rows(limit, offset, by, search);
    }
}
