package com.cdhdashboard.bench.process;

import com.cdhdashboard.app.sample.ExportFormat;
import com.cdhdashboard.app.sample.HoldingsExport;
import com.cdhdashboard.duckdb.convert.JsonLinesToParquet;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Product holdings of many customers over five years, in ten files: the same bytes for the same number of rows. Customers
 * are first seen on any day, buy again at exponentially spread rates, three times a year on average, and stop after a
 * purchase with a probability that is Beta(1, 5). That makes four or five rows of each.
 */
final class HoldingsFiles {
    private static final int FILES = 10;
    private static final int DAYS = 5 * 365;
    private static final LocalDate LAST_DAY = LocalDate.of(2026, 10, 31);
    private static final double REPEATS_A_DAY = 3 / 365.25;
    private static final List<String> TYPES = List.of("Known", "Known", "Known", "Prospect", "Business");
    private static final List<String> CHANNELS = List.of("Web", "Mobile", "Call Center", "Branch");
    private static final List<String> PRODUCTS =
            List.of("Credit card", "Savings account", "Personal loan", "Insurance, travel", "Mortgage");

    private final SplittableRandom random = new SplittableRandom(11);
    private final long rows;
    private long written;
    private long customer;

    HoldingsFiles(long rows) {
        this.rows = rows;
    }

    /** Writes exactly as many rows as asked for, and gives the number of customers they are of. */
    long write(Path folder, ExportFormat format) throws IOException {
        for (int file = 1; file <= FILES; file++) {
            String stem = String.format(Locale.ROOT, "product-holdings-%02d", file);
            long until = rows * file / FILES;
            if (format == ExportFormat.PARQUET) {
                Path lines = folder.resolve("lines");
                try (OutputStream out = Files.newOutputStream(lines)) {
                    lines(out, until);
                }
                try (JsonLinesToParquet parquet = JsonLinesToParquet.open(folder)) {
                    parquet.convert(lines, folder.resolve(stem + ".parquet"), HoldingsExport.COLUMNS);
                }
                Files.delete(lines);
            } else {
                zip(folder.resolve(stem + ".zip"), until);
            }
        }
        return customer;
    }

    private void zip(Path file, long until) throws IOException {
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
            out.setLevel(Deflater.BEST_SPEED);
            out.putNextEntry(new ZipEntry("data.json"));
            lines(out, until);
            out.closeEntry();
        }
    }

    private void lines(OutputStream out, long until) throws IOException {
        BufferedWriter writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
        while (written < until) {
            history(writer, until);
        }
        writer.flush();
    }

    private void history(BufferedWriter writer, long until) throws IOException {
        String type = TYPES.get(random.nextInt(TYPES.size()));
        String arm = random.nextInt(10) == 0 ? "Control" : "Test";
        String who = String.format(
                Locale.ROOT,
                "{\"CustomerID\":\"C-%08d\",\"CustomerType\":\"%s\",\"ControlGroup\":\"%s\",",
                customer++,
                type,
                arm);
        double rate = REPEATS_A_DAY * waiting();
        double stop = 1 - Math.pow(random.nextDouble(), 1.0 / 5);
        double spending = Math.exp(4.2 + 0.6 * random.nextGaussian());
        double day = DAYS * random.nextDouble();
        do {
            purchase(writer, who, day, spending);
            day += waiting() / rate;
        } while (day < DAYS && random.nextDouble() >= stop && written < until);
    }

    private void purchase(BufferedWriter writer, String who, double day, double spending) throws IOException {
        long second = (long) (day % 1 * 86_400);
        LocalDate date = LAST_DAY.minusDays(DAYS - 1 - (long) day);
        boolean contract = random.nextInt(10) < 3;
        long cents = (long) (100 * spending * (0.4 + 1.2 * random.nextDouble()));
        writer.append(who)
                .append("\"Channel\":\"")
                .append(CHANNELS.get(random.nextInt(CHANNELS.size())))
                .append("\",\"Product\":\"")
                .append(PRODUCTS.get(random.nextInt(PRODUCTS.size())))
                .append(String.format(Locale.ROOT, "\",\"HoldingID\":\"H-%08d\"", ++written))
                .append(String.format(
                        Locale.ROOT,
                        ",\"PurchasedDate\":\"%tY%<tm%<tdT%02d%02d%02d.000 GMT\",\"OneTimeCost\":%d.%02d",
                        date,
                        second / 3_600,
                        second / 60 % 60,
                        second % 60,
                        cents / 100,
                        cents % 100))
                .append(",\"RecurringCost\":")
                .append(Long.toString(contract ? 5 + random.nextLong(40) : 0))
                .append(",\"RecurringPeriod\":")
                .append(Long.toString(contract ? 12 + 12 * random.nextLong(3) : 0))
                .append("}\n");
    }

    private double waiting() {
        return -Math.log(1 - random.nextDouble());
    }
}
