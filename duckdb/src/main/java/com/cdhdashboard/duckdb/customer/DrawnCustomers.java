package com.cdhdashboard.duckdb.customer;

import com.cdhdashboard.core.customer.CustomerSample;
import com.cdhdashboard.duckdb.Session;
import com.cdhdashboard.duckdb.SqlTemplate;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;

/**
 * Draws customers at random: those whose number and the seed have the smallest hashes. Sorting a million hashes takes
 * longer than anything else on a page, so only those are sorted that are small enough for about as many as are wanted.
 *
 * @param columns what to tell of each, quoted
 */
record DrawnCustomers(CustomerSample.Draw draw, CustomerQuestion question, String columns) {
    private static final BigInteger HASHES = BigInteger.ONE.shiftLeft(64);
    /** In standard deviations of the number that are small enough. */
    private static final double MARGIN = 8;

    <T> List<T> rows(Session session, Session.RowReader<T> reader) {
        long all = session.number("SELECT count(*) " + question.from(), question.values());
        double enough = draw.size() + MARGIN * Math.sqrt(draw.size()) + MARGIN * MARGIN;
        if (enough < all) {
            List<T> few = session.list(sql("WHERE " + hash() + " < " + limit(enough / all)), reader, question.values());
            if (few.size() == draw.size()) {
                return few;
            }
        }
        return session.list(sql(""), reader, question.values());
    }

    private String sql(String condition) {
        return SqlTemplate.of("""
                SELECT ${columns}
                FROM (
                    SELECT *
                    ${from}
                )
                ${condition}
                ORDER BY ${hash}, ${number}
                LIMIT ${size}
                """)
                .with("columns", columns)
                .with("from", question.from())
                .with("condition", condition)
                .with("hash", hash())
                .with("number", CustomerTableNames.NUMBER)
                .with("size", draw.size())
                .sql();
    }

    private String hash() {
        return "hash(" + CustomerTableNames.NUMBER + ", " + draw.seed() + ")";
    }

    private static String limit(double share) {
        return "CAST("
                + new BigDecimal(HASHES).multiply(BigDecimal.valueOf(share)).toBigInteger() + " AS UBIGINT)";
    }
}
