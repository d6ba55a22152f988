package com.cdhdashboard.duckdb.imports.customer;

import com.cdhdashboard.core.customer.CustomerColumn;
import com.cdhdashboard.duckdb.Session;
import com.cdhdashboard.duckdb.Sql;
import com.cdhdashboard.duckdb.SqlTemplate;
import com.cdhdashboard.duckdb.customer.CustomerTableNames;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The columns of customers from their purchases: recency, frequency and value, and how each customer compares with all.
 *
 * <p>The three breaks of a column are its quartiles over all customers, one row each, by linear interpolation (Hyndman
 * and Fan, type 7); a customer's quartile is 1 and the number of breaks its value exceeds. Where many customers have
 * equal values, breaks coincide and quartiles between them stay empty; where all are equal, all are 1, and 4 for
 * recency, which is counted backwards.
 */
final class RfmSql {
    private final String scores;

    RfmSql(String scores) {
        this.scores = scores;
    }

    /** Makes the table of scores: {@code customer}, its {@code number}, quartiles, score and segment. */
    void score(Session session, String whole, Map<String, String> segments, LocalDate end) {
        session.run("CREATE OR REPLACE TEMP TABLE rfm_segments (code BIGINT, segment VARCHAR)");
        segments.forEach((code, segment) ->
                session.update("INSERT INTO rfm_segments VALUES (?, ?)", Long.valueOf(code), segment));
        session.run(
                SqlTemplate.of("""
                        CREATE OR REPLACE TEMP TABLE ${scores} AS
                        WITH measured AS (
                            SELECT customer, ${recency} AS r, frequency AS f, ${monetaryValue} AS m
                            FROM ${whole}
                        ),
                        breaks AS (
                            SELECT
                                quantile_cont(CAST(r AS DOUBLE), [0.25, 0.5, 0.75]) AS r,
                                quantile_cont(CAST(f AS DOUBLE), [0.25, 0.5, 0.75]) AS f,
                                quantile_cont(m, [0.25, 0.5, 0.75]) AS m
                            FROM measured
                        ),
                        placed AS (
                            SELECT
                                customer,
                                5 - (${rQuartile}) AS r,
                                ${fQuartile} AS f,
                                ${mQuartile} AS m
                            FROM measured, breaks
                        )
                        SELECT
                            customer,
                            row_number() OVER (ORDER BY customer) AS number,
                            CAST(r AS BIGINT) AS r,
                            CAST(f AS BIGINT) AS f,
                            CAST(m AS BIGINT) AS m,
                            CAST(round(CAST(r + f + m AS DOUBLE) / 3, 2) AS DOUBLE) AS score,
                            segment
                        FROM placed
                        JOIN rfm_segments ON code = 100 * r + 10 * f + m
                        """)
                        .with("scores", scores)
                        .with("recency", since(end))
                        .with("monetaryValue", monetaryValue())
                        .with("whole", whole)
                        .with("rQuartile", quartile("r"))
                        .with("fQuartile", quartile("f"))
                        .with("mQuartile", quartile("m"))
                        .sql(),
                "DROP TABLE rfm_segments");
    }

    private static String quartile(String column) {
        return """
                1 + CAST(measured.%1$s > breaks.%1$s[1] AS BIGINT)
                + CAST(measured.%1$s > breaks.%1$s[2] AS BIGINT)
                + CAST(measured.%1$s > breaks.%1$s[3] AS BIGINT)""".formatted(column);
    }

    private static String since(LocalDate end) {
        return "date_diff('day', last, " + date(end) + ")";
    }

    private static String monetaryValue() {
        return "CASE WHEN frequency > 0 THEN CAST(total - beginning AS DOUBLE) / frequency ELSE 0.0 END";
    }

    static String date(LocalDate day) {
        return "DATE " + Sql.text(day.toString());
    }

    /** The published columns of customers, ordered by id. */
    String customers(String rows, String id, String groups, LocalDate end) {
        String columns = Arrays.stream(CustomerColumn.values())
                .map(column -> of(column, end) + " AS " + Sql.name(column.column()))
                .collect(Collectors.joining(",\n"));
        return SqlTemplate.of("""
                SELECT
                    number AS ${number},
                    customer AS ${id},
                    ${groups}
                    ${columns}
                FROM ${rows}
                JOIN ${scores} USING (customer)
                ORDER BY number${byGroups}
                """)
                .with("number", CustomerTableNames.NUMBER)
                .with("id", id)
                .with("groups", groups)
                .with("columns", columns)
                .with("rows", rows)
                .with("scores", scores)
                .with("byGroups", groups.isEmpty() ? "" : ", " + groups.substring(0, groups.length() - 2))
                .sql();
    }

    private static String of(CustomerColumn column, LocalDate end) {
        return switch (column) {
            case FIRST_PURCHASE -> "first";
            case LAST_PURCHASE -> "last";
            case UNIQUE_HOLDINGS -> "holdings";
            case FREQUENCY -> "frequency";
            case RECENCY -> "date_diff('day', first, last)";
            case TENURE -> "date_diff('day', first, " + date(end) + ")";
            case MONETARY_VALUE -> monetaryValue();
            case LIFETIME_VALUE -> "CAST(total AS DOUBLE)";
            case DAYS_SINCE_LAST -> since(end);
            case R_QUARTILE -> "r";
            case F_QUARTILE -> "f";
            case M_QUARTILE -> "m";
            case RFM_SCORE -> "score";
            case RFM_SEGMENT -> "segment";
        };
    }
}
