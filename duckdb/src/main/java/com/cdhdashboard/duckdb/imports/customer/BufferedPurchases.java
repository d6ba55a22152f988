package com.cdhdashboard.duckdb.imports.customer;

import com.cdhdashboard.duckdb.Session;
import com.cdhdashboard.duckdb.Sql;
import com.cdhdashboard.duckdb.SqlTemplate;
import com.cdhdashboard.duckdb.imports.late.DuplicateKeys;
import com.cdhdashboard.duckdb.imports.late.LateArrivalBuffer;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The purchases of the holdings in the buffer, of each order the holding that stands for it. */
final class BufferedPurchases implements PurchaseDays {
    private final Session session;
    private final PurchasePlan plan;

    BufferedPurchases(Session session, PurchasePlan plan) {
        this.session = session;
        this.plan = plan;
    }

    @Override
    public Optional<LocalDate> last() {
        return session.first(
                        "SELECT CAST(max(" + plan.at() + ") AS DATE)\n" + counted("true"),
                        row -> Optional.ofNullable(row.getObject(1, LocalDate.class)))
                .flatMap(found -> found);
    }

    @Override
    public String rows(LocalDate end, int years) {
        String day = "CAST(" + plan.at() + " AS DATE)";
        return SqlTemplate.of("""
                SELECT
                    ${customer} AS customer,
                    ${groups}
                    ${day} AS day,
                    count(*) AS holdings,
                    sum(CAST(${value} AS DECIMAL(38, 10))) AS value
                ${counted}
                GROUP BY ALL
                """)
                .with("customer", plan.customer())
                .with("groups", groupAliases())
                .with("day", day)
                .with("value", plan.value())
                .with("counted", counted(PurchaseDays.within(day, end, years)))
                .sql();
    }

    /** Of the rows of an order the latest stands for it, then the one of the greatest value, then by content. */
    @Override
    public void choose() {
        String order = List.of(plan.at(), plan.value(), plan.customer()).stream()
                .map(column -> column + " DESC NULLS LAST")
                .collect(Collectors.joining(", "));
        String content = plan.groups().stream()
                .map(group -> ", " + group.buffered() + " DESC NULLS LAST")
                .collect(Collectors.joining());
        String counted = plan.counted().map(column -> ", " + column + " DESC").orElse("");
        session.run(SqlTemplate.of("""
                CREATE OR REPLACE TEMP TABLE ${beaten} AS
                SELECT row_id
                FROM (
                    SELECT
                        rowid AS row_id,
                        row_number() OVER (PARTITION BY ${key} ORDER BY ${order}) AS place
                    FROM ${buffer}
                    WHERE ${key} IN (${severalTimes})
                )
                WHERE place > 1
                """)
                .with("beaten", name("beaten"))
                .with("key", plan.key())
                .with("order", order + content + counted)
                .with("buffer", LateArrivalBuffer.TABLE)
                .with("severalTimes", severalTimes())
                .sql());
    }

    /** The keys that come more than once; counting them takes long, and has been done for the first metric. */
    private String severalTimes() {
        return plan.key().equals(DuplicateKeys.KEY)
                ? "SELECT " + DuplicateKeys.KEY + " FROM " + DuplicateKeys.TABLE
                : SqlTemplate.of("SELECT ${key} FROM ${buffer} GROUP BY ${key} HAVING count(*) > 1")
                        .with("key", plan.key())
                        .with("buffer", LateArrivalBuffer.TABLE)
                        .sql();
    }

    /** The rows that count, and a condition beside. */
    private String counted(String condition) {
        boolean some = session.number("SELECT count(*) FROM " + name("beaten")) > 0;
        return SqlTemplate.of("""
                FROM ${buffer}
                WHERE ${condition}
                    ${passes}
                    ${notBeaten}""")
                .with("buffer", LateArrivalBuffer.TABLE)
                .with("condition", condition)
                .with("passes", plan.counted().map(column -> "AND " + column).orElse(""))
                .with("notBeaten", some ? "AND rowid NOT IN (SELECT row_id FROM " + name("beaten") + ")" : "")
                .sql();
    }

    private String groupAliases() {
        return plan.groups().stream()
                .map(group ->
                        group.buffered() + " AS " + Sql.name(group.column().name()) + ", ")
                .collect(Collectors.joining());
    }

    @Override
    public void dropTemporaryTables() {
        session.run("DROP TABLE IF EXISTS " + name("beaten"));
    }

    private String name(String step) {
        return Sql.name(step + ":" + plan.metric().name());
    }
}
