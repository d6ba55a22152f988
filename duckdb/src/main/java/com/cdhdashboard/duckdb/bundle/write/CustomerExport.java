package com.cdhdashboard.duckdb.bundle.write;

import com.cdhdashboard.core.bundle.BundleSelection;
import com.cdhdashboard.core.bundle.ColumnMeaning;
import com.cdhdashboard.core.bundle.Definition;
import com.cdhdashboard.core.bundle.Manifest;
import com.cdhdashboard.core.customer.CustomerSchema;
import com.cdhdashboard.core.error.UserException;
import com.cdhdashboard.duckdb.Sql;
import com.cdhdashboard.duckdb.SqlTemplate;
import com.cdhdashboard.duckdb.bundle.ParquetFiles;
import com.cdhdashboard.duckdb.customer.CustomerTableNames;
import java.util.stream.Collectors;

/** Writes the purchases of a metric's customers, from which all that is shown of them follows. */
final class CustomerExport {
    private final PublishedSays says;
    private final ParquetFiles files;
    private final BundleSelection selection;

    CustomerExport(PublishedSays says, ParquetFiles files, BundleSelection selection) {
        this.says = says;
        this.files = files;
        this.selection = selection;
    }

    Manifest.Customers write(Definition definition, CustomerSchema schema) {
        String metric = schema.metric();
        boolean several = says.has(CustomerTableNames.whole(metric));
        if (several && !says.has(CustomerTableNames.groupPurchases(metric))) {
            throw new UserException(
                    "the purchases of metric " + metric + " were not kept by group, as an earlier version of"
                            + " this program imported them; import all holdings anew with --remove-existing, and export then");
        }
        String groups = schema.groups().stream()
                .map(group -> (several ? "p." : "c.") + Sql.name(group.name()) + ", ")
                .collect(Collectors.joining());
        String query = SqlTemplate.of("""
                SELECT
                    c.${id} AS "customer:",
                    ${groups}
                    p.day AS "day:",
                    CAST(p.holdings AS BIGINT) AS "holdings:",
                    p.value AS "value:"
                FROM ${purchases} p
                JOIN ${customers} c USING (${number})
                ${where}
                ORDER BY ALL
                """)
                .with("id", Sql.name(schema.customerId()))
                .with("groups", groups)
                .with(
                        "purchases",
                        Sql.name(
                                several
                                        ? CustomerTableNames.groupPurchases(metric)
                                        : CustomerTableNames.purchases(metric)))
                .with(
                        "customers",
                        Sql.name(several ? CustomerTableNames.whole(metric) : CustomerTableNames.customers(metric)))
                .with("number", CustomerTableNames.NUMBER)
                .with("where", CubeExport.days(selection, "p.day"))
                .sql();
        return new Manifest.Customers(
                definition, files.write("purchases", metric, ColumnMeaning.ofPurchases(schema.groups()), query));
    }
}
