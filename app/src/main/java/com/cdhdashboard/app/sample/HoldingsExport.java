package com.cdhdashboard.app.sample;

import static com.cdhdashboard.app.sample.Fragment.member;

import com.cdhdashboard.core.cube.Column;
import com.cdhdashboard.core.cube.ValueType;
import com.cdhdashboard.duckdb.convert.JsonLinesToParquet;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Product holdings of the same customers, ten years back. Each buys at a rate of their own until they stop, which leaves
 * what is common in such data: many with a single purchase, few with most of the value, some lost for good. A few rows
 * come twice, a few have no customer type.
 */
public final class HoldingsExport {
    /** What a row of holdings tells. */
    public static final List<Column> COLUMNS = List.of(
            Column.dimension("CustomerID", ValueType.TEXT),
            Column.dimension("CustomerType", ValueType.TEXT),
            Column.dimension("ControlGroup", ValueType.TEXT),
            Column.dimension("Channel", ValueType.TEXT),
            Column.dimension("Product", ValueType.TEXT),
            Column.dimension("HoldingID", ValueType.TEXT),
            Column.dimension("PurchasedDate", ValueType.TEXT),
            Column.dimension("OneTimeCost", ValueType.NUMBER),
            Column.dimension("RecurringCost", ValueType.NUMBER),
            Column.dimension("RecurringPeriod", ValueType.INTEGER));

    private static final int MAX_CUSTOMERS = 20_000;
    private static final long DAY = 86_400_000L;
    private static final double YEARS = 10;
    private static final List<Fragment> CHANNELS = members("Channel", "Web", "Mobile", "Call Center", "Branch");
    private static final List<Fragment> PRODUCTS =
            members("Product", "Credit card", "Savings account", "Personal loan", "Insurance, travel", "Mortgage");
    private static final List<Fragment> ARMS = members("ControlGroup", "Test", "Control");

    private final SampleSettings settings;
    private final Customers customers;
    private final SplittableRandom random;
    private final JsonLine line = new JsonLine();
    private long holdings;

    HoldingsExport(SampleSettings settings, Customers customers) {
        this.settings = settings;
        this.customers = customers;
        this.random = new SplittableRandom(Mix.of(settings.seed(), 3));
    }

    /** Writes the one file there is; returns its number of rows without repeats. */
    long write(Path folder) throws IOException {
        String stem = "product-holdings-" + DateTimeFormatter.BASIC_ISO_DATE.format(settings.end());
        HoldingsFormat format = settings.holdings();
        Path file = folder.resolve(format.fileName(stem));
        if (format.lines() != ExportFormat.PARQUET && !format.isTable()) {
            lines(file);
            return holdings;
        }
        Path lines = folder.resolve("lines");
        lines(lines);
        convert(format, lines, folder, file);
        Files.delete(lines);
        return holdings;
    }

    private static void convert(HoldingsFormat format, Path lines, Path folder, Path file) throws IOException {
        switch (format) {
            case CSV -> HoldingsTable.csv(lines, file, COLUMNS);
            case XLSX -> HoldingsTable.workbook(lines, file, COLUMNS);
            default -> {
                try (JsonLinesToParquet parquet = JsonLinesToParquet.open(folder)) {
                    parquet.convert(lines, file, COLUMNS);
                }
            }
        }
    }

    private void lines(Path file) throws IOException {
        try (OutputStream out = settings.holdings().lines().open(file)) {
            for (int customer = 0; customer < Math.min(MAX_CUSTOMERS, customers.count()); customer++) {
                history(customer, out);
            }
        }
    }

    private void history(int customer, OutputStream out) throws IOException {
        double yearlyRate = 0.15 + waiting(0.7);
        double spending = StrictMath.exp(4.2 + 0.6 * random.nextGaussian());
        double time = YEARS * StrictMath.sqrt(random.nextDouble());
        double lost = YEARS - time + waiting(5);
        long end = settings.end().toEpochDay() * DAY;
        for (time = YEARS - time; time < YEARS && time < lost; time += waiting(1 / yearlyRate)) {
            long purchased = end - (long) ((YEARS - time) * 365.25 * DAY);
            purchase(customer, purchased, spending, out);
            if (random.nextDouble() < 0.04) {
                purchase(customer, purchased + 3_600_000, spending, out);
            }
        }
    }

    private void purchase(int customer, long time, double spending, OutputStream out) throws IOException {
        boolean contract = random.nextDouble() < 0.3;
        long cents = (long) (100 * spending * (0.4 + 1.2 * random.nextDouble()));
        long monthly = contract ? 500 + random.nextLong(4_000) : 0;
        line.clear()
                .text("{\"CustomerID\":\"C-")
                .number(Customers.id(customer), 6)
                .text("\",");
        line.add(customers.typeJson(customer));
        line.add(ARMS.get(customers.inControl(customer) ? 1 : 0));
        line.add(CHANNELS.get(random.nextInt(CHANNELS.size())));
        line.add(PRODUCTS.get((int) (PRODUCTS.size() * random.nextDouble() * random.nextDouble())));
        line.text("\"HoldingID\":\"H-").number(++holdings, 8);
        line.text("\",\"PurchasedDate\":").time(time);
        line.text(",\"OneTimeCost\":").decimal(cents * 10_000);
        line.text(",\"RecurringCost\":").decimal(monthly * 10_000);
        line.text(",\"RecurringPeriod\":").number(contract ? 12 + 12 * random.nextInt(3) : 0, 1);
        line.text("}\n").writeTo(out);
        if (random.nextDouble() < 0.005) {
            line.writeTo(out);
        }
    }

    private double waiting(double mean) {
        return -mean * StrictMath.log(1 - random.nextDouble());
    }

    private static List<Fragment> members(String name, String... values) {
        return List.of(values).stream()
                .map(value -> Fragment.of(member(name, value)))
                .toList();
    }
}
