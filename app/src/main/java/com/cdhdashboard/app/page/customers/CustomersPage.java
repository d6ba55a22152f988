package com.cdhdashboard.app.page.customers;

import com.cdhdashboard.app.view.Downloads;
import com.cdhdashboard.app.view.FilterBar;
import com.cdhdashboard.app.view.Frame;
import com.cdhdashboard.app.view.ReportMenu;
import com.cdhdashboard.app.view.TableView;
import java.util.List;
import java.util.Optional;

/**
 * What the page of all customers of a metric shows.
 *
 * @param sheet absent where there are no customers
 */
public record CustomersPage(Frame frame, List<ReportMenu.Group> menu, FilterBar filters, Optional<Sheet> sheet) {
    /** The customers, a page of them; {@code search} is what their ids contain. */
    public record Sheet(
            String action, String search, String customerId, List<String> notes, TableView table, Downloads downloads) {
        public Sheet {
            notes = List.copyOf(notes);
        }
    }

    public CustomersPage {
        menu = List.copyOf(menu);
    }
}
