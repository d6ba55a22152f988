package com.cdhdashboard.core.ingest;

import com.cdhdashboard.core.cube.ValueType;
import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads a part row by row where an engine refused it as a whole: good rows go into a clean file, bad ones with their
 * reason to the rejected rows. Slow and clear, as only parts with bad rows come here.
 *
 * <p>The clean file is NDJSON with the asked columns only, under their raw names, each value in the JSON form of its
 * type: numbers unquoted, times as ISO-8601 text in UTC, dates as {@code 2021-01-27}, nested values as text; no value
 * where there is none. Of a field that stands twice in a row, the last counts.
 */
public final class CarefulReader {
    /** How many rows of a part were taken and how many were not. */
    public record Result(long kept, long rejected) {}

    /** Asked for as a column, the number of the row among those of its member; no column of an export is called so. */
    public static final String ROW = "row:";

    private final Map<String, ValueType> columns;
    private final List<String> required;
    private final RejectedRows rejectedRows;

    /**
     * @param columns the columns to read, by raw name
     * @param required those of them that every row must have
     */
    public CarefulReader(Map<String, ValueType> columns, List<String> required, RejectedRows rejectedRows) {
        this.columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
        this.required = List.copyOf(required);
        this.rejectedRows = rejectedRows;
    }

    /**
     * Writes the good rows of the part to the target, which is replaced.
     *
     * @throws com.cdhdashboard.core.error.UserException where the part cannot be read; there is no target then
     */
    public Result read(Part part, Path target) {
        boolean done = false;
        try {
            Result result = copy(part, target);
            done = true;
            return result;
        } catch (IOException e) {
            throw Refusal.damaged(place(part), e);
        } finally {
            if (!done) {
                delete(target);
            }
        }
    }

    private Result copy(Part part, Path target) throws IOException {
        long kept = 0;
        long rejected = 0;
        try (RawRows rows = RawRows.open(part.file(), part.format());
                JsonGenerator clean =
                        JsonRows.JSON.createGenerator(SpoolFile.replacing(target).stream(), JsonEncoding.UTF8)) {
            for (Optional<RawRow> next = rows.next(); next.isPresent(); next = rows.next()) {
                RawRow row = next.get();
                try {
                    requireTaken(part, row);
                    write(values(row, part.firstRow() + row.number() - 1), clean);
                    kept++;
                } catch (RejectedRow e) {
                    long number = part.firstRow() + row.number() - 1;
                    String content = e.content().orElseGet(() -> RowText.lenient(row));
                    rejectedRows.append(part, number, String.valueOf(e.getMessage()), content);
                    rejected++;
                }
            }
        }
        return new Result(kept, rejected);
    }

    /** A row that could not be converted says why. */
    private static void requireTaken(Part part, RawRow row) throws RejectedRow {
        if (part.converted() && row.bytes().length > 0 && row.bytes()[0] == '[') {
            List<String> texts = JsonRows.texts(RowText.of(row));
            throw new RejectedRow(texts.get(0), texts.get(1));
        }
    }

    private Map<String, Object> values(RawRow row, long number) throws RejectedRow {
        Map<String, Object> values = new LinkedHashMap<>();
        JsonRows.read(RowText.of(row), (name, json) -> {
            ValueType type = columns.get(name);
            if (type == null) {
                json.skipChildren();
                return;
            }
            values.remove(name);
            TypedValue.read(name, type, json).ifPresent(value -> values.put(name, value));
        });
        if (columns.containsKey(ROW)) {
            values.put(ROW, number);
        }
        for (String name : required) {
            if (!values.containsKey(name)) {
                throw new RejectedRow(name + " is missing");
            }
        }
        return values;
    }

    private static void write(Map<String, Object> values, JsonGenerator clean) throws IOException {
        clean.writeStartObject();
        for (Map.Entry<String, Object> value : values.entrySet()) {
            clean.writeFieldName(value.getKey());
            if (value.getValue() instanceof Long number) {
                clean.writeNumber(number);
            } else if (value.getValue() instanceof Double number) {
                clean.writeNumber(number);
            } else if (value.getValue() instanceof Boolean bool) {
                clean.writeBoolean(bool);
            } else {
                clean.writeString(value.getValue().toString());
            }
        }
        clean.writeEndObject();
        clean.writeRaw('\n');
    }

    private static String place(Part part) {
        return part.origin().name() + (part.member().isEmpty() ? "" : "!" + part.member());
    }

    private static void delete(Path target) {
        try {
            Files.deleteIfExists(target);
        } catch (IOException e) {
            throw Refusal.spoolFile(target, e);
        }
    }
}
