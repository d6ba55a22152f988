package com.cdhdashboard.core.aggregates;

import com.cdhdashboard.core.config.Family;
import com.cdhdashboard.core.error.UserException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * A file with an object of one table a metric: as an array of the bytes of an Arrow stream, or, as older versions wrote it,
 * as an object with a list of columns.
 */
public final class AggregatesFile {
    private static final JsonFactory JSON = new JsonFactory();
    private static final int HEAD = 64 << 10;

    /** The bytes of one metric's table. */
    private static final int MOST_BYTES = 64 << 20;

    private static final int MOST_VALUES = 50_000_000;
    private static final int BYTE = 255;
    private static final int ARROW_START = 4;
    private static final long EARLIEST = LocalDate.of(1900, 1, 1).toEpochDay();
    private static final long LATEST = LocalDate.of(2200, 12, 31).toEpochDay();

    private AggregatesFile() {}

    /** Whether the file begins as one, whatever it is called. */
    public static boolean isIn(Path file) {
        try (InputStream in = Files.isRegularFile(file) ? Files.newInputStream(file) : InputStream.nullInputStream()) {
            byte[] head = in.readNBytes(HEAD);
            try (JsonParser json = JSON.createParser(new ByteArrayInputStream(head))) {
                return json.nextToken() == JsonToken.START_OBJECT
                        && json.nextToken() == JsonToken.FIELD_NAME
                        && Family.of(json.currentName()).isPresent()
                        && isTable(json);
            }
        } catch (IOException e) {
            // Said when the file is read
            return false;
        }
    }

    private static boolean isTable(JsonParser json) throws IOException {
        JsonToken begin = json.nextToken();
        if (begin == JsonToken.START_OBJECT) {
            return json.nextToken() == JsonToken.FIELD_NAME
                    && json.currentName().equals("columns")
                    && json.nextToken() == JsonToken.START_ARRAY;
        }
        boolean bytes = begin == JsonToken.START_ARRAY;
        for (int i = 0; i < ARROW_START && bytes; i++) {
            bytes = json.nextToken() == JsonToken.VALUE_NUMBER_INT && json.getIntValue() == BYTE;
        }
        return bytes;
    }

    /**
     * Reads all tables.
     *
     * @throws UserException where the file is damaged, or larger than this program reads
     */
    public static List<AggregateTable> read(Path file) {
        List<AggregateTable> tables = new ArrayList<>();
        try (JsonParser json = JSON.createParser(file.toFile())) {
            require(json.nextToken() == JsonToken.START_OBJECT, "the file", "an object of tables by metric");
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String metric = json.currentName();
                if (tables.stream().anyMatch(table -> table.metric().equals(metric))) {
                    throw new UserException("it has the metric \"" + metric + "\" twice; save the file again");
                }
                JsonToken begin = json.nextToken();
                require(
                        begin == JsonToken.START_ARRAY || begin == JsonToken.START_OBJECT,
                        metric,
                        "an array of bytes, or an object with columns");
                tables.add(new AggregateTable(
                        metric,
                        begin == JsonToken.START_ARRAY
                                ? ArrowColumns.read(metric, bytes(json, metric))
                                : new ColumnLists(json, metric, MOST_VALUES).read()));
            }
            return tables;
        } catch (JsonProcessingException e) {
            throw new UserException(
                    UserException.Kind.USER,
                    "it is not JSON: line " + e.getLocation().getLineNr() + ", column "
                            + e.getLocation().getColumnNr() + "; save the file again",
                    e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The rest of an array of bytes. */
    static byte[] bytes(JsonParser json, String place) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            int value = json.currentToken() == JsonToken.VALUE_NUMBER_INT ? json.getIntValue() : -1;
            require(value >= 0 && value <= BYTE, place, "bytes from 0 to 255");
            require(bytes.size() < MOST_BYTES, place, "at most " + MOST_BYTES + " bytes");
            bytes.write(value);
        }
        return bytes.toByteArray();
    }

    static void require(boolean condition, String place, String expected) {
        if (!condition) {
            throw new UserException(place + " is not as expected: it should be " + expected + "; save the file again");
        }
    }

    /** A day by its number since 1970. */
    static LocalDate day(String place, long number) {
        require(number >= EARLIEST && number <= LATEST, place, "days of the years 1900 to 2200");
        return LocalDate.ofEpochDay(number);
    }
}
