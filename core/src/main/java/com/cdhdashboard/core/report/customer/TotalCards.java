package com.cdhdashboard.core.report.customer;

import com.cdhdashboard.core.customer.CustomerReader;
import com.cdhdashboard.core.customer.PeriodTotals;
import com.cdhdashboard.core.figure.Format;
import com.cdhdashboard.core.figure.NumberText;
import com.cdhdashboard.core.report.KpiCard;
import com.cdhdashboard.core.report.data.ScoredRows;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The totals above a chart: customers, their value, and the value per customer of the last two calendar years up to the
 * day and month of the end of observation, each against the same days of the year before.
 */
final class TotalCards {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);

    private final ChartData data;

    TotalCards(ChartData data) {
        this.data = data;
    }

    List<KpiCard> cards() {
        ScoredRows totals = data.aggregates(List.of());
        String scope = data.filtered()
                .map(filters -> " Only those count that match: " + filters + ".")
                .orElse("");
        return List.of(
                plain(
                        "Customers",
                        NumberText.of(totals.number(0, CustomerReader.CUSTOMERS), Format.COUNT),
                        "Distinct customers with a holding that counts." + scope),
                plain(
                        "Total value",
                        NumberText.of(totals.number(0, "lifetime_value"), Format.MONEY),
                        "The value of all their purchases, without interest." + scope),
                year(0),
                year(1));
    }

    private static KpiCard plain(String title, String value, String definition) {
        return new KpiCard(
                title,
                value,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                definition,
                Optional.empty());
    }

    private KpiCard year(int back) {
        LocalDate end = data.schema().observationEnd().minusYears(back);
        LocalDate start = end.withDayOfYear(1);
        PeriodTotals totals = data.customers().periodTotals(data.metric(), start, end);
        LocalDate endBefore = data.schema().observationEnd().minusYears(back + 1L);
        LocalDate startBefore = endBefore.withDayOfYear(1);
        PeriodTotals before = data.customers().periodTotals(data.metric(), startBefore, endBefore);
        double value = perCustomer(totals);
        double change = value / perCustomer(before) - 1;
        boolean known = Double.isFinite(change);
        String period = period(start, end);
        return new KpiCard(
                end.getYear() + " value per customer",
                NumberText.of(value, Format.MONEY),
                Optional.of(NumberText.of((double) totals.customers(), Format.COUNT) + " buyers"),
                known ? Optional.of(NumberText.relativeChange(change)) : Optional.empty(),
                known ? Optional.of("against " + period(startBefore, endBefore)) : Optional.empty(),
                known ? Optional.of(change >= 0) : Optional.empty(),
                Optional.empty(),
                "The value of what was bought on " + period
                        + ", divided by the customers who bought then. The same days"
                        + " of the year before are the comparison. Page filters do not change it.",
                Double.isFinite(value) ? Optional.empty() : Optional.of("Nobody bought on " + period + "."));
    }

    private static double perCustomer(PeriodTotals totals) {
        return totals.customers() > 0 ? totals.value() / totals.customers() : Double.NaN;
    }

    private static String period(LocalDate start, LocalDate end) {
        return DAY.format(start) + " to " + DAY.format(end);
    }
}
