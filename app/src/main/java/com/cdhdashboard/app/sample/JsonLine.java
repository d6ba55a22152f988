package com.cdhdashboard.app.sample;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;

/**
 * One line of JSON, built as bytes. Reused for every row: a general JSON writer takes several times as long for rows
 * that are made of few varying parts.
 */
final class JsonLine {
    private static final int MILLIS_PER_DAY = 86_400_000;
    private static final long MICROS = 1_000_000;

    private byte[] bytes = new byte[2048];
    private int length;

    JsonLine clear() {
        length = 0;
        return this;
    }

    JsonLine text(String ascii) {
        int size = ascii.length();
        reserve(size);
        for (int i = 0; i < size; i++) {
            bytes[length++] = (byte) ascii.charAt(i);
        }
        return this;
    }

    JsonLine add(Fragment fragment) {
        reserve(fragment.length());
        fragment.copyTo(bytes, length);
        length += fragment.length();
        return this;
    }

    /** Digits of a number that is not negative, padded with zeros to a width. */
    JsonLine number(long value, int width) {
        reserve(20);
        int digits = width;
        for (long limit = powerOfTen(width); digits < 19 && value >= limit; limit *= 10) {
            digits++;
        }
        long rest = value;
        for (int i = length + digits - 1; i >= length; i--) {
            bytes[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        length += digits;
        return this;
    }

    /** A decimal number given in millionths, without needless zeros: {@code 50000} is {@code 0.05}. */
    JsonLine decimal(long micros) {
        number(micros / MICROS, 1).text(".");
        int first = length;
        number(micros % MICROS, 6);
        while (length > first + 1 && bytes[length - 1] == '0') {
            length--;
        }
        return this;
    }

    /** A time as Pega writes it: {@code "20241220T000042.561 GMT"}, in quotes. */
    JsonLine time(long epochMillis) {
        LocalDate day = LocalDate.ofEpochDay(Math.floorDiv(epochMillis, (long) MILLIS_PER_DAY));
        int millis = Math.floorMod(epochMillis, MILLIS_PER_DAY);
        text("\"").number(day.getYear(), 4).number(day.getMonthValue(), 2).number(day.getDayOfMonth(), 2);
        text("T").number(millis / 3_600_000, 2).number(millis / 60_000 % 60, 2).number(millis / 1000 % 60, 2);
        return text(".").number(millis % 1000, 3).text(" GMT\"");
    }

    void writeTo(OutputStream out) throws IOException {
        out.write(bytes, 0, length);
    }

    @Override
    public String toString() {
        return new String(bytes, 0, length, StandardCharsets.UTF_8);
    }

    private static long powerOfTen(int exponent) {
        long power = 1;
        for (int i = 0; i < exponent; i++) {
            power *= 10;
        }
        return power;
    }

    private void reserve(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
        }
    }
}
