package com.cdhdashboard.duckdb.store;

import com.cdhdashboard.core.customer.CustomerSample;
import com.cdhdashboard.duckdb.Session;
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
        long all = session.number("SELECT count(*)" + question.from(), question.values());
        double enough = draw.size() + MARGIN * Math.sqrt(draw.size()) + MARGIN * MARGIN;
        if (enough < all) {
            List<T> few =
                    session.list(sql(" WHERE " + hash() + " < " + limit(enough / all)), reader, question.values());
            if (few.size() == draw.size()) {
                return few;
            }
        }
        return session.list(sql(""), reader, question.values());
    }

    private String sql(String condition) {
        return "SELECT " + columns + " FROM (SELECT *" + question.from() + ")" + condition + " ORDER BY " + hash()
                + ", " + CustomerTableNames.NUMBER + " LIMIT " + draw.size();
    }

    private String hash() {
        return "hash(" + CustomerTableNames.NUMBER + ", " + draw.seed() + ")";
    }

    private static String limit(double share) {
        return "CAST("
                + new BigDecimal(HASHES).multiply(BigDecimal.valueOf(share)).toBigInteger() + " AS UBIGINT)";
    }
}
