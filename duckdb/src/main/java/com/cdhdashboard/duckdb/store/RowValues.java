package com.cdhdashboard.duckdb.store;

import com.cdhdashboard.core.cube.Column;
import com.cdhdashboard.core.cube.ValueType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Values of an answer in the Java types of their columns. */
public final class RowValues {
    private RowValues() {}

    /** The values of the row, which has these columns in this order. */
    public static List<@Nullable Object> of(ResultSet row, List<Column> columns) throws SQLException {
        List<@Nullable Object> values = new ArrayList<>(columns.size());
        for (int i = 0; i < columns.size(); i++) {
            values.add(of(row, i + 1, columns.get(i).type()));
        }
        return Collections.unmodifiableList(values);
    }

    public static @Nullable Object of(ResultSet row, int place, ValueType type) throws SQLException {
        Object value = row.getObject(place);
        if (value instanceof Timestamp && type == ValueType.TIMESTAMP) {
            return row.getObject(place, LocalDateTime.class);
        }
        return value;
    }
}
