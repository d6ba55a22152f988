package com.cdhdashboard.core.aggregates;

import com.cdhdashboard.core.cube.ValueType;
import com.cdhdashboard.core.error.UserException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.DateDayVector;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.UInt4Vector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.ipc.ArrowStreamReader;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.Field;
import org.apache.arrow.vector.util.Text;
import org.jspecify.annotations.Nullable;

/** The newer form of a table: the bytes of an Arrow stream, with texts and bytes as views or not. */
final class ArrowColumns {
    /** What a stream may take of memory beside its own bytes. */
    private static final long MOST_MEMORY = 256L << 20;

    private ArrowColumns() {}

    static List<AggregateTable.Column> read(String metric, byte[] stream) {
        try (BufferAllocator memory = new RootAllocator(MOST_MEMORY);
                ArrowStreamReader reader = new ArrowStreamReader(new ByteArrayInputStream(stream), memory)) {
            VectorSchemaRoot root = reader.getVectorSchemaRoot();
            Map<String, List<@Nullable Object>> values = new LinkedHashMap<>();
            root.getSchema().getFields().forEach(field -> {
                type(metric, field);
                AggregatesFile.require(
                        values.put(field.getName(), new ArrayList<>()) == null,
                        metric + "." + field.getName(),
                        "there once");
            });
            while (reader.loadNextBatch()) {
                for (FieldVector vector : root.getFieldVectors()) {
                    String name = vector.getName();
                    add(metric + "." + name, vector, root.getRowCount(), values.getOrDefault(name, new ArrayList<>()));
                }
            }
            return root.getSchema().getFields().stream()
                    .map(field -> new AggregateTable.Column(
                            field.getName(), type(metric, field), values.getOrDefault(field.getName(), List.of())))
                    .toList();
        } catch (UserException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            // The library says of damaged bytes whatever it stumbles over
            throw new UserException(
                    UserException.Kind.USER,
                    metric + ": its bytes are no Arrow stream that can be read ("
                            + e.getClass().getSimpleName() + "); save the file again",
                    e);
        }
    }

    private static Optional<ValueType> type(String metric, Field field) {
        ArrowType type = field.getType();
        return switch (type.getTypeID()) {
            case Utf8, LargeUtf8, Utf8View -> Optional.of(ValueType.TEXT);
            case Int -> Optional.of(ValueType.INTEGER);
            case FloatingPoint -> Optional.of(ValueType.NUMBER);
            case Bool -> Optional.of(ValueType.BOOLEAN);
            case Date -> Optional.of(ValueType.DATE);
            case Binary, LargeBinary, BinaryView -> Optional.empty();
            default ->
                throw new UserException(
                        metric + "." + field.getName() + " is not as expected: it should be of a type that is"
                                + " read, not " + type + "; save the file again");
        };
    }

    private static void add(String place, FieldVector vector, int rows, List<@Nullable Object> values) {
        for (int row = 0; row < rows; row++) {
            Object value = vector.isNull(row) ? null : vector.getObject(row);
            values.add(value == null ? null : plain(place, vector, value));
        }
    }

    private static Object plain(String place, FieldVector vector, Object value) {
        if (value instanceof Text text) {
            return text.toString();
        }
        if (value instanceof Float || value instanceof Double) {
            return ((Number) value).doubleValue();
        }
        if (value instanceof Character unsigned) {
            return (long) unsigned;
        }
        if (vector instanceof DateDayVector && value instanceof Integer day) {
            return AggregatesFile.day(place, day);
        }
        if (value instanceof Number number) {
            boolean unsigned = vector instanceof UInt4Vector;
            return unsigned ? Integer.toUnsignedLong(number.intValue()) : number.longValue();
        }
        AggregatesFile.require(value instanceof byte[] || value instanceof Boolean, place, "values that are read");
        return value;
    }
}
