package com.cdhdashboard.core.ingest.row;

import com.cdhdashboard.core.cube.ValueType;
import com.cdhdashboard.core.ingest.find.Found;
import com.cdhdashboard.core.ingest.format.JsonText;
import com.cdhdashboard.core.ingest.format.Part;
import com.cdhdashboard.core.ingest.format.Refusal;
import com.cdhdashboard.core.ingest.format.SpoolFile;
import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
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
 * where there is none. Of a field that stands twice in a row, the last counts. Columns that are joined are written under
 * the name of the first, with the first value that there is.
 */
public final class RowByRowReader {
    /** How many rows of a part were taken and how many were not. */
    public record Result(long kept, long rejected) {}

    /** Asked for as a column, the number of the row among those of its member; no column of an export is called so. */
    public static final String ROW = "row:";

    private final Map<String, ValueType> columns;
    private final List<String> required;
    private final RejectedRows rejectedRows;
    private final Joined joined;

    /** Columns that are one: by raw name those that count where it holds no value; and who is told where values differ. */
    public record Joined(Map<String, List<String>> others, Differences differences) {
        public static final Joined NONE = new Joined(Map.of(), (row, one, other) -> {});

        boolean isOther(String column) {
            return others.values().stream().anyMatch(more -> more.contains(column));
        }

        public Joined {
            others = Collections.unmodifiableMap(new LinkedHashMap<>(others));
        }
    }

    /** A value of another type, which rejects its row where it counts. */
    private record Unread(String text, RejectedRow cause) {
        @Override
        public String toString() {
            return text;
        }
    }

    /** A value as it stands in a column. */
    public record Found(String column, String value) {}

    /** Is told of rows of which columns that are one hold different values. */
    public interface Differences {
        /**
         * @param row number among the rows of the member, from 1
         * @param one the value that counts
         */
        void differ(long row, Found one, Found other);
    }

    public RowByRowReader(Map<String, ValueType> columns, List<String> required, RejectedRows rejectedRows) {
        this(columns, required, rejectedRows, Joined.NONE);
    }

    /**
     * @param columns the columns to read, by raw name
     * @param required those of them that every row must have
     * @param joined those of them that are read for others
     */
    public RowByRowReader(
            Map<String, ValueType> columns, List<String> required, RejectedRows rejectedRows, Joined joined) {
        this.columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
        this.required = List.copyOf(required);
        this.rejectedRows = rejectedRows;
        this.joined = joined;
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
                        JsonText.JSON.createGenerator(SpoolFile.replacing(target).stream(), JsonEncoding.UTF8)) {
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
            read(name, type, json).ifPresent(value -> values.put(name, value));
        });
        if (columns.containsKey(ROW)) {
            values.put(ROW, number);
        }
        Map<Found, Found> differing = join(values);
        for (String name : required) {
            if (!values.containsKey(name)) {
                throw new RejectedRow(name + " is missing");
            }
        }
        differing.forEach((other, one) -> joined.differences().differ(number, one, other));
        return values;
    }

    /** A value that may not count costs its row only where it does. */
    private Optional<Object> read(String name, ValueType type, JsonParser json) throws IOException, RejectedRow {
        try {
            return TypedValue.read(name, type, json);
        } catch (RejectedRow e) {
            if (!joined.isOther(name)) {
                throw e;
            }
            return Optional.of(new Unread(json.currentToken().isScalarValue() ? json.getText() : "…", e));
        }
    }

    /** Leaves one value of columns that are one, and gives those that differ from it with it. */
    private Map<Found, Found> join(Map<String, Object> values) throws RejectedRow {
        Map<Found, Found> differing = new LinkedHashMap<>();
        for (Map.Entry<String, List<String>> join : joined.others().entrySet()) {
            String first = join.getKey();
            String taken = first;
            for (String other : join.getValue()) {
                Object value = values.getOrDefault(first, "");
                Object more = Optional.ofNullable(values.remove(other)).orElse("");
                if (isBlank(value) && !isBlank(more)) {
                    if (more instanceof Unread unread) {
                        throw unread.cause();
                    }
                    values.put(first, more);
                    taken = other;
                } else if (!isBlank(more) && !more.equals(value)) {
                    differing.put(new Found(other, more.toString()), new Found(taken, value.toString()));
                }
            }
        }
        return differing;
    }

    private static boolean isBlank(Object value) {
        return value instanceof String text && text.isBlank();
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
